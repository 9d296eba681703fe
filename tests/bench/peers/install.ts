import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NAMES = join(import.meta.dirname, 'package.json');
const FOLDER = join(import.meta.dirname, '../../../node_modules/.cache/bench-peers');

/** ms that the installation may take. */
const PATIENCE = 180_000;

/**
 * Installs the other servers, at exact versions, into a folder outside the workspace, once. Their scripts
 * do not run: none of what is used here needs to be compiled.
 * @returns the folder
 * @throws {Error} when npm fails; its own words have been shown
 */
export function installPeers(): string {
  const wanted = readFileSync(NAMES, 'utf8');
  const done = join(FOLDER, 'installed.json');
  if (existsSync(done) && readFileSync(done, 'utf8') === wanted) return FOLDER;
  mkdirSync(FOLDER, { recursive: true });
  cpSync(NAMES, join(FOLDER, 'package.json'));
  process.stderr.write('Installing the servers to compare with (once)...\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock'], {
    cwd: FOLDER,
    stdio: ['ignore', 2, 2],
    timeout: PATIENCE,
  });
  writeFileSync(done, wanted);
  return FOLDER;
}
