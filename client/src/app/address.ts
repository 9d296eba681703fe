import { BOARD_ID } from '@samenbord/shared/board';

/** Where in the program one is. Two addresses: `/` and `/b/<board>`; a secret behind `#` is no part of it. */
export type Route =
  | { readonly page: 'start' }
  /** The links of a board made here; at `/`, so that the address bar holds nothing to share by mistake. */
  | { readonly page: 'links'; readonly board: string }
  | { readonly page: 'board'; readonly board: string }
  | { readonly page: 'unknown' };

/** Reads a path and the state the browser keeps with it. */
export function parseRoute(path: string, state: unknown): Route {
  if (path === '/') {
    const board = linksIn(state);
    return board === undefined ? { page: 'start' } : { page: 'links', board };
  }
  const board = /^\/b\/([^/]+)\/?$/.exec(path)?.[1];
  return board !== undefined && BOARD_ID.test(board) ? { page: 'board', board } : { page: 'unknown' };
}

function linksIn(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null || !('links' in state)) return undefined;
  return typeof state.links === 'string' && BOARD_ID.test(state.links) ? state.links : undefined;
}

/** The secret behind the `#` of an address; `undefined` when there is none. */
export function secretIn(hash: string): string | undefined {
  const secret = hash.replace(/^#/, '');
  return secret === '' ? undefined : secret;
}

/** The secret in a whole link, for going there without loading the page anew. */
export function secretOfLink(link: string): string | undefined {
  return URL.canParse(link) ? secretIn(new URL(link).hash) : undefined;
}

/** Whether an address only works on the computer it is on, so that a link with it is of no use to others. */
export function isOnlyHere(link: string): boolean {
  if (!URL.canParse(link)) return false;
  const { hostname } = new URL(link);
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
