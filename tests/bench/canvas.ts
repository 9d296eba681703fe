/**
 * `npm run bench:canvas`: the board under one's hand, beside Excalidraw and tldraw, in a real browser.
 *
 *     npm run bench:canvas -- --subjects ours --scenario drag,zoom --seconds 2
 *
 * Without flags everything is measured and the figures go into docs/; with flags they are only printed.
 */
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { ourSubject } from './canvas/ours.ts';
import { peerSubjects } from './canvas/peerSubjects.ts';
import { measureSubject, SCENARIO_NAMES, type ScenarioName } from './canvas/scenarios.ts';
import type { Subject } from './canvas/subject.ts';
import { type CanvasResults, canvasTable } from './canvas/table.ts';
import { quietMachine } from './relay/others.ts';
import { choose } from './report/choose.ts';
import { describeMachine, machineSentence } from './report/machine.ts';
import { publish } from './report/write.ts';

const SUBJECTS = ['ours', 'excalidraw', 'tldraw'] as const;
type SubjectName = (typeof SUBJECTS)[number];

const SECONDS = 5;
/** ms that a quiet machine is waited for, before each product. */
const PATIENCE = 30_000;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Plan {
  readonly subjects: readonly SubjectName[];
  readonly scenarios: readonly ScenarioName[];
  readonly seconds: number;
  /** Nothing was left out, so the figures may go into the documentation. */
  readonly whole: boolean;
}

/** @throws {RangeError} for what does not exist, with what does */
function readPlan(args: string[]): Plan {
  const { values } = parseArgs({
    args,
    options: { subjects: { type: 'string' }, scenario: { type: 'string' }, seconds: { type: 'string' } },
  });
  const seconds = Number(values.seconds ?? SECONDS);
  if (!(seconds >= 1 && seconds <= 60)) throw new RangeError('--seconds takes a number from 1 to 60');
  return {
    subjects: choose('--subjects', values.subjects, SUBJECTS),
    scenarios: choose('--scenario', values.scenario, SCENARIO_NAMES),
    seconds,
    whole: Object.keys(values).length === 0,
  };
}

/** Calls back with what the plan asks for, and closes it afterwards. */
async function withSubjects(
  names: readonly SubjectName[],
  work: (subjects: ReadonlyMap<SubjectName, Subject>) => Promise<void>,
): Promise<void> {
  const peers = names.some((name) => name !== 'ours') ? await peerSubjects() : undefined;
  const ours = names.includes('ours') ? await ourSubject() : undefined;
  const all = { ours: ours?.subject, excalidraw: peers?.excalidraw, tldraw: peers?.tldraw };
  try {
    await work(new Map(names.flatMap((name) => (all[name] ? [[name, all[name]] as const] : []))));
  } finally {
    peers?.close();
    await ours?.close();
  }
}

async function measure(browser: Browser, plan: Plan) {
  const results: Record<string, CanvasResults[string]> = {};
  const failures: string[] = [];
  await withSubjects(plan.subjects, async (subjects) => {
    for (const [name, subject] of subjects) {
      await quietMachine(PATIENCE);
      process.stderr.write(`${subject.title}\n`);
      try {
        const figures = await measureSubject(browser, subject, plan.scenarios, plan.seconds * 1000);
        results[name] = { title: subject.title, figures };
      } catch (error) {
        failures.push(`${subject.title}: ${error instanceof Error ? error.message : String(error)}`);
        process.stderr.write(`  ${failures.at(-1)}\n`);
      }
    }
  });
  return { results, failures };
}

async function main(): Promise<void> {
  const plan = readPlan(process.argv.slice(2));
  const machine = describeMachine();
  const executablePath = process.env.CHROMIUM_PATH;
  const browser = await chromium.launch({
    args: FLAGS,
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  try {
    const { results, failures } = await measure(browser, plan);
    const intro = `${machineSentence(machine)} Chromium ${browser.version()} without a GPU; ${plan.seconds} s for each movement.`;
    const failed = failures.map((failure) => `Not measured: ${failure}.`);
    const text = [intro, canvasTable(results), ...failed].join('\n\n');
    process.stdout.write(`\n${text}\n`);
    if (plan.whole) publish('canvas', { machine, seconds: plan.seconds, results, failures }, text);
    if (failures.length > 0) process.exitCode = 1;
  } finally {
    await browser.close();
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
