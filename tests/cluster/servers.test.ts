import { existsSync } from 'node:fs';
import { CLOSE, type PictureResponse } from '@samenbord/shared/protocol';
import { expect, it, onTestFinished } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { openPostgresStore, silentLog } from '../../server/src/store/index.ts';
import { spawnServer } from '../api/child.ts';
import { bearer, get, join, type Made, makeBoard, post } from '../api/client.ts';
import { ALL_WENT_WELL, runDocumentedClient } from '../api/documented.ts';
import { openPeer } from '../api/peer.ts';
import { builtPage, startServer } from '../api/server.ts';
import { until } from '../relay/support/until.ts';
import { startBalancer } from './support/balancer.ts';
import { onMachines } from './support/machines.ts';

/** The same board as another node serves it. */
const on = (made: Made, url: string): Made => ({ ...made, api: `${url}/api/boards/${made.board}` });

onMachines((machines) => {
  it('[CN13] a board made on one server is open on all, with the same tickets and links', async () => {
    const env = { DATABASE_URL: await machines().postgres.createDatabase(), REDIS_URL: machines().redis.url };
    const [one, two] = await Promise.all([startServer(env), startServer(env)]);
    const made = await makeBoard(one.url);
    const facilitator = await join(made, made.facilitator);
    const partner = await join(on(made, two.url), made.partners[0]?.secret ?? '');
    const anna = openPeer(one.url, made.board, partner);
    const bram = openPeer(two.url, made.board, facilitator);
    await Promise.all([anna.synced, bram.synced]);
    anna.doc.getMap('meta').set('test', 1);
    await anna.saved();
    await until('bram sees it', () => bram.doc.getMap('meta').get('test') === 1);
    expect((await get(`${two.url}/api/boards/${made.board}/export.json`, bearer(partner))).status).toBe(200);
    expect((await fetch(`${two.url}/readyz`)).status).toBe(200);
    // A node is ready by its store alone (Redis may be away): its bus may come up a moment later.
    await expect
      .poll(async () => (await fetch(`${two.url}/metrics`)).text(), { timeout: 15_000 })
      .toContain('relay_bus_up 1\n');
    expect(existsSync(one.dataDir)).toBe(false);
    expect(one.log() + two.log()).not.toContain(env.DATABASE_URL);
  });

  it('[CN17] a picture brought to one server is given by all, and counts on all', async () => {
    const DATABASE_URL = await machines().postgres.createDatabase();
    const env = { DATABASE_URL, REDIS_URL: machines().redis.url, LIMIT_PICTURES: '3000' };
    const [one, two] = await Promise.all([startServer(env), startServer(env)]);
    const made = await makeBoard(one.url);
    const headers = bearer(await join(made, made.facilitator));
    const picture = (seed: number) =>
      Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(2000, seed)]);
    const bring = (url: string, seed: number) =>
      fetch(`${on(made, url).api}/pictures`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'image/png' },
        body: picture(seed),
      });
    const { hash } = (await (await bring(one.url, 1)).json()) as PictureResponse;
    const given = await fetch(`${on(made, two.url).api}/pictures/${hash}`, { headers });
    expect(given.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await given.arrayBuffer()).equals(picture(1))).toBe(true);
    expect([(await bring(two.url, 1)).status, (await bring(two.url, 2)).status]).toEqual([201, 409]);
  });

  for (const [how, withRedis] of [
    ['by the bus', true],
    ['by the database alone', false],
  ] as const) {
    it(`[CN16] a link that is withdrawn or ends takes its sessions with it on every node, ${how}`, async () => {
      const env = {
        DATABASE_URL: await machines().postgres.createDatabase(),
        CLUSTER_CHECK: '60000',
        CLUSTER_CHECK_ALONE: withRedis ? '60000' : '50',
        CLUSTER_HEARTBEAT: '50',
        ...(withRedis && { REDIS_URL: machines().redis.url }),
      };
      const [one, two] = await Promise.all([startServer(env), startServer(env)]);
      if (withRedis) await until('they hear each other', () => two.log().includes('another node is there'));
      const made = await makeBoard(one.url);
      const [partner] = made.partners;
      const [facilitator, leaving] = await Promise.all(
        [made.facilitator, partner?.secret ?? ''].map((secret) => join(made, secret)),
      );
      if (facilitator === undefined || leaving === undefined) throw new Error('nobody joined');
      const goes = openPeer(two.url, made.board, leaving);
      const stays = openPeer(two.url, made.board, facilitator);
      await Promise.all([goes.synced, stays.synced]);
      const { body } = await get<{ links: { id: string; role: string; partner?: string }[] }>(
        `${made.api}/links`,
        bearer(facilitator),
      );
      const link = body.links.find((one) => one.partner === partner?.partner);
      await post(`${made.api}/links/${link?.id}/withdraw`, {}, bearer(facilitator));
      expect(await goes.closed).toBe(CLOSE.withdrawn);
      expect(await openPeer(two.url, made.board, leaving).closed).toBe(CLOSE.withdrawn);

      // Another link gets an end that comes in a moment.
      const observer = body.links.find(({ role }) => role === 'observer');
      const watching = openPeer(two.url, made.board, await join(made, made.observer));
      await watching.synced;
      const end = { expires: Date.now() + 300 };
      expect((await post(`${made.api}/links/${observer?.id}`, end, bearer(facilitator))).status).toBe(200);
      expect(await watching.closed).toBe(CLOSE.withdrawn);
      stays.doc.getMap('meta').set('test', 1);
      await stays.saved();
    });
  }

  it('[CN14] without Redis, changes of another node come through the database', async () => {
    const env = { DATABASE_URL: await machines().postgres.createDatabase(), CLUSTER_CHECK_ALONE: '50' };
    const [one, two] = await Promise.all([startServer(env), startServer(env)]);
    expect(one.log()).toContain('DATABASE_URL without REDIS_URL');
    const made = await makeBoard(one.url);
    const facilitator = await join(made, made.facilitator);
    const [anna, bram] = [one, two].map(({ url }) => openPeer(url, made.board, facilitator));
    await Promise.all([anna?.synced, bram?.synced]);
    anna?.doc.getMap('meta').set('test', 1);
    await until('bram sees it', () => bram?.doc.getMap('meta').get('test') === 1);
  });

  it('[CN15] unmodified WebsocketProviders on three servers see each other', async () => {
    const env = { DATABASE_URL: await machines().postgres.createDatabase(), REDIS_URL: machines().redis.url };
    const servers = await Promise.all([startServer(env), startServer(env), startServer(env)]);
    const made = await makeBoard(servers[0]?.url ?? '');
    const providers = await Promise.all(
      servers.map(async ({ url }) => {
        const { ticket } = await join(made, made.facilitator);
        const base = `${url.replace('http', 'ws')}/relay`;
        const provider = new WebsocketProvider(base, made.board, new Y.Doc(), {
          disableBc: true,
          params: { ticket },
        });
        onTestFinished(() => provider.destroy());
        return provider;
      }),
    );
    await until('all are in step', () => providers.every(({ synced }) => synced));
    for (const [index, { doc, awareness }] of providers.entries()) {
      doc.getMap('meta').set(`by ${index}`, index);
      awareness.setLocalStateField('cursor', { x: index });
    }
    await until('all have all', () =>
      providers.every(({ doc }) =>
        [0, 1, 2].every((index) => doc.getMap('meta').get(`by ${index}`) === index),
      ),
    );
    await until('and see all', () => providers.every(({ awareness }) => awareness.getStates().size === 3));
    const [first, second] = providers;
    first?.destroy();
    await until('and see one leave', () => second?.awareness.getStates().size === 2);
  });

  it('[CN15] the client in the documentation works on three servers, whichever answers', async () => {
    const env = { DATABASE_URL: await machines().postgres.createDatabase(), REDIS_URL: machines().redis.url };
    const servers = await Promise.all([startServer(env), startServer(env), startServer(env)]);
    const balancer = await startBalancer(servers.map(({ url }) => url));
    onTestFinished(() => balancer.close());
    const [, board = ''] = ALL_WENT_WELL.exec(await runDocumentedClient(balancer.url)) ?? [];
    // It makes the board, joins it and opens it.
    expect(balancer.given.every((connections) => connections > 0)).toBe(true);
    const store = await openPostgresStore({ url: env.DATABASE_URL, log: silentLog });
    onTestFinished(() => store.close());
    const doc = new Y.Doc();
    for (const update of (await store.load(board))?.updates ?? []) Y.applyUpdate(doc, update);
    expect(JSON.stringify(doc.getMap('stickers'))).toContain('1,2 MW op daken');
  });

  it('[CN6] a server that is told to stop closes its sockets with 1012 and exits with status 0', async () => {
    const env = { DATABASE_URL: await machines().postgres.createDatabase(), REDIS_URL: machines().redis.url };
    const stopping = spawnServer({ ...env, CLIENT_DIR: builtPage() });
    const staying = await startServer(env);
    const url = await stopping.ready;
    const made = await makeBoard(staying.url);
    const facilitator = await join(made, made.facilitator);
    const anna = openPeer(url, made.board, facilitator);
    const bram = openPeer(staying.url, made.board, facilitator);
    await Promise.all([anna.synced, bram.synced]);
    anna.doc.getMap('meta').set('last', 1);
    await anna.saved();
    stopping.process.kill('SIGTERM');
    expect(await anna.closed).toBe(1012);
    expect(await stopping.ended).toBe(0);
    await until('bram has it', () => bram.doc.getMap('meta').get('last') === 1);
  });
});
