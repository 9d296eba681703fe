/**
 * A relay on a data directory as a process of its own, to be killed: `node child.ts DIRECTORY`, or the directory
 * as a message. Says its port as one line on standard output.
 */
import { flushCompileCache } from 'node:module';
import { createRelay, RELAY_LIMITS } from '../../../server/src/relay/index.ts';
import { openSqliteStore, silentLog } from '../../../server/src/store/index.ts';
import { given } from './given.ts';
import { serve } from './serve.ts';

const [directory = ''] = await given();
const store = await openSqliteStore({ directory, log: silentLog });
const relay = createRelay({ store, log: silentLog, limits: { compactUpdates: 50, linger: 100 } });
const { port } = await serve(relay, RELAY_LIMITS);
process.stdout.write(`${port}\n`);
flushCompileCache();
