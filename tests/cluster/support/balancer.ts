import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Stands in front of several servers as a load balancer that knows nothing of boards or people does. */
export interface Balancer {
  readonly url: string;
  /** Connections it has given to each server, in the order in which they were named. */
  readonly given: readonly number[];
  close(): void;
}

/**
 * Gives each connection to the next of the servers, and to the one after it when that one does not take it.
 * @param urls `http://HOST:PORT`
 */
export async function startBalancer(urls: readonly string[]): Promise<Balancer> {
  const given = urls.map(() => 0);
  const sockets = new Set<Socket>();
  let turn = 0;

  function keep(socket: Socket): void {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  }

  function giveTo(near: Socket, index: number, tries: number): void {
    const { hostname, port } = new URL(urls[index] ?? '');
    const far = connect({ host: hostname, port: Number(port) });
    keep(far);
    far.once('error', () => {
      if (tries > 1) giveTo(near, (index + 1) % urls.length, tries - 1);
      else near.destroy();
    });
    far.once('connect', () => {
      given[index] = (given[index] ?? 0) + 1;
      near.pipe(far).pipe(near);
      near.on('close', () => far.destroy());
      far.on('close', () => near.destroy());
    });
  }

  const server = createServer((near) => {
    keep(near);
    giveTo(near, turn++ % urls.length, urls.length);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    given,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
