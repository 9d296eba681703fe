import { once } from 'node:events';
import { connect, createServer, type NetConnectOpts, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A way to a server that can be closed, for one node alone. */
export interface Passage {
  /** On 127.0.0.1. */
  readonly port: number;
  /** Closes all connections on it, and refuses new ones until {@link open}. */
  cut(): void;
  /** Lets nothing through in either direction until {@link open}; connections are taken and stay. */
  hold(): void;
  open(): void;
}

/** Opens a way to a server; it ends with the test. */
export async function openPassage(to: NetConnectOpts): Promise<Passage> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let state: 'open' | 'cut' | 'held' = 'open';
  const server = createServer((near) => {
    if (state === 'cut') {
      near.destroy();
      return;
    }
    const far = connect(to);
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [from, into] of [pair, [far, near] as const]) {
      from.setNoDelay(true);
      from.on('data', (data) => {
        if (!into.write(data)) from.pause();
      });
      into.on('drain', () => {
        if (state !== 'held') from.resume();
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        into.destroy();
        pairs.delete(pair);
      });
      if (state === 'held') from.pause();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');

  function destroyAll(): void {
    for (const [near, far] of pairs) {
      near.destroy();
      far.destroy();
    }
  }
  onTestFinished(() => {
    destroyAll();
    server.close();
  });
  return {
    port: address.port,
    cut() {
      state = 'cut';
      destroyAll();
    },
    hold() {
      state = 'held';
      for (const pair of pairs) for (const socket of pair) socket.pause();
    },
    open() {
      state = 'open';
      for (const pair of pairs) for (const socket of pair) socket.resume();
    },
  };
}

/** Where the database of a connection string listens: on a Unix socket in a directory. */
export function postgresSocket(url: string): { readonly path: string } {
  return { path: `${new URL(url).searchParams.get('host')}/.s.PGSQL.5432` };
}
