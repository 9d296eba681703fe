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
import { SCENARIO_NAMES, SCENARIOS, type ScenarioName } from './relay/scenarios.ts';
import { type Results, relayTables } from './relay/tables.ts';
import { describeMachine, machineSentence } from './report/machine.ts';
import { publish } from './report/write.ts';

const SECONDS = 10;
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

function choose<Name extends string>(
  flag: string,
  given: string | undefined,
  all: readonly Name[],
): readonly Name[] {
  if (given === undefined) return all;
  return given.split(',').map((wanted) => {
    const found = all.find((name) => name === wanted);
    if (found === undefined)
      throw new RangeError(`${flag} takes, with commas between them: ${all.join(', ')}`);
    return found;
  });
}

async function main(): Promise<void> {
  const plan = readPlan(process.argv.slice(2));
  if (process.platform !== 'linux') throw new Error('CPU time is read from /proc: this needs Linux');
  const machine = describeMachine();
  installPeers();
  const results: Record<string, Results[string]> = {};
  let patience = PATIENCE;
  for (const scenario of plan.scenarios) {
    for (const peer of plan.peers) {
      const contender = CONTENDERS[peer];
      if (contender === undefined) continue;
      results[peer] ??= { title: contender.title };
      if (!contender.dialect.answers && !SCENARIOS[scenario].withoutDocument) continue;
      process.stderr.write(`${scenario}: ${contender.title}\n`);
      patience -= await quietMachine(patience);
      const findings = await generate(peer, scenario, plan.seconds * 1000);
      results[peer] = { ...results[peer], [scenario]: findings };
    }
  }
  const text = `${machineSentence(machine)} ${plan.seconds} s measured at each rate, after 3 s of warm-up.\n\n${relayTables(results)}`;
  process.stdout.write(`\n${text}\n`);
  if (plan.whole) publish('relay', { machine, seconds: plan.seconds, results }, text);
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
