import { once } from 'node:events';
import { renameSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join as joinPath } from 'node:path';
import type { BoardFile } from '@samenbord/shared/board';
import { rietwijk } from '@samenbord/shared/demo';
import { CLOSE } from '@samenbord/shared/protocol';
import { describe, expect, onTestFinished, test } from 'vitest';
import { spawnServer } from './child.ts';
import { bearer, get, join, makeBoard } from './client.ts';
import { openPeer, until } from './peer.ts';
import { CREATION_SECRET, temporaryDirectory } from './server.ts';

const env = (rest: Readonly<Record<string, string>> = {}) => ({
  DATA_DIR: joinPath(temporaryDirectory(), 'data'),
  ...rest,
});

/** The reason a server gives for not starting: one line beside its log. */
const reason = (stderr: string): string[] => stderr.split('\n').filter((line) => !/^(\{|$)/.test(line));

describe('starting', () => {
  test('says so on standard output, in exactly one line, and nothing else', async () => {
    const server = spawnServer(env());
    const url = await server.ready;
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(server.stdout()).toBe(`listening on ${url}\n`);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    for (const line of server.stderr().split('\n').filter(Boolean)) JSON.parse(line);
  });

  test('with a port that is taken: one line that says what to do, status 1', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as { port: number };
    const server = spawnServer(env({ PORT: String(port) }));
    expect(await server.ended).toBe(1);
    expect(reason(server.stderr())).toEqual([expect.stringMatching(`port ${port} .* set PORT to another`)]);
    expect(server.stdout()).toBe('');
    other.close();
  });

  test('on a DATA_DIR another process uses: one line, status 1, and the other goes on', async () => {
    const shared = env();
    const first = spawnServer(shared);
    const made = await makeBoard(await first.ready);
    const second = spawnServer(shared);
    expect(await second.ended).toBe(1);
    expect(reason(second.stderr())).toEqual([
      expect.stringMatching(/in use by another process.*set DATA_DIR to another/),
    ]);
    expect((await get(`${made.api}/session`, bearer(await join(made, made.observer)))).status).toBe(200);
  });

  test('on a DATA_DIR that cannot be written: one line, status 1', async () => {
    const file = joinPath(temporaryDirectory(), 'file');
    writeFileSync(file, '');
    for (const dataDir of [file, joinPath(file, 'data'), '/proc/nope']) {
      const server = spawnServer({ DATA_DIR: dataDir });
      expect(await server.ended).toBe(1);
      expect(reason(server.stderr())).toEqual([expect.stringMatching(/cannot be written: .*DATA_DIR/)]);
    }
  });

  test('with a variable that does not fit: one line that names it, status 1', async () => {
    const server = spawnServer(env({ PORT: 'many' }));
    expect(await server.ended).toBe(1);
    expect(reason(server.stderr())).toEqual([
      expect.stringMatching(/^samenbord cannot start: PORT must be a whole number from 0 to 65535/),
    ]);
  });

  test('on an address that is not of this machine: one line, status 1', async () => {
    const server = spawnServer(env({ HOST: '192.0.2.1', BOARD_CREATION: CREATION_SECRET }));
    expect(await server.ended).toBe(1);
    expect(reason(server.stderr())).toEqual([expect.stringMatching(/set HOST to one that is/)]);
  });
});

describe('stopping', () => {
  test('saves everything, tells the pages to come back, exits 0; the next one has it all', async () => {
    const shared = env();
    const first = spawnServer(shared);
    const firstUrl = await first.ready;
    const made = await makeBoard(firstUrl, rietwijk);
    const facilitator = await join(made, made.facilitator);
    const before = await get<BoardFile>(`${made.api}/export.json`, bearer(facilitator));
    const peer = openPeer(firstUrl, `${made.board}/table`, facilitator);
    await peer.synced;
    peer.doc.getMap('table').set('title', 'Rietwijk, verder');
    await peer.saved();

    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(await peer.closed).toBe(CLOSE.restarting);

    const secondUrl = await spawnServer(shared).ready;
    const api = `${secondUrl}/api/boards/${made.board}`;
    const after = await get<BoardFile>(`${api}/export.json`, bearer(facilitator));
    expect(after.body).toEqual({ ...before.body, title: 'Rietwijk, verder' });
    const again = openPeer(secondUrl, made.board, facilitator);
    await again.synced;
    expect(again.doc.getMap('stickers').size).toBe(rietwijk.stickers?.length);
  });

  test('what was not acknowledged yet when the signal came is there as well', async () => {
    const shared = env();
    const first = spawnServer(shared);
    const url = await first.ready;
    const made = await makeBoard(url);
    const facilitator = await join(made, made.facilitator);
    const [writer, reader] = [0, 1].map(() => openPeer(url, made.board, facilitator));
    await Promise.all([writer?.synced, reader?.synced]);
    for (let n = 0; n < 50; n += 1) writer?.doc.getMap('meta').set(`key-${n}`, n);
    await until(() => reader?.doc.getMap('meta').get('key-49') === 49);
    first.process.kill('SIGINT');
    expect(await first.ended).toBe(0);
    const again = openPeer(await spawnServer(shared).ready, made.board, facilitator);
    await again.synced;
    expect(again.doc.getMap('meta').get('key-49')).toBe(49);
  });

  test('killed at once, it has what it acknowledged, and the directory can be used again', async () => {
    const shared = env();
    const first = spawnServer(shared);
    const url = await first.ready;
    const made = await makeBoard(url);
    const facilitator = await join(made, made.facilitator);
    const peer = openPeer(url, made.board, facilitator);
    await peer.synced;
    peer.doc.getMap('meta').set('kept', true);
    await peer.saved();
    first.process.kill('SIGKILL');
    expect(await first.ended).toBe('SIGKILL');
    const again = openPeer(await spawnServer(shared).ready, made.board, facilitator);
    await again.synced;
    expect(again.doc.getMap('meta').get('kept')).toBe(true);
  });

  test('a second signal ends it at once', async () => {
    const server = spawnServer(env());
    const url = await server.ready;
    // A request that never ends keeps the first signal waiting. That it is under way, the server says itself.
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.on('error', () => {});
    socket.write(
      'POST /api/boards HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n' +
        'Content-Type: application/json\r\nContent-Length: 10\r\n\r\n',
    );
    await once(socket, 'data');
    server.process.kill('SIGTERM');
    await until(() => server.stderr().includes('stopping'));
    // At once it would count as the same wish; so it is said until it is heard.
    const insist = setInterval(() => server.process.kill('SIGTERM'), 50);
    onTestFinished(() => clearInterval(insist));
    expect(await server.ended).toBe(1);
  });

  test('one signal that arrives twice is one', async () => {
    const server = spawnServer(env());
    await server.ready;
    server.process.kill('SIGTERM');
    server.process.kill('SIGINT');
    expect(await server.ended).toBe(0);
  });
});

describe('a DATA_DIR that is removed while the server runs', () => {
  test('is said: not ready, people are told, nothing is acknowledged, and it goes on when it is back', async () => {
    const shared = env();
    const server = spawnServer(shared);
    const url = await server.ready;
    const made = await makeBoard(url);
    const peer = openPeer(url, made.board, await join(made, made.facilitator));
    await peer.synced;
    renameSync(shared.DATA_DIR, `${shared.DATA_DIR}-away`);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    peer.doc.getMap('meta').set('held', true);
    await until(() => server.stderr().includes('removed or replaced while the server runs'));
    await until(() => peer.notices.some(({ code }) => code === 'unsaved'));
    renameSync(`${shared.DATA_DIR}-away`, shared.DATA_DIR);
    await peer.saved();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });
});
