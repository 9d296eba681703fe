import type { IncomingMessage } from 'node:http';
import { titleOf } from '@samenbord/shared/board';
import {
  codeInvitationSchema,
  codeJoinSchema,
  type InvitationResponse,
  invitationSchema,
  joinSchema,
  type OwnPeopleResponse,
} from '@samenbord/shared/protocol';
import type { Access, Link } from '../access/index.ts';
import type { Boards } from '../boards/boards.ts';
import { type Door, describe } from './door.ts';
import { HttpError } from './errors.ts';
import { type Guard, refused, ticketOf } from './guard.ts';
import { sendJson, sendNothing } from './respond.ts';
import type { Exchange, Route } from './router.ts';

export interface JoinOptions {
  readonly guard: Guard;
  readonly access: Access;
  readonly boards: Boards;
  readonly door: Door;
}

/** From a link or a spoken code to a session: what it opens, joining, and who one is after a reload. */
export function joinRoutes({ guard, access, boards, door }: JoinOptions): Route[] {
  const open = async ({ param }: Exchange, secret: string): Promise<Link> => {
    const opened = await access.open(param('board'), secret);
    if (!opened.ok) throw refused(opened.refusal);
    return opened.link;
  };

  /** @param board when it is known already */
  const openByCode = async (request: IncomingMessage, code: string, board?: string): Promise<Link> => {
    const wasRight = guard.codeTried(request);
    const link = await access.openByCode(code);
    if (link === undefined || (board ?? link.board) !== link.board)
      throw new HttpError('wrong-code', 'there is no such code, or it has ended');
    wasRight();
    return link;
  };

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
        guard.ownPage(exchange.request);
        guard.rate(exchange.request, 'join');
        const { secret, ...who } = await guard.body(exchange.request, joinSchema);
        await door.join(exchange, await open(exchange, secret), who);
      },
    },
    {
      method: 'POST',
      pattern: '/api/codes/invitation',
      action: 'anyone',
      async handle({ request, response }) {
        guard.ownPage(request);
        const { code } = await guard.body(request, codeInvitationSchema);
        const link = await openByCode(request, code);
        sendJson(response, 200, { board: link.board, ...(await invitation(boards, link)) });
      },
    },
    {
      method: 'POST',
      pattern: '/api/codes/join',
      action: 'anyone',
      async handle(exchange) {
        guard.ownPage(exchange.request);
        guard.rate(exchange.request, 'join');
        const { code, ...who } = await guard.body(exchange.request, codeJoinSchema);
        const link = await openByCode(exchange.request, code);
        await door.join(exchange, link, who, { board: link.board });
      },
    },
    {
      // Once more where a browser's cookie for the board goes along: who was here stays the same person.
      method: 'POST',
      pattern: '/api/boards/:board/join-by-code',
      action: 'anyone',
      async handle(exchange) {
        guard.ownPage(exchange.request);
        guard.rate(exchange.request, 'join');
        const { code, ...who } = await guard.body(exchange.request, codeJoinSchema);
        const link = await openByCode(exchange.request, code, exchange.param('board'));
        await door.join(exchange, link, who, { board: link.board });
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
        else sendJson(response, 200, describe(access, await guard.allowed(exchange, 'see-session')));
      },
    },
    {
      method: 'GET',
      pattern: '/api/boards/:board/people',
      action: 'see-own-people',
      async handle(exchange) {
        const { session } = await guard.allowed(exchange, 'see-own-people');
        // Of the session, never of the request: nobody else's can be asked for.
        if (session.partner === undefined) throw refused('forbidden');
        const { people, links, newest } = await access.ownPeople(session.board, session.partner);
        const answer: OwnPeopleResponse = {
          people,
          links: links.map(({ made }) => ({ made })),
          newest: newest?.made ?? 0,
        };
        sendJson(exchange.response, 200, answer);
      },
    },
  ];
}

async function invitation(boards: Boards, link: Link): Promise<InvitationResponse> {
  const table = await boards.table(link.board);
  if (table === undefined) throw refused('no-board');
  const { language, partners } = table;
  const partner = partners.find((one) => one.id === link.partner);
  return {
    title: titleOf(table),
    language,
    role: link.role,
    ...(partner === undefined
      ? {}
      : { partner: { id: partner.id, name: partner.name, mark: partner.mark, color: partner.color } }),
  };
}
