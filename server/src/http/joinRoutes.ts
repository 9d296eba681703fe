import {
  type InvitationResponse,
  invitationSchema,
  type JoinResponse,
  joinSchema,
  type SessionResponse,
} from '@samenbord/shared/protocol';
import type { Logger } from 'pino';
import type { Access, Admission } from '../access/index.ts';
import type { Boards } from '../boards/boards.ts';
import type { LinkRecord } from '../store/types.ts';
import { ticketCookies } from './cookies.ts';
import { type Guard, refused, ticketOf } from './guard.ts';
import { sendJson, sendNothing } from './respond.ts';
import type { Exchange, Route } from './router.ts';

export interface JoinOptions {
  readonly guard: Guard;
  readonly access: Access;
  readonly boards: Boards;
  readonly publicUrl: string;
  readonly log: Logger;
  /** ms since the epoch, now */
  readonly now: () => number;
}

/** From a link to a session: what the link opens, joining, and who one is after a reload. */
export function joinRoutes({ guard, access, boards, publicUrl, log, now }: JoinOptions): Route[] {
  const open = async ({ param }: Exchange, secret: string): Promise<LinkRecord> => {
    const opened = await access.open(param('board'), secret);
    if (!opened.ok) throw refused(opened.refusal);
    return opened.link;
  };

  const describe = ({ session, expires }: Admission): SessionResponse => ({
    role: session.role,
    ...(session.partner === undefined ? {} : { partner: session.partner }),
    documents: access.documents(session),
    person: session.person,
    expires,
  });

  return [
    {
      method: 'POST',
      pattern: '/api/boards/:board/invitation',
      action: 'anyone',
      async handle(exchange) {
        guard.ownPage(exchange.request);
        guard.rate(exchange.request, 'invitation');
        const { secret } = await guard.body(exchange.request, invitationSchema);
        const link = await open(exchange, secret);
        sendJson(exchange.response, 200, await invitation(boards, link));
      },
    },
    {
      method: 'POST',
      pattern: '/api/boards/:board/join',
      action: 'anyone',
      async handle(exchange) {
        const { request, response } = exchange;
        guard.ownPage(request);
        guard.rate(request, 'join');
        const { secret, name } = await guard.body(request, joinSchema);
        const link = await open(exchange, secret);
        const { ticket, ...admission } = access.join(link, name, ticketOf(request, link.board));
        const secure = publicUrl.startsWith('https:');
        const answer: JoinResponse = { ticket, ...describe(admission) };
        response.setHeader(
          'set-cookie',
          ticketCookies(link.board, ticket, admission.expires - now(), secure),
        );
        log.info({ board: link.board, link: link.id, role: link.role }, 'joined');
        sendJson(response, 200, answer);
      },
    },
    {
      method: 'GET',
      pattern: '/api/boards/:board/session',
      action: 'see-session',
      async handle(exchange) {
        const { request, response, param } = exchange;
        // A browser that was never here is no error: it is asked for a name. An ended session is one.
        const ticket = ticketOf(request, param('board'));
        const stranger = ticket === undefined && (await access.allow(ticket, param('board'), 'see-session'));
        if (stranger && !stranger.ok && stranger.refusal === 'unauthorised') sendNothing(response);
        else sendJson(response, 200, describe(await guard.allowed(exchange, 'see-session')));
      },
    },
  ];
}

async function invitation(boards: Boards, link: LinkRecord): Promise<InvitationResponse> {
  const table = await boards.table(link.board);
  if (table === undefined) throw refused('no-board');
  const { title, language, partners } = table;
  const partner = partners.find((one) => one.id === link.partner);
  return {
    title,
    language,
    role: link.role,
    ...(partner === undefined
      ? {}
      : { partner: { id: partner.id, name: partner.name, mark: partner.mark, color: partner.color } }),
  };
}
