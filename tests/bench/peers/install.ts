import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CACHE = join(import.meta.dirname, '../../../node_modules/.cache');

/** ms that the installation may take. */
const PATIENCE = 600_000;

/**
 * Installs what a benchmark compares with, at exact versions, into a folder outside the workspace, once. The
 * packages' scripts do not run: none of what is used here needs to be compiled.
 * @param names the `package.json` that names them
 * @param folder its name in the cache
 * @returns the folder
 * @throws {Error} when npm fails; its own words have been shown
 */
export function installApart(names: string, folder: string): string {
  const home = join(CACHE, folder);
  const wanted = readFileSync(names, 'utf8');
  const done = join(home, 'installed.json');
  if (existsSync(done) && readFileSync(done, 'utf8') === wanted) return home;
  mkdirSync(home, { recursive: true });
  cpSync(names, join(home, 'package.json'));
  process.stderr.write('Installing what is compared with (once; it may take some minutes)...\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock'], {
    cwd: home,
    stdio: ['ignore', 2, 2],
    timeout: PATIENCE,
  });
  writeFileSync(done, wanted);
  return home;
}

/** The other relays. @returns the folder they are in */
export function installPeers(): string {
  return installApart(join(import.meta.dirname, 'package.json'), 'bench-peers');
}
