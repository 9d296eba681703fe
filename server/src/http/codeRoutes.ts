import { type SpokenCodeResponse, shownCodeSchema } from '@samenbord/shared/protocol';
import type { Logger } from 'pino';
import { type Access, CODE_LEASE, type ShownCode } from '../access/index.ts';
import { HttpError } from './errors.ts';
import { type Guard, refused } from './guard.ts';
import { sendJson } from './respond.ts';
import type { Exchange, Route } from './router.ts';

export interface CodeOptions {
  readonly guard: Guard;
  readonly access: Access;
  readonly log: Logger;
}

/** Codes to say aloud: showing one, going on with it, and taking it away. */
export function codeRoutes({ guard, access, log }: CodeOptions): Route[] {
  const view = ({ code, expires }: ShownCode): SpokenCodeResponse => ({ code, expires, lease: CODE_LEASE });

  /** The link in the path, which a facilitator of its board asks about. */
  const linkOf = async (exchange: Exchange): Promise<{ board: string; link: string }> => {
    guard.ownPage(exchange.request);
    return { board: await guard.board(exchange, 'manage-links'), link: exchange.param('link') };
  };

  return [
    {
      method: 'POST',
      pattern: '/api/boards/:board/links/:link/code',
      action: 'manage-links',
      async handle(exchange) {
        const { board, link } = await linkOf(exchange);
        const found = await access.countedLink(board, link);
        if (found === undefined) throw new HttpError('not-found', 'this board has no such link');
        if (!access.linkWorks(found.link)) throw refused('withdrawn');
        const shown = await access.codes.show(board, link);
        if (shown === 'full') throw new HttpError('conflict', 'this board shows as many codes as it may');
        log.info({ board, link }, 'code shown');
        sendJson(exchange.response, 201, view(shown));
      },
    },
    {
      method: 'POST',
      pattern: '/api/boards/:board/links/:link/code/renew',
      action: 'manage-links',
      async handle(exchange) {
        const { board, link } = await linkOf(exchange);
        const { code } = await guard.body(exchange.request, shownCodeSchema);
        const shown = await access.codes.renew(board, link, code);
        if (shown === undefined) throw new HttpError('wrong-code', 'there is no such code, or it has ended');
        sendJson(exchange.response, 200, view(shown));
      },
    },
    {
      method: 'POST',
      pattern: '/api/boards/:board/links/:link/code/end',
      action: 'manage-links',
      async handle(exchange) {
        const { board, link } = await linkOf(exchange);
        const { code } = await guard.body(exchange.request, shownCodeSchema);
        await access.codes.end(board, link, code);
        sendJson(exchange.response, 200, { done: true });
      },
    },
  ];
}
