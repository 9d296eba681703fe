import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { cpuTime } from './process.ts';

/** A server process that is measured from outside. */
export interface BenchServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** CPU time so far, ms. */
  cpu(): number;
  /** Lets it collect its garbage; with {@link memory}, only when launched with `memory`. */
  collect(): Promise<NodeJS.MemoryUsage>;
  /** Its memory, bytes. */
  memory(): Promise<NodeJS.MemoryUsage>;
  /** SIGTERM, and SIGKILL when that does not end it. */
  stop(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
}

export interface LaunchOptions {
  /** What follows `node`. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Finds the address in a line of its standard output. */
  readonly address: (line: string) => string | undefined;
  /** Whether {@link BenchServer.memory} will be asked. */
  readonly memory: boolean;
}

/** ms */
const PATIENCE = { start: 20_000, stop: 10_000, memory: 20_000 };

/**
 * Starts a server with the Node that runs this.
 * @throws {Error} when it ends or says nothing in time; its standard error has been shown
 */
export async function launch({ args, env, address, memory }: LaunchOptions): Promise<BenchServer> {
  const preload = memory ? ['--import', new URL('../peers/gc.mjs', import.meta.url).href] : [];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...preload, ...args], {
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit', ...(memory ? (['ipc'] as const) : [])],
  });
  // Should this process end first, whichever way, the server must not stay behind.
  const onExit = (): boolean => child.kill('SIGKILL');
  process.on('exit', onExit);
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    const force = setTimeout(() => child.kill('SIGKILL'), PATIENCE.stop);
    await exited;
    clearTimeout(force);
    process.off('exit', onExit);
  };
  try {
    const url = await firstAddress(child, address);
    const pid = child.pid ?? 0;
    return {
      url,
      cpu: () => cpuTime(pid),
      collect: () => askMemory(child, 'collect'),
      memory: () => askMemory(child, 'memory'),
      stop: () => end('SIGTERM'),
      kill: () => end('SIGKILL'),
    };
  } catch (error) {
    await end('SIGKILL');
    throw error;
  }
}

function firstAddress(child: ChildProcess, address: LaunchOptions['address']): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error('the server did not say where it listens')),
      PATIENCE.start,
    );
    child.once('exit', (code) =>
      reject(new Error(`the server ended with status ${code} before it listened`)),
    );
    if (child.stdout === null) throw new TypeError('the server has no standard output');
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = address(line);
      if (found === undefined) return;
      clearTimeout(late);
      resolve(found);
    });
  });
}

function askMemory(child: ChildProcess, how: 'collect' | 'memory'): Promise<NodeJS.MemoryUsage> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the server did not say its memory')), PATIENCE.memory);
    child.once('message', (usage: NodeJS.MemoryUsage) => {
      clearTimeout(late);
      resolve(usage);
    });
    child.send(how);
  });
}
