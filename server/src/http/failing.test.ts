import type { Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createAccess } from '../access/index.ts';
import { CALM } from '../access/testing/calm.ts';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { createRelay } from '../relay/index.ts';
import { memoryStore, type RecordStore, StoreError } from '../store/index.ts';
import { createGateway } from './gateway.ts';
import { createHandler } from './handler.ts';
import { listen, listeningUrl } from './listen.ts';
import { createMetrics } from './metrics.ts';
import type { Route } from './router.ts';

/** What happens when something behind the server fails: it answers, says so in its log, and goes on. */
const WORD = 'nobody-outside-reads-this';
let server: Server | undefined;
const lines: string[] = [];
const log = createLog('trace', { write: (line) => lines.push(line) });

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  lines.length = 0;
});

async function serving(handle: Route['handle']): Promise<string> {
  server = await listen('127.0.0.1', 0, 100);
  const url = listeningUrl(server, '127.0.0.1');
  server.on(
    'request',
    createHandler({
      routes: [{ method: 'GET', pattern: '/api/x', action: 'anyone', handle }],
      page: () => {},
      metrics: createMetrics(),
      log,
      publicUrl: url,
      frameAncestors: "'none'",
      bodyLimit: 1_000,
    }),
  );
  return `${url}/api/x`;
}

test('a store that refuses: 503, come back', async () => {
  const url = await serving(() => {
    throw new StoreError('disk-full', WORD);
  });
  const response = await fetch(url);
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('5');
  expect(await response.json()).toMatchObject({ error: { code: 'unavailable' } });
  expect(lines.join('')).toContain(WORD);
});

test('a mistake of ours: 500, its text in the log only', async () => {
  const url = await serving(() => Promise.reject(new TypeError(WORD)));
  const response = await fetch(url);
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(JSON.parse(text)).toMatchObject({ error: { code: 'internal' } });
  expect(text).not.toContain(WORD);
  expect(lines.join('')).toContain(WORD);
});

test('a mistake after the answer has begun: the connection ends, the server does not', async () => {
  const url = await serving(({ response }) => {
    response.writeHead(200).write('half');
    throw new Error(WORD);
  });
  for (let n = 0; n < 2; n += 1) {
    const response = await fetch(url);
    await expect(response.text()).rejects.toThrow();
  }
});

test('a store that cannot be read while somebody opens a socket: 1013, come back', async () => {
  const now = Date.now;
  const whole = memoryStore();
  const failing: RecordStore = {
    ...whole,
    board: () => Promise.reject(new StoreError('unavailable', WORD)),
  };
  const { limits, relay: relayLimits } = readConfig({});
  const access = await createAccess({
    ...CALM,
    store: failing,
    ticketLifetime: 60_000,
    now,
  });
  const relay = createRelay({ store: whole, log });
  const metrics = createMetrics();
  server = await listen('127.0.0.1', 0, 100);
  const publicUrl = listeningUrl(server, '127.0.0.1');
  const gateway = createGateway({
    access,
    relay,
    metrics,
    log,
    limits,
    relayLimits,
    trustedHops: 0,
    publicUrl,
    epoch: () => 0,
    hasEnded: () => false,
    now,
  });
  server.on('upgrade', gateway.upgrade);
  const socket = new WebSocket(`${publicUrl.replace('http', 'ws')}/relay/some-board?ticket=x`);
  const code = await new Promise((done) => socket.on('close', done));
  expect(code).toBe(1013);
  expect(lines.join('')).toContain(WORD);
  gateway.stop();
  await relay.close();
});
