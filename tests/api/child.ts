import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { COMPILED } from '../relay/support/process.ts';

const MAIN = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url));

/** The server as a process of its own, as one starts it. */
export interface Child {
  readonly process: ChildProcess;
  /** The address of the ready line; fails when the process ends before it. */
  readonly ready: Promise<string>;
  /** Exit status, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  stdout(): string;
  stderr(): string;
}

/** Starts the server on a free port of this machine; it is ended with the test. */
export function spawnServer(env: Readonly<Record<string, string>>): Child {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env.PATH ?? '',
      PORT: '0',
      LOG_LEVEL: 'trace',
      NODE_COMPILE_CACHE: COMPILED,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stderr.on('data', (data) => {
    err += data;
  });
  const ended = new Promise<number | NodeJS.Signals | null>((done) => {
    child.on('close', (code, signal) => done(signal ?? code));
  });
  const ready = new Promise<string>((done, fail) => {
    child.stdout.on('data', (data) => {
      out += data;
      const [, url] = /^listening on (http:\/\/\S+)\n/.exec(out) ?? [];
      if (url !== undefined) done(url);
    });
    void ended.then((how) => fail(new Error(`the server ended (${how}) before it was ready: ${err}`)));
  });
  // Whoever expects it not to start never looks at this one.
  ready.catch(() => {});
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { process: child, ready, ended, stdout: () => out, stderr: () => err };
}
