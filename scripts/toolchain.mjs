/**
 * Where the pinned tools are, and one way to run them. Plain JavaScript for Node 18 and newer, with
 * nothing but Node's own modules: it must work before anything is installed.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
export const WINDOWS = process.platform === 'win32';

/** The folder for what can be made again: stamps and a browser that was fetched. */
export const CACHE = join(ROOT, 'node_modules', '.cache', 'samenbord');

/** The Node that runs the product and its tools, once installed. */
export const NODE = join(ROOT, 'node_modules', 'node', 'bin', WINDOWS ? 'node.exe' : 'node');

/** The programs that are run with {@link NODE}, by the JavaScript file each starts with. */
export const TOOLS = {
  biome: join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome'),
  playwright: join(ROOT, 'tests', 'node_modules', '@playwright', 'test', 'cli.js'),
  tsc: join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'),
  vite: join(ROOT, 'client', 'node_modules', 'vite', 'bin', 'vite.js'),
  vitest: join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'),
};

// SQLite in Node is stable enough for us; the reader of the log need not be warned about it.
const QUIETLY = '--disable-warning=ExperimentalWarning';

// MB. On a large machine what is fresh would grow to eight times that, and RSS by 130 MB, whenever many boards open.
const YOUNG = '--max-semi-space-size=16';

/** What follows `node` to start the server. */
export const SERVER_ARGUMENTS = [QUIETLY, YOUNG, join(ROOT, 'server', 'src', 'main.ts')];

/** What follows `node` for what is done to a store beside serving it. */
export const COMMAND_ARGUMENTS = [QUIETLY, join(ROOT, 'server', 'src', 'command.ts')];

/** A failure with a sentence for the person at the keyboard; commands print it without a stack. */
export class Stop extends Error {}

/**
 * One line about what is going on, on standard error: standard output belongs to the server.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Seconds since a moment, for people.
 * @param {number} since ms since the epoch
 */
export function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

/** The environment of every tool: the pinned Node and the workspace's own commands come first. */
export function toolEnvironment() {
  const path = [dirname(NODE), join(ROOT, 'node_modules', '.bin'), process.env.PATH ?? ''];
  return { ...process.env, PATH: path.join(delimiter) };
}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] defaults to {@link toolEnvironment}
 * @property {number} [timeout] ms after which it is ended
 * @property {'inherit' | 'stderr' | 'capture'} [output] where its output goes: as it is (default), all to our
 *   standard error, or kept and returned
 * @property {boolean} [shell]
 */

/**
 * @typedef {object} RunResult
 * @property {number} code exit code; 124 when it took too long, 127 when it could not be started, 128 + n
 *   when signal n ended it
 * @property {string} output what it printed, with `capture`
 */

/**
 * Runs a program to its end, without standard input. Never throws: what went wrong is in the code. SIGINT
 * and SIGTERM that reach us meanwhile end it too.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, options = {}) {
  const { output = 'inherit', timeout = 0 } = options;
  return new Promise((resolve) => {
    /** @type {import('node:child_process').StdioOptions} */
    const stdio = ['ignore', ...STREAMS[output]];
    // A group of its own, so that what takes too long is ended together with what it started.
    const child = spawn(command, args, {
      cwd: options.cwd ?? ROOT,
      env: options.env ?? toolEnvironment(),
      shell: options.shell ?? false,
      detached: !WINDOWS,
      stdio,
    });
    let text = '';
    const keep = (/** @type {Buffer} */ chunk) => {
      text += chunk.toString('utf8');
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);

    let late = false;
    const timer = timeout > 0 ? setTimeout(end, timeout) : undefined;
    function end() {
      late = true;
      endGroup(child.pid, 'SIGKILL');
    }
    const forward = (/** @type {NodeJS.Signals} */ signal) => endGroup(child.pid, signal);
    for (const signal of SIGNALS) process.on(signal, forward);

    const finish = (/** @type {number} */ code) => {
      clearTimeout(timer);
      for (const signal of SIGNALS) process.off(signal, forward);
      resolve({ code: late ? 124 : code, output: text });
    };
    child.on('error', (error) => {
      text += error.message;
      finish(127);
    });
    child.on('close', (code, signal) => finish(exitCode(code, signal)));
  });
}

/** @type {readonly NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** @type {Record<'inherit' | 'stderr' | 'capture', ('pipe' | 'inherit' | number)[]>} */
const STREAMS = { inherit: ['inherit', 'inherit'], stderr: [2, 2], capture: ['pipe', 'pipe'] };
const SIGNAL_NUMBERS = /** @type {Record<string, number>} */ ({
  SIGHUP: 1,
  SIGINT: 2,
  SIGKILL: 9,
  SIGTERM: 15,
});

/**
 * The exit code a shell would give.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function exitCode(code, signal) {
  return code ?? 128 + (SIGNAL_NUMBERS[signal ?? ''] ?? 0);
}

/**
 * @param {number | undefined} pid
 * @param {NodeJS.Signals} signal
 */
function endGroup(pid, signal) {
  if (pid === undefined) return;
  try {
    process.kill(WINDOWS ? pid : -pid, signal);
  } catch {
    // It ended by itself in the meantime.
  }
}

/** Whether the lock file's tools are there at all. */
export function installed() {
  return existsSync(NODE);
}

/**
 * Runs a command's main function: a {@link Stop} becomes its sentence and exit code 1.
 * @param {() => Promise<number>} main returns the exit code
 */
export async function command(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(`\n${error.message}`);
    process.exitCode = 1;
  }
}
