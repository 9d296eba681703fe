import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { findBrowser, obtainBrowser, PATIENCE } from './browser.mjs';

/**
 * A machine on which only these programs exist, with nothing to download.
 * @param {readonly string[]} programs
 * @param {Partial<import('./browser.mjs').Machine>} [more]
 */
function machine(programs, more = {}) {
  const there = new Set(programs);
  /** @type {string[]} */
  const said = [];
  /** @type {{ command: string, timeout: number }[]} */
  const ran = [];
  /** @type {import('./browser.mjs').Machine} */
  const it = {
    env: { PATH: ['/usr/local/bin', '/usr/bin'].join(delimiter) },
    platform: 'linux',
    root: false,
    home: '/home/somebody',
    exists: (path) => there.has(path),
    works: (path) => there.has(path),
    run: (command, args, { timeout }) => {
      ran.push({ command: [command, ...args].join(' '), timeout });
      return Promise.resolve({ code: 1 });
    },
    playwrightPath: () => Promise.resolve('/cache/playwright/chrome'),
    packaged: () => Promise.reject(new Error('the package could not be fetched')),
    say: (line) => said.push(line),
    ...more,
  };
  return { it, there, said, ran };
}

test('the browser that is named comes before any other', () => {
  const { it } = machine(['/opt/mine/chrome', '/usr/bin/chromium'], {
    env: { PATH: '/usr/bin', CHROMIUM_PATH: '/opt/mine/chrome' },
  });
  expect(findBrowser(it)).toBe('/opt/mine/chrome');
});

test('CHROME_PATH counts too; an empty CHROMIUM_PATH does not', () => {
  const { it } = machine(['/opt/mine/chrome'], {
    env: { PATH: '/usr/bin', CHROMIUM_PATH: '', CHROME_PATH: '/opt/mine/chrome' },
  });
  expect(findBrowser(it)).toBe('/opt/mine/chrome');
});

test('a named browser that is not there is said, not passed over', () => {
  const { it } = machine(['/usr/bin/chromium'], { env: { PATH: '/usr/bin', CHROMIUM_PATH: '/nowhere' } });
  expect(() => findBrowser(it)).toThrow(/CHROMIUM_PATH is set to \/nowhere/);
});

test('the usual names on PATH, in the order of PATH and of preference', () => {
  const both = ['/usr/bin/google-chrome', '/usr/local/bin/chromium', '/usr/bin/chromium'];
  expect(findBrowser(machine(both).it)).toBe('/usr/local/bin/chromium');
  expect(findBrowser(machine(['/usr/bin/google-chrome']).it)).toBe('/usr/bin/google-chrome');
});

test('one that is there but does not start is passed over', () => {
  const { it } = machine(['/usr/bin/chromium', '/usr/bin/google-chrome'], {
    works: (path) => path === '/usr/bin/google-chrome',
  });
  expect(findBrowser(it)).toBe('/usr/bin/google-chrome');
});

test.each([
  ['linux', '/opt/google/chrome/chrome'],
  ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['darwin', join('/home/somebody', 'Applications', 'Chromium.app', 'Contents', 'MacOS', 'Chromium')],
  ['win32', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
])('the usual places of %s: %s', (platform, path) => {
  const { it } = machine([path], {
    platform: /** @type {NodeJS.Platform} */ (platform),
    env: { PATH: '', PROGRAMFILES: 'C:\\Program Files' },
  });
  expect(findBrowser(it)).toBe(path);
});

test('nothing is fetched when there is one', async () => {
  const { it, ran } = machine(['/usr/bin/chromium']);
  expect(await obtainBrowser(it)).toBe('/usr/bin/chromium');
  expect(ran).toEqual([]);
});

test('first the test tool’s own download', async () => {
  const { it, there, ran } = machine([], {
    root: true,
    run: (command, args) => {
      ran.push({ command: [command, ...args].join(' '), timeout: 0 });
      there.add('/cache/playwright/chrome');
      return Promise.resolve({ code: 0 });
    },
  });
  expect(await obtainBrowser(it)).toBe('/cache/playwright/chrome');
  expect(ran).toHaveLength(1);
  expect(ran[0]?.command).toMatch(/install --no-shell chromium$/);
});

test('one that the test tool fetched before is used without fetching', async () => {
  const { it, ran } = machine(['/cache/playwright/chrome']);
  expect(await obtainBrowser(it)).toBe('/cache/playwright/chrome');
  expect(ran).toEqual([]);
});

test('then the package of a Debian-like system, as root', async () => {
  const { it, there, ran, said } = machine(['/usr/bin/apt-get'], {
    root: true,
    run: (command, args, { timeout }) => {
      ran.push({ command: [command, args[0]].join(' '), timeout });
      if (command !== 'apt-get') return Promise.resolve({ code: 1 });
      if (args[0] === 'install') there.add('/usr/bin/chromium');
      return Promise.resolve({ code: 0 });
    },
  });
  expect(await obtainBrowser(it)).toBe('/usr/bin/chromium');
  expect(ran.slice(1)).toEqual([
    { command: 'apt-get update', timeout: PATIENCE.apt },
    { command: 'apt-get install', timeout: PATIENCE.apt },
  ]);
  // One line per way that was tried.
  expect(said).toHaveLength(3);
});

test('a package that does not start here is no browser: the next way is tried', async () => {
  const { it, there, said } = machine(['/usr/bin/apt-get', '/cache/chromium.sh'], {
    root: true,
    run: (command) => Promise.resolve({ code: command === 'apt-get' ? 0 : 1 }),
    packaged: () => Promise.resolve('/cache/chromium.sh'),
  });
  expect(there.has('/usr/bin/chromium')).toBe(false);
  expect(await obtainBrowser(it)).toBe('/cache/chromium.sh');
  expect(said.join('\n')).toMatch(/does not start here/);
});

test('somebody who is not root goes on to the build in the package registry', async () => {
  const { it, ran } = machine(['/usr/bin/apt-get', '/cache/chromium.sh'], {
    packaged: (timeout) => Promise.resolve(timeout === PATIENCE.packaged ? '/cache/chromium.sh' : ''),
  });
  expect(await obtainBrowser(it)).toBe('/cache/chromium.sh');
  expect(ran.map(({ command }) => command).join()).not.toMatch(/apt-get/);
});

test.each([
  ['linux', true, ['/usr/bin/apt-get'], 'Type: apt-get install chromium'],
  ['linux', false, ['/usr/bin/apt-get'], 'Type: sudo apt-get install chromium'],
  ['linux', false, ['/usr/bin/dnf'], 'Type: sudo dnf install chromium'],
  ['darwin', false, [], 'Type: brew install --cask chromium'],
  ['win32', false, [], 'Type: winget install Google.Chrome'],
])(
  'when nothing works: the one command to type (%s, root %s, %s)',
  async (platform, root, programs, command) => {
    const { it, said } = machine(programs, { platform: /** @type {NodeJS.Platform} */ (platform), root });
    await expect(obtainBrowser(it)).rejects.toThrow(command);
    expect(said).toHaveLength(4);
  },
);

test('what takes too long is said and left', async () => {
  const { it, said } = machine(['/cache/chromium.sh'], {
    run: () => Promise.resolve({ code: 124 }),
    packaged: () => Promise.resolve('/cache/chromium.sh'),
  });
  expect(await obtainBrowser(it)).toBe('/cache/chromium.sh');
  expect(said[1]).toMatch(/it took too long/);
});
