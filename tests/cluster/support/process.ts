import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export interface NodeProcess {
  url(document: string, person?: string): string;
  /** Ends it at once, as a power switch would the program. */
  kill(): Promise<void>;
}

/** Starts a node as a process; it is killed when the test ends. */
export async function startNodeProcess(url: string, redis: string): Promise<NodeProcess> {
  const file = fileURLToPath(new URL('./child.ts', import.meta.url));
  const child = spawn(process.execPath, [file, url, redis, `${new URL(url).pathname}:`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => end(child));
  if (child.stdout === null) throw new Error('the child has no output');
  const [port] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error('the child ended before it said its port'))),
  ]);
  return {
    url: (document, person = 'somebody') =>
      `ws://127.0.0.1:${String(port)}/relay/${document}?person=${person}`,
    kill: () => end(child),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
