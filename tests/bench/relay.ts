/**
 * `npm run bench:relay`: our relay beside others, as CPU time of the server for the same work.
 *
 *     npm run bench:relay -- --peers ours,hocuspocus --scenario busy,join --seconds 5
 *
 * Without flags everything is measured and the figures go into docs/; with flags they are only printed.
 */
import { parseArgs } from 'node:util';
import { installPeers } from './peers/install.ts';
import { CONTENDERS } from './relay/contenders.ts';
import { generate } from './relay/generate.ts';
import { quietMachine } from './relay/others.ts';
import type { Results } from './relay/results.ts';
import { SCENARIO_NAMES, SCENARIOS, type ScenarioName, WARM_UP } from './relay/scenarios.ts';
import { relayTables } from './relay/tables.ts';
import { choose } from './report/choose.ts';
import { describeMachine, machineSentence } from './report/machine.ts';
import { publish } from './report/write.ts';

const SECONDS = 8;
/** ms that are spent, in all, on waiting for a quiet machine before measurements. */
const PATIENCE = 60_000;

interface Plan {
  readonly peers: readonly string[];
  readonly scenarios: readonly ScenarioName[];
  readonly seconds: number;
  /** Nothing was left out, so the figures may go into the documentation. */
  readonly whole: boolean;
}

/** @throws {RangeError} for what does not exist, with what does */
function readPlan(args: string[]): Plan {
  const { values } = parseArgs({
    args,
    options: { peers: { type: 'string' }, scenario: { type: 'string' }, seconds: { type: 'string' } },
  });
  const seconds = Number(values.seconds ?? SECONDS);
  if (!(seconds >= 1 && seconds <= 60)) throw new RangeError('--seconds takes a number from 1 to 60');
  return {
    peers: choose('--peers', values.peers, Object.keys(CONTENDERS)),
    scenarios: choose('--scenario', values.scenario, SCENARIO_NAMES),
    seconds,
    whole: Object.keys(values).length === 0,
  };
}

/** Everything of the plan, one after the other. What fails is told and left out; the rest goes on. */
async function measure({ peers, scenarios, seconds }: Plan) {
  const results: Record<string, Results[string]> = {};
  const failures: string[] = [];
  let patience = PATIENCE;
  for (const scenario of scenarios) {
    for (const peer of peers) {
      const contender = CONTENDERS[peer];
      if (contender === undefined) continue;
      results[peer] ??= { title: contender.title };
      if (!contender.dialect.answers && !SCENARIOS[scenario].withoutDocument) continue;
      if (SCENARIOS[scenario].oursOnly && peer !== 'ours') continue;
      process.stderr.write(`${scenario}: ${contender.title}\n`);
      patience -= await quietMachine(patience);
      try {
        const findings = await generate(peer, scenario, seconds * 1000);
        results[peer] = { ...results[peer], [scenario]: findings };
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error));
        process.stderr.write(`  ${failures.at(-1)}\n`);
      }
    }
  }
  return { results, failures };
}

async function main(): Promise<void> {
  const plan = readPlan(process.argv.slice(2));
  if (process.platform !== 'linux') throw new Error('CPU time is read from /proc: this needs Linux');
  const machine = describeMachine();
  installPeers();
  const { results, failures } = await measure(plan);
  const intro = `${machineSentence(machine)} ${plan.seconds} s measured at each rate, after ${WARM_UP / 1000} s of warm-up.`;
  const failed = failures.map((failure) => `Not measured: ${failure}.`);
  const text = [intro, relayTables(results), ...failed].join('\n\n');
  process.stdout.write(`\n${text}\n`);
  if (plan.whole) publish('relay', { machine, seconds: plan.seconds, results, failures }, text);
  if (failures.length > 0) process.exitCode = 1;
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
