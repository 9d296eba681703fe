import type { IncomingMessage } from 'node:http';
import type * as z from 'zod/mini';
import type { Access, Admission, BoardAction, Refusal } from '../access/index.ts';
import type { Config, ServerRates } from '../config.ts';
import { clientAddress } from './address.ts';
import { readJson } from './body.ts';
import { cookieName, readCookie } from './cookies.ts';
import { HttpError } from './errors.ts';
import type { Metrics } from './metrics.ts';
import { isOwnOrigin } from './origin.ts';
import { createRateLimit } from './rate.ts';
import type { Exchange } from './router.ts';
import { validate } from './validate.ts';

/** What every route asks before it does anything. All of it throws {@link HttpError}. */
export interface Guard {
  /** Counts one request of this kind for the address it came from. */
  rate(request: IncomingMessage, what: keyof ServerRates): void;
  /** Refuses what a foreign page sent: a browser says so in `Origin`; programs send none. */
  ownPage(request: IncomingMessage): void;
  /** The body, checked against a schema of the protocol. */
  body<Schema extends z.ZodMiniType>(request: IncomingMessage, schema: Schema): Promise<z.infer<Schema>>;
  /**
   * Who asks, by the ticket in `Authorization` or in the cookie, if they may do this on the board in the path.
   * For a `POST` it also sees to {@link ownPage}.
   */
  allowed(exchange: Exchange, action: BoardAction): Promise<Admission>;
}

export interface GuardOptions {
  readonly access: Access;
  readonly config: Config;
  readonly metrics: Metrics;
  readonly publicUrl: string;
  /** ms since the epoch, now */
  readonly now: () => number;
}

export function createGuard({ access, config, metrics, publicUrl, now }: GuardOptions): Guard {
  const { rates, limits, trustedHops } = config;
  const rateLimits = {
    create: createRateLimit(rates.create, now),
    join: createRateLimit(rates.join, now),
    invitation: createRateLimit(rates.invitation, now),
    export: createRateLimit(rates.export, now),
    picture: createRateLimit(rates.picture, now),
  };
  const ownPage: Guard['ownPage'] = (request) => {
    if (request.headers.origin !== undefined && !isOwnOrigin(request, publicUrl))
      throw new HttpError('forbidden', 'a page of another site may not do this');
  };
  return {
    ownPage,

    rate(request, what) {
      const wait = rateLimits[what].take(clientAddress(request, trustedHops));
      if (wait === 0) return;
      metrics.rateLimited(what);
      const seconds = Math.ceil(wait / 1_000);
      throw new HttpError('too-many', `too many requests of this kind; come back in ${seconds} s`, {
        headers: { 'retry-after': String(seconds) },
      });
    },

    async body(request, schema) {
      return validate(schema, await readJson(request, limits.body));
    },

    async allowed({ request, param }, action) {
      if (request.method === 'POST') ownPage(request);
      const board = param('board');
      const admitted = await access.allow(ticketOf(request, board), board, action);
      if (!admitted.ok) throw refused(admitted.refusal);
      return admitted;
    },
  };
}

/** The ticket a request brings along: a program's in `Authorization: Bearer`, a browser's in its cookie. */
export function ticketOf(request: IncomingMessage, board: string): string | undefined {
  const [scheme, token] = request.headers.authorization?.split(' ') ?? [];
  if (scheme?.toLowerCase() === 'bearer') return token ?? '';
  return readCookie(request.headers.cookie, cookieName(board));
}

/** The error of the API for what access refused. */
export function refused(refusal: Refusal | 'wrong-link'): HttpError {
  switch (refusal) {
    case 'unauthorised':
      return new HttpError('unauthorised', 'no session, or it has ended; join again by the link');
    case 'forbidden':
      return new HttpError('forbidden', 'this session may not do this');
    case 'no-board':
      return new HttpError('no-board', 'there is no such board');
    case 'withdrawn':
      return new HttpError('withdrawn-link', 'this link was withdrawn; ask the facilitator for a new one');
    case 'frozen':
      return new HttpError('conflict', 'the board is frozen; the facilitator can unfreeze it');
    case 'over':
      return new HttpError('conflict', 'no such silent round is open');
    case 'wrong-link':
      return new HttpError('wrong-link', 'this link opens nothing on this board; ask for it again');
  }
}
