import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { WebSocketServer } from 'ws';
import { createRelay, type Relay, type Session, socketServerOptions } from '../../server/src/relay/index.ts';
import { type DocumentStore, memoryStore, silentLog } from '../../server/src/store/index.ts';

/** The real relay behind a real socket, without the rest of the server. Who comes in is who `?name=` says, and may write. */
export interface RelayServer {
  /** `ws://127.0.0.1:<port>`, the same after a restart. */
  readonly url: string;
  readonly store: DocumentStore;
  readonly relay: () => Relay;
  /** Ends every connection as a killed process does, and refuses new ones. */
  kill(): Promise<void>;
  /** Listens again on the same port, with what the store has. */
  restart(): Promise<void>;
  /** From now on nobody's writes to this document are taken, until it is called with `false`. */
  hold(document: string, frozen: boolean): void;
  /** From now on nothing gets through on the connections there are, and none of them is closed. */
  freeze(): void;
}

/** Starts one with some documents; it ends with the test. */
export async function startRelay(
  documents: Readonly<Record<string, Uint8Array>>,
  store: DocumentStore = memoryStore(),
): Promise<RelayServer> {
  let relay = createRelay({ store, log: silentLog });
  for (const [name, update] of Object.entries(documents)) await relay.create(name, update);
  const held = new Set<string>();
  const sockets = new Set<Socket>();
  const serve = async (port: number): Promise<Server> => {
    const server = createServer();
    const webSockets = new WebSocketServer(socketServerOptions());
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
    server.on('upgrade', (request, socket, head) => {
      webSockets.handleUpgrade(request, socket, head, (webSocket) => {
        const { pathname, searchParams } = new URL(request.url ?? '', 'http://relay');
        const document = pathname.slice('/relay/'.length);
        relay.accept(webSocket, sessionOf(document, searchParams.get('name') ?? ''), document, {
          write: !held.has(document),
          frozen: held.has(document),
        });
      });
    });
    await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
    return server;
  };
  let server = await serve(0);
  const { port } = server.address() as AddressInfo;
  const kill = async (): Promise<void> => {
    const closed = new Promise((done) => server.close(done));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  onTestFinished(async () => {
    if (server.listening) await kill();
    await relay.close();
  });
  return {
    url: `ws://127.0.0.1:${port}`,
    store,
    relay: () => relay,
    kill,
    async restart() {
      await relay.close();
      relay = createRelay({ store, log: silentLog });
      server = await serve(port);
    },
    hold(document, frozen) {
      if (frozen) held.add(document);
      else held.delete(document);
      relay.reconsider(document, () => !frozen);
    },
    freeze() {
      for (const socket of sockets) {
        socket.pause();
        // Not even an answer that is on its way gets out.
        socket.write = () => true;
      }
    },
  };
}

const sessionOf = (document: string, name: string): Session => ({
  board: document.split('/')[0] ?? '',
  link: 'link',
  person: { id: name.toLowerCase(), name },
  role: 'facilitator',
});
