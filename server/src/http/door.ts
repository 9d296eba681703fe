import type { Duty, JoinResponse, SessionResponse, WaitingResponse } from '@samenbord/shared/protocol';
import type { Logger } from 'pino';
import type { Access, Admission, Joining, Link } from '../access/index.ts';
import { ticketCookies } from './cookies.ts';
import { HttpError, tooMany } from './errors.ts';
import { type Guard, ticketOf } from './guard.ts';
import { sendJson } from './respond.ts';
import type { Exchange } from './router.ts';

export interface DoorOptions {
  readonly guard: Guard;
  readonly access: Access;
  readonly publicUrl: string;
  readonly log: Logger;
  /** ms since the epoch, now */
  readonly now: () => number;
}

/** Answers who comes in, whatever way they came. */
export interface Door {
  /**
   * Joins by a link that was opened: 200 with a session, or 202 for who has to wait.
   * @param more goes into the answer as well
   * @throws {HttpError}
   */
  join(
    exchange: Exchange,
    link: Link,
    who: { readonly name: string; readonly duty?: Duty | undefined },
    more?: object,
  ): Promise<void>;
  /** Answers what came of it. @throws {HttpError} */
  answer(exchange: Exchange, joining: Joining, more?: object): void;
}

/** How long who finds the waiting room full is told to stay away, ms. */
const CROWDED = 60_000;

/** A session as its holder sees it. */
export function describe(access: Access, { session, expires }: Admission): SessionResponse {
  return {
    role: session.role,
    ...(session.partner === undefined ? {} : { partner: session.partner }),
    documents: access.documents(session),
    person: session.person,
    expires,
    link: session.link,
  };
}

export function createDoor({ guard, access, publicUrl, log, now }: DoorOptions): Door {
  const secure = publicUrl.startsWith('https:');

  const answer: Door['answer'] = ({ response }, joining, more = {}) => {
    switch (joining.kind) {
      case 'in': {
        const { ticket, session, expires } = joining;
        const body: JoinResponse = { ...more, ticket, ...describe(access, joining) };
        response.setHeader('set-cookie', ticketCookies(session.board, ticket, expires - now(), secure));
        log.info({ board: session.board, link: session.link, role: session.role }, 'joined');
        return sendJson(response, 200, body);
      }
      case 'waiting': {
        const body: WaitingResponse = { ...more, waiting: true, token: joining.token };
        return sendJson(response, 202, body);
      }
      case 'full':
        throw new HttpError('link-full', 'as many people as this link is for have come in by it');
      case 'crowded':
        throw tooMany(CROWDED);
    }
  };

  return {
    answer,
    async join(exchange, link, { name, duty }, more) {
      guard.rateOf(link.id, 'joinLink');
      if (duty !== undefined && link.role !== 'partner')
        throw new HttpError('invalid', 'duty is for people of a partner only', { field: 'duty' });
      const who = { name, ...(duty === undefined ? {} : { duty }) };
      answer(exchange, await access.join(link, who, ticketOf(exchange.request, link.board)), more);
    },
  };
}
