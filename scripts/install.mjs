/** Puts in place what pnpm-lock.yaml names: once, and again whenever that changes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf, stamp } from './stamp.mjs';
import { CACHE, installed, NODE, ROOT, run, Stop, say, seconds, WINDOWS } from './toolchain.mjs';

const WHAT_COUNTS = [
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'package.json',
  'client/package.json',
  'server/package.json',
  'shared/package.json',
  'tests/package.json',
];
const TIME_LIMIT = 10 * 60_000;

/**
 * Installs by the frozen lock file unless that was done already for this very lock file on this system.
 * @returns {Promise<void>}
 * @throws {Stop} when it failed, with what to do about it
 */
export async function ensureInstalled() {
  // The system counts too: a folder shared between two machines holds binaries of one of them.
  const wanted = `${hashOf(ROOT, WHAT_COUNTS)} ${process.platform} ${process.arch}`;
  const done = stamp(CACHE, 'installed');
  if (installed() && done.matches(wanted)) return;

  const started = Date.now();
  say('Installing what the lock file names (the first time takes a minute or so)...');
  done.clear();
  const { code, output } = await pnpm(['install', '--frozen-lockfile', '--reporter=append-only']);
  if (code !== 0) throw new Stop(explain(code, output));
  const { code: runs, output: version } = await run(NODE, ['--version'], {
    output: 'capture',
    timeout: 30_000,
  });
  if (runs !== 0)
    throw new Stop(`The Node.js that was installed does not run on this system: ${version.trim()}`);
  done.set(wanted);
  say(`Installed in ${seconds(started)}; running on Node.js ${version.trim()}.`);
}

/**
 * Brings pnpm-lock.yaml in line with the package.json files, and installs by it.
 * @returns {Promise<void>}
 * @throws {Stop} when it failed
 */
export async function updateLock() {
  const { code, output } = await pnpm(['install', '--no-frozen-lockfile', '--reporter=append-only']);
  if (code !== 0) throw new Stop(explain(code, output));
  say(output.trim());
}

/**
 * Runs the exact pnpm of package.json, by way of the npm that is there.
 * @param {readonly string[]} args
 */
function pnpm(args) {
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const env = { ...process.env, CI: 'true' };
  // npm tells what it starts where it is itself; that spares Windows a shell and finds the same npm again.
  const npm = process.env.npm_execpath;
  if (npm !== undefined && /npm-cli\.[cm]?js$/.test(npm) && existsSync(npm)) {
    const call = [npm, 'exec', '--yes', `--package=${packageManager}`, '--', 'pnpm', ...args];
    return run(process.execPath, call, { env, output: 'capture', timeout: TIME_LIMIT });
  }
  return run('npx', ['--yes', packageManager, ...args], {
    env,
    output: 'capture',
    timeout: TIME_LIMIT,
    shell: WINDOWS,
  });
}

/**
 * @param {number} code
 * @param {string} output
 * @returns {string}
 */
export function explain(code, output) {
  const tail = output.trim().split('\n').slice(-30).join('\n');
  return `${tail}\n\n${reason(code, output)}`;
}

/**
 * @param {number} code
 * @param {string} output
 */
function reason(code, output) {
  if (code === 127) {
    return 'npx was not found. It comes with Node.js: install npm 8 or newer and run the command again.';
  }
  if (code === 124) return 'Installing took longer than ten minutes and was stopped. Run the command again.';
  if (/OUTDATED_LOCKFILE/.test(output)) {
    return 'pnpm-lock.yaml does not match the package.json files. After changing a dependency, run: npm run lock';
  }
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_PNPM_META_FETCH_FAIL|network/i.test(output)
  ) {
    return (
      'The package registry could not be reached. Installing needs the network once; check the connection ' +
      '(and the proxy, if there is one) and run the command again.'
    );
  }
  if (/ENOSPC/.test(output)) return 'The disk is full. Make room and run the command again.';
  if (/EACCES|EPERM/.test(output))
    return `Something under ${ROOT} cannot be written. Check who owns the folder.`;
  return 'Installing failed; the lines above say why. Run the command again once that is solved.';
}
