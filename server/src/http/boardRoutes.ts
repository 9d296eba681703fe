import type { IncomingMessage } from 'node:http';
import { boardFileSchema } from '@samenbord/shared/board';
import type { CreateBoardResponse } from '@samenbord/shared/protocol';
import type { Logger } from 'pino';
import { BoardFileError, type Boards } from '../boards/boards.ts';
import type { ServerLimits } from '../config.ts';
import type { PictureStore } from '../store/types.ts';
import type { Budget } from './budget.ts';
import { HttpError } from './errors.ts';
import { type Guard, refused } from './guard.ts';
import type { Metrics } from './metrics.ts';
import { sendJson } from './respond.ts';
import type { Route } from './router.ts';
import { isWholeFile, readWholeFile, sendWholeFile } from './wholeFile.ts';

export interface BoardOptions {
  readonly guard: Guard;
  readonly boards: Boards;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly pictures: PictureStore;
  /** What pictures may take of memory at once. */
  readonly memory: Budget;
  readonly limits: Pick<ServerLimits, 'body' | 'file' | 'picture' | 'pictures'>;
  /** ms since the epoch, now */
  readonly now: () => number;
}

/** Making a board, and taking it away as a file. */
export function boardRoutes(options: BoardOptions): Route[] {
  const { guard, boards, metrics, log, pictures, memory, limits, now } = options;

  /** A board of a file with pictures: nothing is made before all of it fits. */
  const makeWhole = async (request: IncomingMessage): Promise<CreateBoardResponse> => {
    const release = memory.take(
      Math.min(limits.file, Number(request.headers['content-length'] ?? limits.file)),
    );
    if (release === undefined)
      throw new HttpError('unavailable', 'too many pictures are on their way now; try again in a moment', {
        headers: { 'retry-after': '2' },
      });
    try {
      const whole = await readWholeFile(request, limits, now());
      const made = await boards.create(whole.file).catch(asInvalid);
      for (const picture of whole.pictures) await pictures.put(made.board, picture, limits.pictures);
      return made;
    } finally {
      release();
    }
  };

  return [
    {
      method: 'POST',
      pattern: '/api/boards',
      action: 'anyone',
      async handle({ request, response }) {
        guard.ownPage(request);
        guard.rate(request, 'create');
        guard.mayCreate(request);
        const made = isWholeFile(request)
          ? await makeWhole(request)
          : await boards.create(await guard.body(request, boardFileSchema)).catch(asInvalid);
        metrics.boardMade();
        log.info({ board: made.board, partners: made.links.partners.length }, 'board made');
        sendJson(response, 201, made);
      },
    },
    {
      method: 'GET',
      pattern: '/api/boards/:board/export.json',
      action: 'export-board',
      async handle(exchange) {
        guard.rate(exchange.request, 'export');
        await guard.allowed(exchange, 'export-board');
        const file = await boards.export(exchange.param('board'));
        if (file === undefined) throw refused('no-board');
        exchange.response.setHeader('content-disposition', 'attachment; filename="samenbord.json"');
        sendJson(exchange.response, 200, file);
      },
    },
    {
      method: 'GET',
      pattern: '/api/boards/:board/export.ndjson',
      action: 'export-board',
      async handle(exchange) {
        guard.rate(exchange.request, 'export');
        const { session } = await guard.allowed(exchange, 'export-board');
        const file = await boards.export(session.board);
        if (file === undefined) throw refused('no-board');
        exchange.response.setHeader('content-disposition', 'attachment; filename="samenbord.ndjson"');
        await sendWholeFile(exchange.response, session.board, file, {
          pictures,
          memory,
          most: limits.picture,
        });
      },
    },
    {
      method: 'GET',
      pattern: '/api/boards/:board/mine.json',
      action: 'export-own',
      async handle(exchange) {
        guard.rate(exchange.request, 'export');
        const { session } = await guard.allowed(exchange, 'export-own');
        // Of the session, never of the request: nobody else's can be asked for.
        if (session.partner === undefined) throw refused('forbidden');
        const file = await boards.exportOwn(session.board, session.partner, session.person.id);
        if (file === undefined) throw refused('no-board');
        exchange.response.setHeader('content-disposition', 'attachment; filename="samenbord-eigen.json"');
        sendJson(exchange.response, 200, file);
      },
    },
  ];
}

/** Turns a mistake in the file into one of the request. */
function asInvalid(error: unknown): never {
  if (error instanceof BoardFileError)
    throw new HttpError('invalid', error.message, { field: error.field, cause: error });
  throw error;
}
