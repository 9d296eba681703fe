import { expect, test } from 'vitest';
import { apiError, bearer, get, join, makeBoard, post } from './client.ts';
import { startServer } from './server.ts';

/** Routes that ask for no session: each is here for a reason, and a new one has to be put here on purpose. */
const FOR_ANYONE = [
  'POST /api/boards',
  'POST /api/boards/:board/invitation',
  'POST /api/boards/:board/join',
  'POST /api/boards/:board/join-by-code',
  // By the token of who waits at the door.
  'POST /api/boards/:board/waiting',
  'POST /api/codes/invitation',
  'POST /api/codes/join',
  'GET /api/settings',
  'GET /healthz',
  'GET /readyz',
  'GET /metrics',
];

/** A path of the pattern on this board; ids in it that there are not. */
const pathOf = (pattern: string, board: string): string =>
  pattern.replace(':board', board).replaceAll(/:[a-z]+/g, 'no-such-thing');

test('every route says what it asks of a session, and those that ask for none are known', async () => {
  const { routes } = await startServer();
  const open = routes.filter(({ action }) => action === 'anyone');
  expect(open.map(({ method, pattern }) => `${method} ${pattern}`).toSorted()).toEqual(FOR_ANYONE.toSorted());
});

test('every other route asks before anything else: without a session, with one of another board, and for no board', async () => {
  const { url, routes } = await startServer();
  const [made, other] = [await makeBoard(url), await makeBoard(url)];
  const foreign = bearer(await join(other, other.facilitator));
  for (const { method, pattern, action } of routes) {
    if (action === 'anyone') continue;
    const send = (board: string, headers: Readonly<Record<string, string>>) => {
      const address = `${url}${pathOf(pattern, board)}`;
      // A body that fits nothing: who may not do this does not even hear so.
      return method === 'GET' ? get(address, headers) : post(address, ['no body of any route'], headers);
    };
    const nobody = { authorization: 'Bearer none' };
    expect(await send(made.board, nobody), pattern).toMatchObject({
      status: 401,
      body: apiError('unauthorised'),
    });
    expect(await send(made.board, foreign), pattern).toMatchObject({
      status: 403,
      body: apiError('forbidden'),
    });
    expect(await send('no-such-board', foreign), pattern).toMatchObject({
      status: 404,
      body: apiError('no-board'),
    });
  }
});
