import { readdirSync, readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import type { JoinResponse } from '@samenbord/shared/protocol';
import { expect, test } from 'vitest';
import { spawnServer } from './child.ts';
import { bearer, cookieOf, get, join, makeBoard, PARTNERS, post } from './client.ts';
import { openPeer } from './peer.ts';
import { temporaryDirectory } from './server.ts';

const CANARY = 'kanarie';

test('no secret, ticket, name or text gets into the log at its lowest level, and no secret into the store', async () => {
  const dataDir = joinPath(temporaryDirectory(), 'data');
  const server = spawnServer({ DATA_DIR: dataDir });
  const url = await server.ready;
  const made = await makeBoard(url, {
    title: `${CANARY} title`,
    partners: [...PARTNERS, { name: `${CANARY} partner` }],
    stickers: [{ template: 'brengen-halen', text: `${CANARY} sticker` }],
  });
  const secrets = [made.facilitator, made.observer, ...made.partners.map(({ secret }) => secret)];

  const joined: JoinResponse[] = [];
  for (const secret of secrets) joined.push(await join(made, secret, `${CANARY} person`));
  const [facilitator] = joined;
  if (facilitator === undefined) throw new Error('nobody joined');
  await get(`${made.api}/export.json`, bearer(facilitator));
  await get(`${made.api}/links`, bearer(facilitator));

  // Every way in which somebody may put a secret where it does not belong.
  for (const secret of secrets) {
    await post(`${made.api}/join`, { secret: `${secret}x`, name: 'x' });
    await post(`${made.api}/join`, { secret });
    await fetch(`${url}/b/${made.board}/${secret}?secret=${secret}`);
    await fetch(`${url}/api/${secret}`);
    await fetch(`${made.api}/session?ticket=${secret}`, { headers: { authorization: `Bearer ${secret}` } });
    await fetch(`${made.api}/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"secret": "${secret}" oops`,
    });
    await openPeer(url, made.board, { ticket: secret }).closed;
    await openPeer(url, secret, {}).closed;
  }
  const cookie = cookieOf((await post(`${made.api}/join`, { secret: made.observer, name: 'x' })).headers);
  await openPeer(url, made.board, { cookie, origin: 'https://evil.example' }).closed;

  const peer = openPeer(url, made.board, facilitator);
  await peer.synced;
  peer.doc.getText(CANARY).insert(0, `${CANARY} typed`);
  await peer.saved();
  const garbage = openPeer(url, made.board, facilitator);
  await garbage.synced;
  garbage.send(Buffer.from(`\u0000\u0002${CANARY} garbage`));
  await garbage.closed;

  server.process.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  const log = server.stderr();
  expect(log).toContain('board made');
  expect(log).toContain('"msg":"request"');
  for (const secret of [...secrets, ...joined.map(({ ticket }) => ticket), CANARY])
    expect(log).not.toContain(secret);

  const kept = readdirSync(dataDir).map((name) => readFileSync(joinPath(dataDir, name), 'latin1'));
  expect(kept.join('')).toContain(`${CANARY} sticker`);
  for (const secret of secrets) expect(kept.join('')).not.toContain(secret);
});
