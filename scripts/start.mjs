/**
 * `npm start`, which package.json writes as `exec node ... || node ...`: so the shell between npm and us
 * goes away and a signal to npm reaches us. Windows has no `exec` and takes the second.
 *
 * Installs when needed, builds when needed, then serves. Standard output carries one line,
 * the server's `listening on ...`; everything else goes to standard error.
 */
import './node-version.mjs';
import { spawn } from 'node:child_process';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { command, exitCode, NODE, ROOT, SERVER_ARGUMENTS, Stop, toolEnvironment } from './toolchain.mjs';

/** Runs the server to its end and gives its exit code. */
function serve() {
  return new Promise((resolve, reject) => {
    const server = spawn(NODE, SERVER_ARGUMENTS, { cwd: ROOT, env: toolEnvironment(), stdio: 'inherit' });
    // Passed on once: npm may repeat to us what the whole group was sent already.
    process.once('SIGTERM', () => server.kill('SIGTERM'));
    process.once('SIGHUP', () => server.kill('SIGTERM'));
    process.once('SIGINT', () => {
      // Ctrl-C in a terminal reaches the server without us; only a signal sent to us alone is passed on.
      if (!process.stdin.isTTY) server.kill('SIGINT');
    });
    for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) process.on(signal, () => {});
    server.on('error', (error) => reject(new Stop(`The server could not be started: ${error.message}`)));
    server.on('exit', (code, signal) => resolve(exitCode(code, signal)));
  });
}

await command(async () => {
  await ensureInstalled();
  await ensureBuilt();
  return serve();
});
