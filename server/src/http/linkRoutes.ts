import {
  type LinkSettings as AskedSettings,
  type LinkInfo,
  type LinkResponse,
  type LinksResponse,
  linkSettingsSchema,
  type NewLinkResponse,
  newLinkSchema,
} from '@samenbord/shared/protocol';
import type { Logger } from 'pino';
import type { Access, CountedLink, LinkRefusal, LinkSettings, NewLink } from '../access/index.ts';
import { type Boards, linkUrl } from '../boards/boards.ts';
import { HttpError } from './errors.ts';
import type { Guard } from './guard.ts';
import { sendJson } from './respond.ts';
import type { Route } from './router.ts';

export interface LinkOptions {
  readonly guard: Guard;
  readonly access: Access;
  readonly boards: Boards;
  readonly publicUrl: string;
  /** Ends the sessions that came in by a link, on all nodes. */
  readonly endLink: (board: string, link: string) => void;
  /** Tells the other nodes that a link's settings were changed. */
  readonly linkChanged: (board: string, link: string) => void;
  readonly log: Logger;
  /** ms since the epoch, now */
  readonly now: () => number;
}

/** Whether a partner is at the table, before and after a link is made for it. */
function seats({ access, boards, endLink }: Pick<LinkOptions, 'access' | 'boards' | 'endLink'>) {
  const atTable = async (board: string, partner: string): Promise<boolean> =>
    (await boards.table(board))?.partners.some(({ id }) => id === partner) ?? false;

  /** Who takes a partner off the table ends its links: one made at that very moment has to end too. */
  const atTableStill = async (board: string, { record }: NewLink): Promise<void> => {
    if (record.partner === null || (await atTable(board, record.partner))) return;
    await access.withdraw(board, record.id);
    endLink(board, record.id);
    throw new HttpError('conflict', 'this partner is at the table no more');
  };
  return { atTable, atTableStill };
}

/** The facilitator's links: listing, making, changing, replacing and ending them. */
export function linkRoutes(options: LinkOptions): Route[] {
  const { guard, access, publicUrl, endLink, linkChanged, log, now } = options;

  const counted = async (board: string, id: string): Promise<LinkInfo> => {
    const found = await access.countedLink(board, id);
    if (found === undefined) throw refusedLink('no-such-link');
    return view(found);
  };

  const newLink = async (board: string, { record, secret }: NewLink): Promise<NewLinkResponse> => ({
    link: await counted(board, record.id),
    url: linkUrl(publicUrl, board, secret),
  });

  /** What a request sets, with what was not named left out. @throws {HttpError} */
  const settings = ({ name, expires, maxPeople, admission }: AskedSettings): Partial<LinkSettings> => {
    if (typeof expires === 'number' && expires <= now())
      throw new HttpError('invalid', 'expires must be in the future', { field: 'expires' });
    return {
      ...(name === undefined ? {} : { name }),
      ...(expires === undefined ? {} : { expires }),
      ...(maxPeople === undefined ? {} : { maxPeople }),
      ...(admission === undefined ? {} : { admission }),
    };
  };

  const { atTable, atTableStill } = seats(options);

  return [
    {
      method: 'GET',
      pattern: '/api/boards/:board/links',
      action: 'manage-links',
      async handle(exchange) {
        const board = await guard.board(exchange, 'manage-links');
        const answer: LinksResponse = { links: (await access.listLinks(board)).map(view) };
        sendJson(exchange.response, 200, answer);
      },
    },
    {
      method: 'POST',
      pattern: '/api/boards/:board/links',
      action: 'manage-links',
      async handle(exchange) {
        const board = await guard.board(exchange, 'manage-links');
        const { role, partner, ...asked } = await guard.body(exchange.request, newLinkSchema);
        if ((role === 'partner') !== (partner !== undefined))
          throw new HttpError('invalid', 'partner goes with the role partner, and only with it', {
            field: 'partner',
          });
        if (partner !== undefined && !(await atTable(board, partner)))
          throw new HttpError('invalid', 'partner is not at the table of this board', { field: 'partner' });
        const made = await access.addLink(board, role, partner ?? null, settings(asked));
        if (made === 'too-many-links') throw refusedLink(made);
        await atTableStill(board, made);
        log.info({ board, link: made.record.id, role }, 'link made');
        sendJson(exchange.response, 201, await newLink(board, made));
      },
    },
    {
      method: 'POST',
      pattern: '/api/boards/:board/links/:link',
      action: 'manage-links',
      async handle(exchange) {
        const board = await guard.board(exchange, 'manage-links');
        const id = exchange.param('link');
        const change = settings(await guard.body(exchange.request, linkSettingsSchema));
        const result = await access.changeLink(board, id, change);
        if (result !== 'changed') throw refusedLink(result);
        linkChanged(board, id);
        log.info({ board, link: id, settings: Object.keys(change) }, 'link changed');
        const answer: LinkResponse = { link: await counted(board, id) };
        sendJson(exchange.response, 200, answer);
      },
    },
    {
      method: 'POST',
      pattern: '/api/boards/:board/links/:link/withdraw',
      action: 'manage-links',
      async handle(exchange) {
        const board = await guard.board(exchange, 'manage-links');
        const id = exchange.param('link');
        const result = await access.withdraw(board, id);
        if (result !== 'withdrawn') throw refusedLink(result);
        endLink(board, id);
        log.info({ board, link: id }, 'link withdrawn');
        const answer: LinkResponse = { link: await counted(board, id) };
        sendJson(exchange.response, 200, answer);
      },
    },
    {
      method: 'POST',
      pattern: '/api/boards/:board/links/:link/reissue',
      action: 'manage-links',
      async handle(exchange) {
        const board = await guard.board(exchange, 'manage-links');
        const id = exchange.param('link');
        const made = await access.reissueLink(board, id);
        if (typeof made === 'string') throw refusedLink(made);
        endLink(board, id);
        await atTableStill(board, made);
        log.info({ board, link: id, by: made.record.id }, 'link replaced');
        sendJson(exchange.response, 201, await newLink(board, made));
      },
    },
  ];
}

function refusedLink(refusal: LinkRefusal): HttpError {
  switch (refusal) {
    case 'no-such-link':
      return new HttpError('not-found', 'this board has no such link');
    case 'withdrawn-already':
      return new HttpError('conflict', 'this link was withdrawn; make a new one');
    case 'past-end':
      return new HttpError(
        'conflict',
        'this link is past its end; give it another end, or none, and then replace it',
      );
    case 'last-facilitator':
      return new HttpError(
        'forbidden',
        'the board must keep a facilitator link without an end, a limit or a waiting room; make another one first',
      );
    case 'too-many-links':
      return new HttpError('conflict', 'this board has as many links as it may have');
  }
}

/** A link as the facilitator sees it: everything but what opens it. */
function view({ link, people }: CountedLink): LinkInfo {
  const { id, role, partner, name, made, expires, withdrawn, maxPeople, admission } = link;
  return {
    id,
    role,
    ...(partner === null ? {} : { partner }),
    name,
    made,
    expires,
    withdrawn,
    maxPeople,
    admission,
    people,
  };
}
