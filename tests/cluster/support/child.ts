/**
 * A node as a process of its own, to be killed: `node child.ts DATABASE_URL REDIS_URL PREFIX`. Says its port as one
 * line on standard output.
 */
import { flushCompileCache } from 'node:module';
import { NODE_PACES, Nodes, redisBus } from '../../../server/src/cluster/index.ts';
import { createRelay, RELAY_LIMITS } from '../../../server/src/relay/index.ts';
import { openPostgresStore, silentLog } from '../../../server/src/store/index.ts';
import { serve } from '../../relay/support/serve.ts';

const [, , url = '', redis = '', prefix = ''] = process.argv;
const store = await openPostgresStore({ url, log: silentLog, timeout: 1500, retryFirst: 5, retryMost: 50 });
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
  limits: { compactUpdates: 40, linger: 100, retryFirst: 5, retryMost: 50 },
});
const { port } = await serve(relay, RELAY_LIMITS);
process.stdout.write(`${port}\n`);
flushCompileCache();
