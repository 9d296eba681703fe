/**
 * A node as a process of its own, to be killed: `node child.ts DATABASE_URL REDIS_URL PREFIX`, or these as a
 * message. Says its port as one line on standard output; ends as the server does on SIGTERM.
 */
import { flushCompileCache } from 'node:module';
import { NODE_PACES, Nodes, redisBus } from '../../../server/src/cluster/index.ts';
import { createRelay, RELAY_LIMITS } from '../../../server/src/relay/index.ts';
import { openPostgresStore, StoreError, silentLog } from '../../../server/src/store/index.ts';
import { given } from '../../relay/support/given.ts';
import { serve } from '../../relay/support/serve.ts';

const [url = '', redis = '', prefix = ''] = await given();
const store = await openPostgresStore({
  url,
  log: silentLog,
  timeout: 1500,
  retryFirst: 5,
  retryMost: 50,
}).catch((error: unknown) => {
  // Whoever started it starts it again; the test says nothing of it.
  if (error instanceof StoreError) process.exit(1);
  throw error;
});
const bus = redisBus(redis, prefix, silentLog);
const nodes = new Nodes({
  bus,
  log: silentLog,
  paces: { ...NODE_PACES, heartbeat: 100, check: 1000, checkAlone: 100 },
});
const relay = createRelay({
  store,
  log: silentLog,
  shared: { store, nodes },
  limits: { compactUpdates: 40, linger: 100, retryFirst: 5, retryMost: 50, closeTimeout: 500 },
});
const { port } = await serve(relay, RELAY_LIMITS);
process.once('SIGTERM', async () => {
  // What could not be saved was not acknowledged: its people keep it.
  await relay.close().catch(() => undefined);
  nodes.close();
  process.exit(0);
});
process.stdout.write(`${port}\n`);
flushCompileCache();
