import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { until } from '../../relay/support/until.ts';

/** A Redis of the test's own, on a free port. */
export interface RedisServer {
  readonly url: string;
  kill(): Promise<void>;
  /** Starts it again on the same port, empty. */
  start(): Promise<void>;
  /** Stops it where it is, with its sockets open. */
  pause(): void;
  resume(): void;
  /** Cuts the connections of all who listen, or of all who speak. */
  cut(which: 'pubsub' | 'normal'): void;
  dispose(): Promise<void>;
}

/** Why no Redis can be started here; `undefined` when one can. */
export function redisMissing(): string | undefined {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'pipe' });
    return undefined;
  } catch {
    return 'no redis-server on this machine: install the package redis-server';
  }
}

export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  let server: ChildProcess | undefined;

  async function start(): Promise<void> {
    const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    server = spawn('redis-server', flags, { stdio: 'ignore' });
    let answered = false;
    let asking = false;
    await until('Redis answers', () => {
      if (!asking && !answered) {
        asking = true;
        void canConnect(port).then((yes) => {
          answered = yes;
          asking = false;
        });
      }
      return answered;
    });
  }

  async function kill(): Promise<void> {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, 'exit');
    server.kill('SIGKILL');
    await exited;
  }

  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    kill,
    pause: () => void server?.kill('SIGSTOP'),
    resume: () => void server?.kill('SIGCONT'),
    cut(which) {
      execFileSync('redis-cli', ['-p', String(port), 'client', 'kill', 'type', which], { stdio: 'pipe' });
    },
    dispose: kill,
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
