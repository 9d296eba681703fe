/**
 * `npm run dev`: the server, restarted when its sources change, and the page with hot reload. Open the
 * page at the address that Vite prints; it passes the API and the relay on to the server.
 *
 * PORT (default 4321) is the server's, DEV_PORT (default 5173) the page's.
 */
import './node-version.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ensureInstalled } from './install.mjs';
import { command, NODE, ROOT, say, TOOLS, toolEnvironment } from './toolchain.mjs';

const port = process.env.PORT ?? '4321';
const pagePort = process.env.DEV_PORT ?? '5173';
const page = `http://127.0.0.1:${pagePort}`;

/**
 * @param {string} label
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {Record<string, string>} environment
 */
function start(label, args, cwd, environment) {
  const child = spawn(NODE, args, {
    cwd,
    env: { ...toolEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => say(`${label} | ${line}`));
  }
  return child;
}

/**
 * Resolves with 0 after Ctrl-C, or with 1 when one of the two stopped by itself; ends the other.
 * @param {import('node:child_process').ChildProcess[]} children
 * @returns {Promise<number>}
 */
function untilDone(children) {
  return new Promise((resolve) => {
    let result = -1;
    let running = children.length;
    const endAll = (/** @type {number} */ code) => {
      if (result === -1) result = code;
      for (const child of children) child.kill('SIGTERM');
    };
    process.on('SIGINT', () => endAll(0));
    process.on('SIGTERM', () => endAll(0));
    for (const child of children) {
      child.on('exit', () => {
        endAll(1);
        running -= 1;
        if (running === 0) resolve(result);
      });
    }
  });
}

await command(async () => {
  await ensureInstalled();
  const server = start('server', [join(ROOT, 'scripts', 'watch-server.mjs')], ROOT, {
    PORT: port,
    // The links that the server makes must open the page that reloads, not an older build.
    PUBLIC_URL: process.env.PUBLIC_URL ?? page,
  });
  const client = start(
    'client',
    [TOOLS.vite, '--host', '127.0.0.1', '--port', pagePort, '--strictPort', '--clearScreen', 'false'],
    join(ROOT, 'client'),
    { SAMENBORD_SERVER: `http://127.0.0.1:${port}` },
  );
  return untilDone([server, client]);
});
