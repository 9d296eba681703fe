/**
 * Finds a Chromium or Chrome for the end-to-end tests, or gets one by whichever way works on this
 * machine. Everything it touches comes in through {@link Machine}, so that the tests can stand in for it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { packagedBrowser } from './browser-package.mjs';
import { NODE, run, Stop, say, seconds, TOOLS } from './toolchain.mjs';

/**
 * What the search asks of the machine.
 * @typedef {object} Machine
 * @property {Record<string, string | undefined>} env
 * @property {NodeJS.Platform} platform
 * @property {boolean} root whether packages of the system may be installed
 * @property {string} home
 * @property {(path: string) => boolean} exists
 * @property {(path: string) => boolean} works whether this program starts and says that it is Chromium
 * @property {(command: string, args: readonly string[], options: Bounds) => Promise<{ code: number }>} run
 * @property {() => Promise<string | undefined>} playwrightPath where Playwright puts its own browser
 * @property {(timeout: number) => Promise<string>} packaged fetches the packaged build; its path
 * @property {(line: string) => void} say
 *
 * @typedef {{ readonly timeout: number, readonly env?: Record<string, string> }} Bounds
 */

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

/** ms that each way of getting a browser may take. */
export const PATIENCE = { playwright: 180_000, apt: 240_000, packaged: 120_000 };

/**
 * The browser that is on this machine already.
 * @param {Machine} machine
 * @returns {string | undefined} the path of the program
 * @throws {Stop} when CHROMIUM_PATH or CHROME_PATH names something that does not work
 */
export function findBrowser(machine) {
  for (const name of ['CHROMIUM_PATH', 'CHROME_PATH']) {
    const path = machine.env[name];
    if (path === undefined || path === '') continue;
    if (machine.exists(path) && machine.works(path)) return path;
    throw new Stop(
      `${name} is set to ${path}, but no Chromium or Chrome starts there. Correct it or unset it.`,
    );
  }
  return candidates(machine).find((path) => machine.exists(path) && machine.works(path));
}

/**
 * @param {Machine} machine
 * @returns {string[]}
 */
function candidates({ env, platform, home }) {
  const suffix = platform === 'win32' ? '.exe' : '';
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  return [...onPath, ...usualPlaces(env, platform, home)];
}

/**
 * @param {Record<string, string | undefined>} env
 * @param {NodeJS.Platform} platform
 * @param {string} home
 * @returns {string[]}
 */
function usualPlaces(env, platform, home) {
  if (platform === 'darwin') {
    const apps = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (name) => `Applications/${name}.app/Contents/MacOS/${name}`,
    );
    return apps.flatMap((app) => [join('/', app), join(home, app)]);
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    const apps = ['Chromium\\Application', 'Google\\Chrome\\Application', 'Microsoft\\Edge\\Application'];
    return roots
      .filter((root) => root !== undefined)
      .flatMap((root) =>
        apps.map((app) => `${root}\\${app}\\${app.startsWith('Micro') ? 'msedge' : 'chrome'}.exe`),
      );
  }
  return [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
  ];
}

/**
 * The browser that is there, else one that could be got.
 * @param {Machine} machine
 * @returns {Promise<string>} the path of the program
 * @throws {Stop} when there is none and none could be got, with the one command to type
 */
export async function obtainBrowser(machine) {
  const found = findBrowser(machine);
  if (found !== undefined) return found;
  machine.say('No Chromium or Chrome on this machine; getting one.');
  for (const { name, get } of WAYS) {
    const started = Date.now();
    const outcome = await attempt(machine, get);
    machine.say(`  ${name}: ${outcome.path ?? outcome.reason} (${seconds(started)})`);
    if (outcome.path !== undefined) return outcome.path;
  }
  throw new Stop(`There is no Chromium or Chrome and none could be got. Type: ${advice(machine)}`);
}

/**
 * @param {Machine} machine
 * @param {(machine: Machine) => Promise<Outcome>} get
 * @returns {Promise<Outcome>}
 */
async function attempt(machine, get) {
  try {
    const outcome = await get(machine);
    if (outcome.path === undefined || machine.works(outcome.path)) return outcome;
    return { reason: 'it came, but does not start here' };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * @typedef {{ readonly path?: string, readonly reason?: string }} Outcome
 * @type {readonly { readonly name: string, readonly get: (machine: Machine) => Promise<Outcome> }[]}
 */
const WAYS = [
  { name: 'download by the test tool', get: byPlaywright },
  { name: 'package of the system', get: byApt },
  { name: 'headless build from the package registry', get: byPackage },
];

/**
 * @param {Machine} machine
 * @returns {Promise<Outcome>}
 */
async function byPlaywright(machine) {
  const before = await machine.playwrightPath();
  if (before !== undefined && machine.exists(before)) return { path: before };
  const { code } = await machine.run(NODE, [TOOLS.playwright, 'install', '--no-shell', 'chromium'], {
    timeout: PATIENCE.playwright,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
  });
  if (code === 124) return { reason: 'it took too long' };
  if (code !== 0) return { reason: 'it could not be downloaded' };
  const path = await machine.playwrightPath();
  return path === undefined ? { reason: 'it could not be found afterwards' } : { path };
}

/**
 * @param {Machine} machine
 * @returns {Promise<Outcome>}
 */
async function byApt(machine) {
  if (machine.platform !== 'linux' || !machine.exists('/usr/bin/apt-get')) {
    return { reason: 'not a Debian-like system' };
  }
  if (!machine.root) return { reason: 'only root may install packages' };
  const bounds = { timeout: PATIENCE.apt, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  const update = await machine.run('apt-get', ['update', '-q'], bounds);
  if (update.code !== 0) return { reason: 'the list of packages could not be fetched' };
  const packages = ['chromium', 'fonts-liberation'];
  const install = await machine.run(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', ...packages],
    bounds,
  );
  if (install.code !== 0) return { reason: 'the package chromium could not be installed' };
  return { path: '/usr/bin/chromium' };
}

/**
 * @param {Machine} machine
 * @returns {Promise<Outcome>}
 */
async function byPackage(machine) {
  if (machine.platform !== 'linux') return { reason: 'there is one for Linux only' };
  return { path: await machine.packaged(PATIENCE.packaged) };
}

/** @param {Machine} machine */
function advice({ platform, root, exists }) {
  if (platform === 'darwin') return 'brew install --cask chromium';
  if (platform === 'win32') return 'winget install Google.Chrome';
  if (exists('/usr/bin/dnf')) return `${root ? '' : 'sudo '}dnf install chromium`;
  if (exists('/usr/bin/pacman')) return `${root ? '' : 'sudo '}pacman -S chromium`;
  return `${root ? '' : 'sudo '}apt-get install chromium`;
}

/**
 * This machine.
 * @returns {Machine}
 */
export function thisMachine() {
  return {
    env: process.env,
    platform: process.platform,
    root: process.getuid?.() === 0,
    home: homedir(),
    exists: existsSync,
    works,
    run: (command, args, { timeout, env = {} }) =>
      run(command, args, { timeout, output: 'capture', env: { ...process.env, ...env } }),
    playwrightPath,
    packaged: packagedBrowser,
    say,
  };
}

/** @param {string} path */
function works(path) {
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return true;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 && /Chrom|Edge/.test(stdout);
}

async function playwrightPath() {
  const code = "console.log(require('@playwright/test').chromium.executablePath())";
  const { code: exit, output } = await run(NODE, ['-e', code], {
    cwd: join(TOOLS.playwright, '..', '..', '..', '..'),
    output: 'capture',
    timeout: 30_000,
  });
  return exit === 0 ? output.trim() : undefined;
}
