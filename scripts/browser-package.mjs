/**
 * The last way to a browser: a headless Chromium that is shipped, compressed, inside a registry package.
 * It is fetched only when asked for, into a cache outside the lock file.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, NODE, run, WINDOWS } from './toolchain.mjs';

const PACKAGE = '@sparticuz/chromium@153.0.0';

// Unpacks into the folder named by TMPDIR. The package brings system libraries along, but unpacks them
// only where it was made for (AWS Lambda); the variable below makes it think it is there.
const UNPACK = "import('@sparticuz/chromium').then((it) => it.default.executablePath())";
const UNPACK_LIBRARIES = { AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' };

/**
 * Fetches and unpacks the build, unless that was done before.
 * @param {number} timeout ms, for each of the two steps
 * @returns {Promise<string>} the path of a program that starts it
 * @throws {Error} when it could not be fetched or unpacked
 */
export async function packagedBrowser(timeout) {
  const folder = join(CACHE, 'chromium');
  const unpacked = join(folder, 'unpacked');
  const program = join(folder, 'chromium.sh');
  if (existsSync(program)) return program;
  mkdirSync(unpacked, { recursive: true });
  // npm installs into the nearest folder with a package.json; without one it would climb up to ours.
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const npm = ['install', '--no-save', '--no-audit', '--no-fund', '--no-package-lock', PACKAGE];
  const fetched = await run('npm', npm, { cwd: folder, output: 'capture', timeout, shell: WINDOWS });
  if (fetched.code !== 0) throw new Error('the package could not be fetched');
  const { code } = await run(NODE, ['-e', UNPACK], {
    cwd: folder,
    output: 'capture',
    timeout,
    env: { ...process.env, ...UNPACK_LIBRARIES, TMPDIR: unpacked },
  });
  if (code !== 0) throw new Error('the package could not be unpacked');
  writeFileSync(program, starter(unpacked), { mode: 0o755 });
  return program;
}

/**
 * A shell script that starts the build with its own libraries and fonts only where the system has none.
 * @param {string} folder
 */
function starter(folder) {
  return `#!/bin/sh
program='${folder}/chromium'
[ -d /etc/fonts ] || export FONTCONFIG_PATH='${folder}/fonts'
"$program" --version >/dev/null 2>&1 || export LD_LIBRARY_PATH='${folder}/al2023/lib'
exec "$program" "$@"
`;
}
