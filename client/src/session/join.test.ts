import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiFailure, createBoard, join, readInvitation, readSession } from './join.ts';

afterEach(() => vi.unstubAllGlobals());

function answer(status: number, body: string, headers: Record<string, string> = {}) {
  const fetch = vi.fn((_path: string, _init?: RequestInit) =>
    Promise.resolve(new Response(body, { status, headers })),
  );
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

async function failureOf(call: Promise<unknown>): Promise<ApiFailure> {
  const failure = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(failure instanceof ApiFailure)) throw new Error('this call should have failed');
  return failure;
}

describe('calls to the API', () => {
  it('go to the documented paths; the secret only ever in the body', async () => {
    const fetch = answer(200, '{}');
    await createBoard({ title: 'T', partners: [{ name: 'A' }, { name: 'B' }] });
    await readInvitation('board/1', 'hush');
    await join('board-1', 'hush', 'Noor');
    await readSession('board-1');
    const calls = fetch.mock.calls.map(([path, init]) => [init?.method, path, init?.body]);
    expect(calls).toEqual([
      ['POST', '/api/boards', '{"title":"T","partners":[{"name":"A"},{"name":"B"}]}'],
      ['POST', '/api/boards/board%2F1/invitation', '{"secret":"hush"}'],
      ['POST', '/api/boards/board-1/join', '{"secret":"hush","name":"Noor"}'],
      ['GET', '/api/boards/board-1/session', undefined],
    ]);
  });

  it('tell a browser that was never here from a server that cannot be reached', async () => {
    const nothing = vi.fn(() => Promise.resolve(new Response(null, { status: 204 })));
    vi.stubGlobal('fetch', nothing);
    expect((await failureOf(readSession('board-1'))).code).toBe('unauthorised');
  });

  it('give back what the server says', async () => {
    answer(200, '{"title":"Rietwijk","language":"nl","role":"observer"}');
    expect(await readInvitation('b', 's')).toEqual({ title: 'Rietwijk', language: 'nl', role: 'observer' });
  });
});

describe('a call that fails', () => {
  it('has the code of the API, the field and when to try again', async () => {
    answer(400, '{"error":{"code":"invalid","message":"no","field":"partners.3.name"}}');
    expect(await failureOf(readSession('b'))).toMatchObject({ code: 'invalid', field: 'partners.3.name' });
    answer(429, '{"error":{"code":"too-many","message":"no"}}', { 'retry-after': '7' });
    expect(await failureOf(readSession('b'))).toMatchObject({ code: 'too-many', retryAfter: 7 });
  });

  it.each([
    ['a page of a proxy', 502, '<html>Bad gateway</html>', 'network'],
    ['a page of a proxy that says all is well', 200, '<html>Log in to the Wi-Fi</html>', 'network'],
    ['a code it does not know', 418, '{"error":{"code":"teapot","message":""}}', 'network'],
    ['an error without a code', 500, '{}', 'internal'],
    ['no object', 200, '[]', 'network'],
  ])('by %s', async (_name, status, body, code) => {
    answer(status, body);
    expect((await failureOf(readSession('b'))).code).toBe(code);
  });

  it('because there is no connection', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect((await failureOf(join('b', 'hush', 'Noor'))).code).toBe('network');
  });

  it('never says the secret', async () => {
    answer(403, '{"error":{"code":"wrong-link","message":"hush"}}');
    expect(String(await failureOf(join('b', 'hush', 'Noor')))).not.toContain('hush');
  });
});
