import type { Logger } from 'pino';
import type { Access } from '../access/index.ts';
import type { LinkRecord, RecordStore } from '../store/types.ts';
import { HttpError } from './errors.ts';
import type { Guard } from './guard.ts';
import { sendJson } from './respond.ts';
import type { Exchange, Route } from './router.ts';

export interface LinkOptions {
  readonly guard: Guard;
  readonly access: Access;
  readonly store: RecordStore;
  /** Ends the sessions that came in by a link, on all nodes. */
  readonly endLink: (board: string, link: string) => void;
  readonly log: Logger;
}

/** The facilitator's list of links, and ending one. */
export function linkRoutes({ guard, access, store, endLink, log }: LinkOptions): Route[] {
  const facilitator = async (exchange: Exchange): Promise<string> => {
    const { session } = await guard.allowed(exchange, 'manage-links');
    return session.board;
  };

  return [
    {
      method: 'GET',
      pattern: '/api/boards/:board/links',
      action: 'manage-links',
      async handle(exchange) {
        const board = await facilitator(exchange);
        sendJson(exchange.response, 200, { links: (await store.links(board)).map(view) });
      },
    },
    {
      method: 'POST',
      pattern: '/api/boards/:board/links/:link/withdraw',
      action: 'manage-links',
      async handle(exchange) {
        const board = await facilitator(exchange);
        const link = exchange.param('link');
        const result = await access.withdraw(board, link);
        if (result === 'no-such-link') throw new HttpError('not-found', 'this board has no such link');
        if (result === 'last-facilitator')
          throw new HttpError('forbidden', 'the last facilitator link of a board cannot be withdrawn');
        endLink(board, link);
        log.info({ board, link }, 'link withdrawn');
        const record = await store.link(link);
        if (record === undefined) throw new HttpError('not-found', 'this board has no such link');
        sendJson(exchange.response, 200, { link: view(record) });
      },
    },
  ];
}

/** A link as the facilitator sees it: everything but what opens it. */
const view = ({ id, role, partner, made, withdrawn }: LinkRecord) => ({
  id,
  role,
  ...(partner === null ? {} : { partner }),
  made,
  withdrawn,
});
