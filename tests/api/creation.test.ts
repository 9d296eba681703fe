import type { CreateBoardResponse, SettingsResponse } from '@samenbord/shared/protocol';
import { expect, test } from 'vitest';
import { spawnServer } from './child.ts';
import { apiError, BOARD_FILE, get, post } from './client.ts';
import { CREATION_SECRET, startServer } from './server.ts';

test('a server on this machine lets everybody make boards, and says so', async () => {
  const { url } = await startServer();
  expect((await get<SettingsResponse>(`${url}/api/settings`)).body).toEqual({ boardCreation: 'open' });
  expect((await post(`${url}/api/boards`, BOARD_FILE)).status).toBe(201);
});

test('with a creation secret, only who knows it makes boards; everybody with a link joins', async () => {
  const { url, log } = await startServer({ BOARD_CREATION: CREATION_SECRET });
  expect((await get<SettingsResponse>(`${url}/api/settings`)).body).toEqual({ boardCreation: 'secret' });
  const tried = 'not-the-secret-at-all';
  for (const authorization of [
    undefined,
    'Bearer',
    'Bearer ',
    `Bearer ${tried}`,
    `Basic ${CREATION_SECRET}`,
  ]) {
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
    const { status, body } = await post(`${url}/api/boards`, BOARD_FILE, headers);
    expect(status, authorization).toBe(403);
    expect(body).toEqual(apiError('wrong-secret'));
  }
  const made = await post<CreateBoardResponse>(`${url}/api/boards`, BOARD_FILE, {
    authorization: `Bearer ${CREATION_SECRET}`,
  });
  expect(made.status).toBe(201);
  const secret = new URL(made.body.links.observer).hash.slice(1);
  const joined = await post(`${url}/api/boards/${made.body.board}/join`, { secret, name: 'Anna' });
  expect(joined.status).toBe(200);
  for (const text of [CREATION_SECRET, tried]) expect(log()).not.toContain(text);
});

test('a server does not start on a public address without a secret, and says why', async () => {
  const server = spawnServer({ HOST: '0.0.0.0' });
  expect(await server.ended).toBe(1);
  expect(server.stdout()).toBe('');
  expect(server.stderr()).toMatch(/HOST 0\.0\.0\.0 others reach .*set BOARD_CREATION to a secret/);
});

test('pages that may show a board in a frame are in the policy of every answer', async () => {
  const { url } = await startServer({ FRAME_ANCESTORS: "'self' https://intranet.example.org" });
  for (const path of ['/', '/api/settings', '/api/none'])
    expect((await fetch(`${url}${path}`)).headers.get('content-security-policy')).toContain(
      "; frame-ancestors 'self' https://intranet.example.org",
    );
});
