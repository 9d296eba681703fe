import {
  type ActResponse,
  boardEndSchema,
  eraseSchema,
  freezeSchema,
  homeworkStatusSchema,
  homeworkStickersSchema,
  openRoundSchema,
  type RoundResponse,
  revealSchema,
  roundReadySchema,
} from '@samenbord/shared/protocol';
import type { Logger } from 'pino';
import type { Admission, BoardAction } from '../access/index.ts';
import { ActError } from '../boards/actError.ts';
import type { BoardActs } from '../boards/acts.ts';
import { HttpError } from './errors.ts';
import { type Guard, refused } from './guard.ts';
import { sendJson } from './respond.ts';
import type { Exchange, Route } from './router.ts';

/** What an act is given: who asks, on which board. */
interface Asked {
  readonly board: string;
  readonly exchange: Exchange;
  readonly session: Admission['session'];
}

/** The acts of the server during a meeting. Nothing that anybody wrote is in their answers. */
export function actRoutes(guard: Guard, acts: BoardActs, log: Logger): Route[] {
  const act = (
    path: string,
    action: BoardAction,
    handle: (asked: Asked) => Promise<object>,
    status = 200,
  ): Route => ({
    method: 'POST',
    pattern: `/api/boards/:board/${path}`,
    action,
    async handle(exchange) {
      const { session } = await guard.allowed(exchange, action);
      const { board } = session;
      const answer = await handle({ board, exchange, session }).catch(asHttpError);
      log.info({ board, act: path, role: session.role }, 'act');
      sendJson(exchange.response, status, answer);
    },
  });

  return [
    act('freeze', 'freeze', async ({ board, exchange }) => {
      const { frozen } = await guard.body(exchange.request, freezeSchema);
      await acts.freeze(board, frozen);
      return DONE;
    }),
    ...homeworkRoutes(act, guard, acts),
    ...roundRoutes(act, guard, acts),
    act('partners/:partner/remove', 'remove-partner', async ({ board, exchange }) => {
      await acts.removePartner(board, exchange.param('partner'));
      return DONE;
    }),
    act('end', 'set-end', async ({ board, exchange }) => {
      const { ends } = await guard.body(exchange.request, boardEndSchema);
      await acts.ending.setEnd(board, ends);
      return DONE;
    }),
    act('erase', 'erase-board', async ({ board, exchange }) => {
      const { title } = await guard.body(exchange.request, eraseSchema);
      await acts.ending.erase(board, title);
      return DONE;
    }),
  ];
}

type MakeAct = (
  path: string,
  action: BoardAction,
  handle: (asked: Asked) => Promise<object>,
  status?: number,
) => Route;

const DONE: ActResponse = { done: true };

function homeworkRoutes(act: MakeAct, guard: Guard, { homework }: BoardActs): Route[] {
  return [
    act('homework/status', 'set-homework-status', async ({ board, exchange, session }) => {
      const { status, alone = false } = await guard.body(exchange.request, homeworkStatusSchema);
      await homework.status(board, partnerOf(session), status, alone);
      return DONE;
    }),
    act('homework/reveal', 'reveal-homework', async ({ board, exchange }) => {
      const { partner, withAlone = false } = await guard.body(exchange.request, revealSchema);
      return homework.reveal(board, partner === undefined ? { withAlone } : { partner });
    }),
    act('homework/share', 'share-homework', async ({ board, exchange, session }) => {
      const { stickers } = await guard.body(exchange.request, homeworkStickersSchema);
      await homework.share(board, partnerOf(session), stickers);
      return DONE;
    }),
    act('homework/delete', 'delete-homework', async ({ board, exchange, session }) => {
      const { stickers } = await guard.body(exchange.request, homeworkStickersSchema);
      await homework.delete(board, partnerOf(session), stickers);
      return DONE;
    }),
    act('homework/erase', 'delete-homework', async ({ board, session }) => {
      await homework.erase(board, partnerOf(session));
      return DONE;
    }),
  ];
}

function roundRoutes(act: MakeAct, guard: Guard, { rounds }: BoardActs): Route[] {
  return [
    act(
      'rounds',
      'run-rounds',
      async ({ board, exchange }): Promise<RoundResponse> => {
        const field = await guard.body(exchange.request, openRoundSchema);
        return { round: await rounds.open(board, field) };
      },
      201,
    ),
    act('rounds/:round/ready', 'be-ready', async ({ board, exchange, session }) => {
      const { ready } = await guard.body(exchange.request, roundReadySchema);
      await rounds.ready(board, exchange.param('round'), session.person.id, ready);
      return DONE;
    }),
    act('rounds/:round/reveal', 'run-rounds', async ({ board, exchange }) => ({
      revealed: [],
      stickers: await rounds.reveal(board, exchange.param('round')),
    })),
    act('rounds/:round/cancel', 'run-rounds', async ({ board, exchange }) => {
      await rounds.cancel(board, exchange.param('round'));
      return DONE;
    }),
  ];
}

/** The partner a session speaks for; one without is not allowed what asks for it. */
function partnerOf({ partner }: Admission['session']): string {
  if (partner === undefined) throw refused('forbidden');
  return partner;
}

function asHttpError(error: unknown): never {
  if (!(error instanceof ActError)) throw error;
  const { code, message, field } = error;
  throw new HttpError(code, message, { cause: error, ...(field === undefined ? {} : { field }) });
}
