import { boardFileSchema } from '@samenbord/shared/board';
import type { Logger } from 'pino';
import { BoardFileError, type Boards } from '../boards/boards.ts';
import { HttpError } from './errors.ts';
import { type Guard, refused } from './guard.ts';
import type { Metrics } from './metrics.ts';
import { sendJson } from './respond.ts';
import type { Route } from './router.ts';

/** Making a board, and taking it away as a file. */
export function boardRoutes(guard: Guard, boards: Boards, metrics: Metrics, log: Logger): Route[] {
  return [
    {
      method: 'POST',
      pattern: '/api/boards',
      action: 'anyone',
      async handle({ request, response }) {
        guard.ownPage(request);
        guard.rate(request, 'create');
        guard.mayCreate(request);
        const file = await guard.body(request, boardFileSchema);
        const made = await boards.create(file).catch(asInvalid);
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
