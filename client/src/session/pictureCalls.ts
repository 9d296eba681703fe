import type { PictureResponse } from '@samenbord/shared/protocol';
import { ApiFailure, failureOf, pathOf } from './join.ts';
import type { SessionHandle } from './types.ts';

/** The pictures of a board, as the server keeps them. Not in the index: rooms that are fetched later import it. */
export interface PictureCalls {
  /** Brings one; the same again is kept once. @throws {ApiFailure} */
  bring(picture: Blob): Promise<PictureResponse>;
  /** The bytes of one. @throws {ApiFailure} */
  fetch(hash: string): Promise<Blob>;
}

/** ms that ten megabytes may take over a bad line. */
const PATIENCE = 120_000;

/** @param session the board, and the ticket where the browser keeps no cookies */
export function pictureCalls({ board, ticket }: Pick<SessionHandle, 'board' | 'ticket'>): PictureCalls {
  const path = `${pathOf(board)}/pictures`;
  const headers: Record<string, string> = ticket === undefined ? {} : { authorization: `Bearer ${ticket}` };
  const ask = async (to: string, init: RequestInit): Promise<Response> => {
    let response: Response;
    try {
      response = await fetch(to, {
        credentials: 'same-origin',
        signal: AbortSignal.timeout(PATIENCE),
        ...init,
        headers: { ...headers, ...init.headers },
      });
    } catch (cause) {
      throw new ApiFailure('network', { cause });
    }
    if (response.ok) return response;
    throw failureOf(response, await response.json().catch(() => undefined));
  };
  return {
    async bring(picture) {
      const init = { method: 'POST', body: picture, headers: { 'content-type': picture.type } };
      const response = await ask(path, init);
      // Our own server, of the same version as this page.
      return (await response.json()) as PictureResponse;
    },
    // What a hash leads to never changes: the browser may keep it.
    fetch: async (hash) => (await ask(`${path}/${encodeURIComponent(hash)}`, {})).blob(),
  };
}
