import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createRelay, type Relay, type RelayOptions } from '../../../server/src/relay/index.ts';
import { openSqliteStore, type Store } from '../../../server/src/store/index.ts';
import { TestClient, type TestClientOptions } from './client.ts';
import { CountingMetrics } from './counting.ts';
import { FaultyStore } from './faults.ts';
import { keepingLog } from './log.ts';
import { serve, type TestPerson, type TestServer } from './serve.ts';

/** A relay on a real SQLite store behind a real server, with the means to make the store fail. */
export interface House {
  readonly relay: Relay;
  readonly server: TestServer;
  /** The store as the relay sees it. */
  readonly faults: FaultyStore;
  /** The store itself. */
  readonly store: Store;
  readonly log: ReturnType<typeof keepingLog>;
  readonly metrics: CountingMetrics;
  /** Opens a document as somebody and waits for it. */
  join(document: string, person?: TestPerson, options?: TestClientOptions): Promise<TestClient>;
  /** Opens a socket only. */
  open(document: string, person?: TestPerson, options?: TestClientOptions): Promise<TestClient>;
}

export interface HouseOptions {
  readonly limits?: RelayOptions['limits'];
  readonly migrate?: RelayOptions['migrate'];
  readonly own?: RelayOptions['own'];
  /** An existing data directory, which is left behind; a temporary one otherwise. */
  readonly directory?: string;
  /** Pages of 4 kB that the database may have, as on a small disk. */
  readonly maxPages?: number;
}

/** A directory that is removed when the test ends. */
export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'samenbord-relay-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** Starts all of it; it is taken down when the test ends. */
export async function startHouse(options: HouseOptions = {}): Promise<House> {
  const directory = options.directory ?? (await temporaryDirectory());
  const log = keepingLog();
  const metrics = new CountingMetrics();
  const store = await openSqliteStore({ directory, log, maxPages: options.maxPages ?? 0 });
  const faults = new FaultyStore(store);
  const { migrate, own } = options;
  const relay = createRelay({
    store: faults,
    log,
    metrics,
    limits: { retryFirst: 5, retryMost: 20, linger: 50, closeTimeout: 500, ...options.limits },
    ...(migrate && { migrate }),
    ...(own && { own }),
  });
  const server = await serve(relay);
  const clients: TestClient[] = [];
  onTestFinished(async () => {
    for (const client of clients) client.socket.terminate();
    for (const verb of ['append', 'synced', 'load', 'compact', 'remove'] as const) faults.heal(verb);
    await relay.close();
    await server.close();
    await store.close();
  });
  const keep = (client: TestClient) => {
    clients.push(client);
    return client;
  };
  return {
    relay,
    server,
    faults,
    store,
    log,
    metrics,
    join: async (document, person, clientOptions) =>
      keep(await TestClient.join(server.url(document, person), clientOptions)),
    open: async (document, person, clientOptions) =>
      keep(await TestClient.open(server.url(document, person), clientOptions)),
  };
}
