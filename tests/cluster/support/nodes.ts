import { onTestFinished } from 'vitest';
import { type Bus, NODE_PACES, type NodePaces, Nodes, redisBus } from '../../../server/src/cluster/index.ts';
import { createRelay, type Relay, type RelayOptions } from '../../../server/src/relay/index.ts';
import { openPostgresStore, type SharedStore } from '../../../server/src/store/index.ts';
import { TestClient, type TestClientOptions } from '../../relay/support/client.ts';
import { CountingMetrics } from '../../relay/support/counting.ts';
import { keepingLog } from '../../relay/support/log.ts';
import { serve, type TestPerson, type TestServer } from '../../relay/support/serve.ts';
import { until } from '../../relay/support/until.ts';
import type { Machines } from './machines.ts';

/** A bus that can be told to lose what is said on it. */
export class LossyBus implements Bus {
  readonly inner: Bus;
  /** Whether a message on this channel is lost. */
  loses: (channel: string) => boolean = () => false;

  constructor(inner: Bus) {
    this.inner = inner;
  }

  publish(channel: string, message: Uint8Array): void {
    if (!this.loses(channel)) this.inner.publish(channel, message);
  }

  subscribe: Bus['subscribe'] = (channel, subscriber) => this.inner.subscribe(channel, subscriber);
  renew: Bus['renew'] = () => this.inner.renew();
  close: Bus['close'] = () => this.inner.close();
}

/** One node: a relay on the common store and bus, behind a server of its own. */
export interface TestNode {
  readonly relay: Relay;
  readonly server: TestServer;
  readonly store: SharedStore;
  readonly nodes: Nodes;
  readonly bus: LossyBus;
  readonly metrics: CountingMetrics;
  readonly log: ReturnType<typeof keepingLog>;
  join(document: string, person?: TestPerson, options?: TestClientOptions): Promise<TestClient>;
  /** Ends it as on SIGTERM. */
  stop(): Promise<void>;
}

export interface NodeOptions {
  readonly url: string;
  readonly redis: string;
  readonly limits?: RelayOptions['limits'];
  readonly paces?: Partial<NodePaces>;
  readonly migrate?: RelayOptions['migrate'];
}

/** Paces at which tests need not wait; looking in the store is slow, unless a test is about that. */
const QUICK: NodePaces = { ...NODE_PACES, heartbeat: 50, missedHeartbeats: 6, check: 60_000, checkAlone: 50 };

export async function startNode(options: NodeOptions): Promise<TestNode> {
  const log = keepingLog();
  const metrics = new CountingMetrics();
  const store = await openPostgresStore({
    url: options.url,
    log,
    timeout: 1500,
    retryFirst: 5,
    retryMost: 50,
  });
  const bus = new LossyBus(redisBus(options.redis, `${new URL(options.url).pathname}:`, log));
  const nodes = new Nodes({ bus, log, paces: { ...QUICK, ...options.paces } });
  const { migrate } = options;
  const relay = createRelay({
    store,
    log,
    metrics,
    shared: { store, nodes },
    limits: { retryFirst: 5, retryMost: 50, linger: 50, closeTimeout: 1000, ...options.limits },
    ...(migrate && { migrate }),
  });
  const server = await serve(relay);
  const clients: TestClient[] = [];
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= (async () => {
      await relay.close();
      nodes.close();
      await bus.close();
      await server.close();
      await store.close();
    })();
    return stopped;
  };
  onTestFinished(async () => {
    for (const client of clients) client.socket.terminate();
    await stop();
  });
  return {
    relay,
    server,
    store,
    nodes,
    bus,
    metrics,
    log,
    stop,
    async join(document, person, clientOptions) {
      const client = await TestClient.join(server.url(document, person), clientOptions);
      clients.push(client);
      return client;
    },
  };
}

/** Starts nodes on a database of their own, and waits until they hear each other. */
export async function startNodes(
  { postgres, redis }: Machines,
  count: number,
  options: Omit<NodeOptions, 'url' | 'redis'> = {},
): Promise<readonly TestNode[]> {
  const url = await postgres.createDatabase();
  const started = await Promise.all(
    Array.from({ length: count }, () => startNode({ url, redis: redis.url, ...options })),
  );
  await allHeard(started);
  return started;
}

/** Waits until all of these nodes hear each other. */
export function allHeard(nodes: readonly TestNode[]): Promise<boolean> {
  return until('the nodes hear each other', () =>
    nodes.every(({ nodes: { carrying, others } }) => carrying && others.length >= nodes.length - 1),
  );
}
