import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export interface RelayProcess {
  readonly port: number;
  url(document: string, person?: string): string;
  /** Ends it at once, as a power switch would the program. */
  kill(): Promise<void>;
}

/** Starts a relay as a process; it is killed when the test ends. */
export async function startRelayProcess(directory: string): Promise<RelayProcess> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./child.ts', import.meta.url)), directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => end(child));
  const port = Number(await firstLine(child));
  return {
    port,
    url: (document, person = 'somebody') => `ws://127.0.0.1:${port}/relay/${document}?person=${person}`,
    kill: () => end(child),
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the child has no output');
  let text = '';
  for await (const chunk of child.stdout) {
    text += String(chunk);
    const end = text.indexOf('\n');
    if (end >= 0) return text.slice(0, end);
  }
  throw new Error('the child ended before it said its port');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
