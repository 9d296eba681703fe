/**
 * The server of `npm run dev`: started again when its sources or those of shared change. Not `node --watch`:
 * that speaks to the server's own worker threads. Runs on the pinned Node, which can watch folders deeply.
 */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { NODE, ROOT, SERVER_ARGUMENTS, say } from './toolchain.mjs';

/** ms of silence before a restart: an editor writes a file more than once, a checkout many files. */
const PAUSE = 200;

let ending = false;
let restarting = false;
let server = start();
/** @type {NodeJS.Timeout | undefined} */
let timer;

function start() {
  const child = spawn(NODE, SERVER_ARGUMENTS, { cwd: ROOT, stdio: 'inherit' });
  child.on('exit', (code) => {
    if (ending) process.exit(0);
    if (code !== 0 && code !== null) say('stopped; waiting for a change to start it again');
  });
  return child;
}

function running() {
  return server.exitCode === null && server.signalCode === null;
}

function restart() {
  if (restarting) return;
  const again = () => {
    restarting = false;
    if (ending) return;
    say('starting again');
    server = start();
  };
  if (!running()) return again();
  restarting = true;
  // It must be gone first: two servers cannot share a port and a data directory.
  server.once('exit', again);
  server.kill('SIGTERM');
}

for (const folder of ['server/src', 'shared/src']) {
  watch(join(ROOT, folder), { recursive: true }, (_event, file) => {
    if (file === null || !/\.(ts|json)$/.test(file) || /\.test\.ts$/.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(restart, PAUSE);
  });
}

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.on(signal, () => {
    ending = true;
    if (!running()) process.exit(0);
    server.kill('SIGTERM');
  });
}
