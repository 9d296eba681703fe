import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A relay in a process of its own. */
export interface RelayProcess {
  readonly process: ChildProcess;
  readonly port: number;
  url(document: string, person?: string): string;
  /** Stops it where it is, with its sockets open. */
  pause(): void;
  resume(): void;
  /** Ends it at once, as a power switch would the program. */
  kill(): Promise<void>;
}

/** What is compiled once is there for the next process: rounds of killing start dozens of them. */
export const COMPILED = fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url));

/** Starts a relay on a data directory; it is killed when the test ends. */
export function startRelayProcess(directory: string): Promise<RelayProcess> {
  return startServing(new URL('./child.ts', import.meta.url), [directory]);
}

/** A relay whose code is loaded; called with its data directory it starts. It is killed when the test ends. */
export function relayOnStandBy(): (directory: string) => Promise<RelayProcess> {
  const child = spawnChild(new URL('./child.ts', import.meta.url), [], []);
  return (directory) => {
    child.send([directory]);
    return serving(child);
  };
}

/**
 * Starts a program that says the port of its relay as one line on standard output; it is killed when the test ends.
 * @param flags of Node.js.
 */
export function startServing(
  file: URL,
  args: readonly string[],
  flags: readonly string[] = [],
): Promise<RelayProcess> {
  return serving(spawnChild(file, args, flags));
}

/** Starts a program, with its arguments or to be sent them; it is killed when the test ends. */
export function spawnChild(file: URL, args: readonly string[], flags: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [...flags, fileURLToPath(file), ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
  });
  try {
    onTestFinished(() => end(child));
  } catch (error) {
    // Started by a test that is over: nobody would end it.
    child.kill('SIGKILL');
    throw error;
  }
  return child;
}

/** Waits until it says its port. */
export async function serving(child: ChildProcess): Promise<RelayProcess> {
  if (child.stdout === null) throw new Error('the child has no output');
  const [line] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error('the child ended before it said its port'))),
  ]);
  const port = Number(line);
  return {
    process: child,
    port,
    url: (document, person = 'somebody') => `ws://127.0.0.1:${port}/relay/${document}?person=${person}`,
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    kill: () => end(child),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
