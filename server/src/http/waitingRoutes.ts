import { letInSchema, type WaitingRoomResponse, waitingSchema } from '@samenbord/shared/protocol';
import type { Logger } from 'pino';
import type { Access, Link, Waiting } from '../access/index.ts';
import type { Door } from './door.ts';
import { HttpError } from './errors.ts';
import { type Guard, refused } from './guard.ts';
import { sendJson } from './respond.ts';
import type { Route } from './router.ts';

export interface WaitingOptions {
  readonly guard: Guard;
  readonly access: Access;
  readonly door: Door;
  readonly log: Logger;
}

/** The waiting room: asking whether one may come in, and the facilitator's answers. */
export function waitingRoutes({ guard, access, door, log }: WaitingOptions): Route[] {
  return [
    {
      method: 'POST',
      pattern: '/api/boards/:board/waiting',
      action: 'anyone',
      async handle(exchange) {
        guard.ownPage(exchange.request);
        guard.rate(exchange.request, 'waiting');
        const { token } = await guard.body(exchange.request, waitingSchema);
        const standing = await access.standing(exchange.param('board'), token);
        switch (standing.kind) {
          case 'gone':
            throw new HttpError('not-found', 'nobody waits by this token any more; join again');
          case 'withdrawn':
            throw refused('withdrawn');
          case 'refused':
            throw new HttpError('refused-entry', 'the facilitator did not let this person in');
          default:
            door.answer(exchange, standing);
        }
      },
    },
    {
      method: 'GET',
      pattern: '/api/boards/:board/waiting-room',
      action: 'let-in',
      async handle(exchange) {
        const board = await guard.board(exchange, 'let-in');
        const [waiting, links] = await Promise.all([
          access.waitingRoom.list(board),
          access.workingLinks(board),
        ]);
        const answer: WaitingRoomResponse = {
          asks: links.some(({ admission }) => admission === 'ask'),
          people: waiting.flatMap((one) => {
            const link = links.find(({ id }) => id === one.link);
            return link === undefined ? [] : [view(one, link)];
          }),
        };
        sendJson(exchange.response, 200, answer);
      },
    },
    {
      method: 'POST',
      pattern: '/api/boards/:board/waiting-room/:id',
      action: 'let-in',
      async handle(exchange) {
        const board = await guard.board(exchange, 'let-in');
        const { admit } = await guard.body(exchange.request, letInSchema);
        const id = exchange.param('id');
        const waiting = await access.waitingRoom.find(board, id);
        const link = waiting && (await access.countedLink(board, waiting.link))?.link;
        if (waiting === undefined || link === undefined)
          throw new HttpError('not-found', 'nobody of this id waits any more');
        const answered = await access.letIn(link, waiting, admit);
        if (answered === 'full')
          throw new HttpError('link-full', 'as many people as this link is for have come in by it');
        if (answered === 'gone') throw new HttpError('not-found', 'nobody of this id waits any more');
        log.info({ board, link: link.id, admit }, 'waiting answered');
        sendJson(exchange.response, 200, { done: true });
      },
    },
  ];
}

const view = ({ id, caller, since }: Waiting, link: Link): WaitingRoomResponse['people'][number] => ({
  id,
  name: caller.name,
  link: link.id,
  linkName: link.name,
  role: link.role,
  ...(link.partner === null ? {} : { partner: link.partner }),
  since,
});
