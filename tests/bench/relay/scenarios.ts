import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CapacityResult, capacity } from './capacity.ts';
import type { Contender } from './contender.ts';
import { withServer } from './contenders.ts';
import { type CrashResult, crash } from './crash.ts';
import { type JoiningResult, joining } from './joining.ts';
import { type MemoryResult, memory } from './memory.ts';
import { type SteadyResult, steady } from './steady.ts';

/** What every scenario may be told. */
export interface ScenarioOptions {
  /** ms measured at a steady rate. */
  readonly measured: number;
}

/** What each scenario finds out. */
export interface Findings {
  readonly busy: SteadyResult;
  readonly boards: SteadyResult;
  readonly pair: SteadyResult;
  readonly join: JoiningResult;
  readonly memory: MemoryResult;
  readonly crash: CrashResult;
  readonly capacity: CapacityResult;
}

export type ScenarioName = keyof Findings;

interface Scenario<Result> {
  /** Whether it can be asked of a relay that has no document. */
  readonly withoutDocument: boolean;
  /** Whether it is asked of ours only. */
  readonly oursOnly?: true;
  readonly run: (contender: Contender, data: string, options: ScenarioOptions) => Promise<Result>;
}

const RATES = { updates: 20, states: 20 };
/**
 * ms: until the code of a server is compiled, which is not what is to be measured. After 12 s a sixth of the time of
 * our server was still the compiler's.
 */
export const WARM_UP = 30_000;
/** People who now and then drop what they drag. */
const WORKING = { updates: 2, states: 15 };

/** @param longest ms; more would tell nothing new */
const atRate = (
  boards: number,
  people: number,
  longest = Number.POSITIVE_INFINITY,
): Scenario<SteadyResult> => ({
  withoutDocument: true,
  run: (contender, data, { measured }) =>
    withServer(contender, { data }, (server) =>
      steady(contender, server, {
        boards,
        people,
        rates: RATES,
        warmUp: WARM_UP,
        measured: Math.min(measured, longest),
      }),
    ),
});

/** All scenarios, in the order in which they run. */
export const SCENARIOS: { readonly [Name in ScenarioName]: Scenario<Findings[Name]> } = {
  busy: atRate(1, 50),
  boards: atRate(12, 8),
  pair: atRate(1, 2, 5_000),
  join: {
    withoutDocument: false,
    run: (contender, data) =>
      withServer(contender, { data }, (server) =>
        joining(contender, server, { people: 200, stickers: 2_000 }),
      ),
  },
  memory: {
    withoutDocument: false,
    run: (contender, data) =>
      withServer(contender, { data, memory: true }, (server) =>
        memory(contender, server, { boards: 500, stickers: 100 }),
      ),
  },
  crash: {
    withoutDocument: false,
    run: (contender, data) => crash(contender, data, { people: 8, updates: 20, before: 3_000 }),
  },
  capacity: {
    withoutDocument: false,
    oursOnly: true,
    run: (contender, data, { measured }) =>
      withServer(contender, { data, memory: true }, (server) =>
        capacity(contender, server, {
          idleBoards: 500,
          idlePeople: 10,
          activeBoards: 200,
          rates: WORKING,
          warmUp: WARM_UP,
          measured,
        }),
      ),
  },
};

export const SCENARIO_NAMES = Object.keys(SCENARIOS) as ScenarioName[];

/** Runs one scenario with a data folder of its own. */
export async function runScenario(
  name: ScenarioName,
  contender: Contender,
  options: ScenarioOptions,
): Promise<Findings[ScenarioName]> {
  const data = mkdtempSync(join(tmpdir(), 'samenbord-bench-'));
  try {
    return await SCENARIOS[name].run(contender, data, options);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
