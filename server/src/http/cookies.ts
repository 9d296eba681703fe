/** One cookie per board, so that one browser can have several boards open. */
export const cookieName = (board: string): string => `samenbord-${board}`;

/** The value of a cookie in a `Cookie` header. Ours need no decoding: their alphabet is base64url and dots. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const [key, ...value] = pair.split('=');
    if (key?.trim() === name) return value.join('=').trim();
  }
  return undefined;
}

/**
 * The `Set-Cookie` headers that hold a board's ticket: one for its API, one for its documents. With the
 * path of the board and not `/`, a browser that has opened forty boards does not send forty tickets
 * with each request, which proxies and Node refuse.
 * @param maxAge ms
 */
export function ticketCookies(board: string, ticket: string, maxAge: number, secure: boolean): string[] {
  const attributes = `Max-Age=${Math.floor(maxAge / 1_000)}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return [`/api/boards/${board}`, `/relay/${board}`].map(
    (path) => `${cookieName(board)}=${ticket}; Path=${path}; ${attributes}`,
  );
}
