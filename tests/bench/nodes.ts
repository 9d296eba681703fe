/**
 * `npm run bench:nodes`: what a second node adds to a drag, and how long people are without a server when theirs
 * ends. It starts a PostgreSQL and a Redis of its own; where there are none it says so and measures nothing.
 */
import { clusterMissing, makeBoard, withCluster } from './nodes/cluster.ts';
import { dragging } from './nodes/dragging.ts';
import { handover } from './nodes/handover.ts';
import { type NodesResult, nodesTable } from './nodes/table.ts';
import { quietMachine } from './relay/others.ts';
import { describeMachine, machineSentence } from './report/machine.ts';
import { publish } from './report/write.ts';

const DRAGGING = { people: 8, rate: 20, warmUp: 2_000, measured: 10_000 };
/** Pages at three nodes, one of which ends. */
const PAGES = 20;
/** ms that a quiet machine is waited for. */
const PATIENCE = 30_000;

async function measure(): Promise<NodesResult> {
  const [one, two] = await withCluster(2, async ({ nodes: [first, second] }) => {
    if (first === undefined || second === undefined) throw new Error('two nodes are wanted');
    await quietMachine(PATIENCE);
    const alone = await dragging(await makeBoard(first.url), [first, first], DRAGGING);
    const apart = await dragging(await makeBoard(first.url), [first, second], DRAGGING);
    return [alone, apart];
  });
  const stopped = await withCluster(3, (cluster) => handover(cluster, 'SIGTERM', PAGES));
  const killed = await withCluster(3, (cluster) => handover(cluster, 'SIGKILL', PAGES));
  if (one === undefined || two === undefined) throw new Error('nothing was measured');
  return { people: DRAGGING.people, one, two, stopped, killed };
}

async function main(): Promise<void> {
  // Every connection of y-websocket listens for the end of the process.
  process.setMaxListeners(4 * PAGES);
  const missing = clusterMissing();
  if (missing !== undefined) {
    process.stdout.write(`NOT MEASURED: ${missing}\n`);
    return;
  }
  const machine = describeMachine();
  const result = await measure();
  const text = `${machineSentence(machine)}\n\n${nodesTable(result)}`;
  process.stdout.write(`\n${text}\n`);
  publish('nodes', { machine, ...result }, text);
}

await main().then(
  // Sockets of pages that were closed may linger; all that is measured is written.
  () => process.exit(process.exitCode ?? 0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
