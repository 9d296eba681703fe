/**
 * A relay on a data directory as a process of its own, to be sent anything, without a bound on how fast:
 * `node --expose-gc fuzzedChild.ts DIRECTORY`. Says its port as one line on standard output, and answers every
 * message of its parent with a {@link Report}.
 */
import { setTimeout } from 'node:timers/promises';
import { inspect } from 'node:util';
import { createRelay, RELAY_LIMITS } from '../../../server/src/relay/index.ts';
import { openSqliteStore, silentLog } from '../../../server/src/store/index.ts';
import { CountingMetrics } from './counting.ts';
import { keepingLog } from './log.ts';
import { serve } from './serve.ts';

/** How the relay is. */
export interface Report {
  /** Messages it has taken apart, or closed a connection for. */
  readonly frames: number;
  /** Rooms and connections that it has. */
  readonly rooms: number;
  readonly connections: number;
  /** What JavaScript keeps, bytes, after everything else was collected. */
  readonly kept: number;
  /** Its own mistakes since the last report. */
  readonly mistakes: readonly string[];
  /** Times that a room has left out what Yjs cannot integrate (DU12, DU13). */
  readonly leftOut: number;
}

const [, , directory = ''] = process.argv;
const metrics = new CountingMetrics();
const log = keepingLog();
const store = await openSqliteStore({ directory, log: silentLog });
const limits = { ...RELAY_LIMITS, frame: 64 * 1024, messagesPerSecond: 1e9, linger: 10 };
const relay = createRelay({ store, log, metrics, limits });
const { port } = await serve(relay, limits, false);

process.on('message', async () => {
  // Twice, with a turn between: what holds on to something else by a finalizer goes the second time.
  for (let time = 0; time < 2; time++) {
    globalThis.gc?.();
    await setTimeout(0);
  }
  const { heapUsed, external } = process.memoryUsage();
  const report: Report = {
    frames: metrics.of('relay_frames_in_total') + metrics.of('relay_closes_total'),
    rooms: metrics.of('relay_rooms'),
    connections: metrics.of('relay_connections'),
    kept: heapUsed + external,
    mistakes: log.lines
      .filter(({ message }) => message.includes('could not be handled'))
      .map(({ message, fields }) => `${message}: ${inspect(fields)}`),
    leftOut:
      metrics.of('relay_refusals_total not-integrable') + metrics.of('relay_refusals_total pending-dropped'),
  };
  log.lines.length = 0;
  process.send?.(report);
});
process.stdout.write(`${port}\n`);
