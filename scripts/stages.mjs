/** What `npm test` consists of, stage by stage. Each can be run alone, with arguments for its tool. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { obtainBrowser, thisMachine } from './browser.mjs';
import { firstWeight, withinBudget } from './budget.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { countPlaywright, countVitest } from './report.mjs';
import { NODE, ROOT, run, say, TOOLS, toolEnvironment } from './toolchain.mjs';

/**
 * @typedef {import('./report.mjs').Count} Count
 *
 * @typedef {object} Outcome
 * @property {number} code exit code
 * @property {Count} [count] of the tests it ran
 *
 * @typedef {object} Stage
 * @property {string} title
 * @property {string} alone the command that runs only this
 * @property {(args: readonly string[]) => Promise<Outcome>} go
 */

const MINUTE = 60_000;
const REPORTS = join(ROOT, 'test-results');

/** @type {Record<string, Stage>} */
export const STAGES = {
  install: {
    title: 'Install by the lock file',
    alone: 'npm run build',
    go: async () => {
      await ensureInstalled();
      return { code: 0 };
    },
  },
  lint: {
    title: 'Format and lint',
    alone: 'npm run check:lint (npm run fix repairs what it can)',
    go: (args) => tool([TOOLS.biome, 'check', '--error-on-warnings', ...args], 2 * MINUTE),
  },
  types: {
    title: 'Types',
    alone: 'npm run check:types',
    go: (args) => tool([TOOLS.tsc, '-b', ...args], 4 * MINUTE),
  },
  walls: {
    title: 'Walls between the rooms, and import cycles',
    alone: 'npm run check:walls',
    go: () => tool([join(ROOT, 'scripts', 'walls.mjs')], MINUTE),
  },
  unit: { title: 'Unit and integration tests', alone: 'npm run test:unit', go: unit },
  build: {
    title: 'Build the page',
    alone: 'npm run build',
    go: async () => {
      await ensureBuilt();
      return { code: 0 };
    },
  },
  weight: {
    title: 'Weight of the first scripts',
    alone: 'npm run check:weight',
    go: async () => {
      await ensureBuilt();
      withinBudget(firstWeight(join(ROOT, 'client', 'dist')));
      return { code: 0 };
    },
  },
  e2e: { title: 'End-to-end tests in Chromium', alone: 'npm run test:e2e', go: endToEnd },
  fix: {
    title: 'Repair format and lint',
    alone: 'npm run fix',
    go: (args) => tool([TOOLS.biome, 'check', '--write', ...args], 2 * MINUTE),
  },
};

/**
 * @param {readonly string[]} args
 * @param {number} timeout ms
 * @param {Record<string, string>} [env]
 * @returns {Promise<Outcome>}
 */
async function tool(args, timeout, env = {}) {
  const { code } = await run(NODE, args, { timeout, env: { ...toolEnvironment(), CI: 'true', ...env } });
  if (code === 124) say(`Stopped: it took longer than ${timeout / MINUTE} minutes.`);
  return { code };
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<Outcome>}
 */
async function unit(args) {
  const file = fresh('unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await tool([TOOLS.vitest, 'run', ...reporters, ...args], 15 * MINUTE);
  return { code, count: read(file, countVitest) };
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<Outcome>}
 */
async function endToEnd(args) {
  const browser = await obtainBrowser(thisMachine());
  const file = fresh('e2e.json');
  const config = join(ROOT, 'tests', 'playwright.config.ts');
  const { code } = await tool(
    [TOOLS.playwright, 'test', '--config', config, '--reporter=list,json', ...args],
    20 * MINUTE,
    { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  );
  return { code, count: read(file, countPlaywright) };
}

/** @param {string} name */
function fresh(name) {
  const file = join(REPORTS, name);
  rmSync(file, { force: true });
  return file;
}

/**
 * @template Report
 * @param {string} file
 * @param {(report: Report) => Count} count
 * @returns {Count}
 */
function read(file, count) {
  // No report: the tool fell over before its first test. Its exit code says so; here nothing was counted.
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  return count(JSON.parse(readFileSync(file, 'utf8')));
}
