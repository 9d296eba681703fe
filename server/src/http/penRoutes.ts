import { type ActResponse, newStickerSchema, type PenResponse } from '@samenbord/shared/protocol';
import type { Logger } from 'pino';
import type { Access, Admission } from '../access/index.ts';
import { ActError } from '../boards/actError.ts';
import { type Adding, authorOfBrowser, type StickerAuthor } from '../boards/adding.ts';
import { HttpError } from './errors.ts';
import { bearerOf, type Guard, refused } from './guard.ts';
import { sendJson } from './respond.ts';
import type { Exchange, Route } from './router.ts';

export interface PenOptions {
  readonly guard: Guard;
  readonly access: Access;
  readonly adding: Adding;
  readonly publicUrl: string;
  readonly log: Logger;
}

interface Writing {
  readonly admission: Admission;
  /** Whether a pass let them in, and not a ticket. */
  readonly byPass: boolean;
}

/** Phones as pens: making a pass, seeing where stickers may go, and putting one there. */
export function penRoutes({ guard, access, adding, publicUrl, log }: PenOptions): Route[] {
  /** Who asks: by a pass, or as everywhere by a ticket. */
  const whoAdds = async (exchange: Exchange): Promise<Writing> => {
    guard.rate(exchange.request, 'pen');
    if (exchange.request.method === 'POST') guard.ownPage(exchange.request);
    const allowed = await access.pens.allow(bearerOf(exchange.request), exchange.param('board'));
    if (allowed === undefined)
      return { admission: await guard.allowed(exchange, 'add-sticker'), byPass: false };
    if (!allowed.ok) throw refused(allowed.refusal);
    return { admission: allowed, byPass: true };
  };

  return [
    {
      method: 'POST',
      pattern: '/api/boards/:board/pens',
      action: 'make-pen',
      async handle(exchange) {
        guard.rate(exchange.request, 'penMake');
        const maker = await guard.allowed(exchange, 'make-pen');
        const { board, link } = maker.session;
        guard.rateOf(link, 'penMake');
        const { pass, expires } = access.pens.make(maker);
        log.info({ board, link }, 'pen shown');
        const answer: PenResponse = { url: `${publicUrl}/pen/${board}#${pass}`, expires };
        sendJson(exchange.response, 201, answer);
      },
    },
    {
      method: 'GET',
      pattern: '/api/boards/:board/pen',
      action: 'add-sticker',
      async handle(exchange) {
        const { admission } = await whoAdds(exchange);
        const board = await adding.board(admission.session.board);
        if (board === undefined) throw refused('no-board');
        sendJson(exchange.response, 200, board);
      },
    },
    {
      method: 'POST',
      pattern: '/api/boards/:board/stickers',
      action: 'add-sticker',
      async handle(exchange) {
        const writing = await whoAdds(exchange);
        const { session, linkEnds } = writing.admission;
        guard.rateOf(session.link, 'pen');
        const { writer, ...sticker } = await guard.body(exchange.request, newStickerSchema);
        const author = authorOf(writing, writer);
        // Reading it took time, in which the link may have been withdrawn.
        if (!access.stillAdmitted(session, linkEnds)) throw refused('withdrawn');
        await adding.add(session.board, sticker, author).catch(asHttpError);
        const answer: ActResponse = { done: true };
        sendJson(exchange.response, 201, answer);
      },
    },
  ];
}

function authorOf(
  { admission: { session }, byPass }: Writing,
  writer: { readonly name: string; readonly browser: string } | undefined,
): StickerAuthor {
  const { person, role, board } = session;
  if (!byPass) return { id: person.id, name: person.name, role };
  if (writer === undefined) throw new HttpError('invalid', 'writer is missing', { field: 'writer' });
  return authorOfBrowser(board, writer.browser, writer.name);
}

function asHttpError(error: unknown): never {
  if (!(error instanceof ActError)) throw error;
  const { code, message, field } = error;
  throw new HttpError(code, message, { cause: error, ...(field === undefined ? {} : { field }) });
}
