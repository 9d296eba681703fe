import { createServer, type IncomingMessage, type Server } from 'node:http';
import { isIPv6 } from 'node:net';
import { RELAY_PATH } from './gateway.ts';

/** ms a client may take over the headers of a request, and over all of it. */
const HEADERS_TIMEOUT = 15_000;
const REQUEST_TIMEOUT = 120_000;

/** The server could not begin to listen; the message says what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/**
 * Makes an HTTP server and lets it listen, without handlers yet: only now is the port known, and with
 * it the address in links. Connections that come before the handlers wait in the same turn of the loop.
 * @param connections most TCP connections at once
 * @throws {ListenError}
 */
export async function listen(host: string, port: number, connections: number): Promise<Server> {
  const server = createServer({
    headersTimeout: HEADERS_TIMEOUT,
    requestTimeout: REQUEST_TIMEOUT,
    // Any other upgrade that a program may offer (h2c) is answered as the plain request it also is.
    shouldUpgradeCallback: isRelayUpgrade,
  });
  server.maxConnections = connections;
  await new Promise<void>((done, fail) => {
    const refuse = (error: NodeJS.ErrnoException) => fail(new ListenError(explain(error, host, port)));
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      done();
    });
  });
  return server;
}

function isRelayUpgrade(request: IncomingMessage): boolean {
  return request.headers.upgrade?.toLowerCase() === 'websocket' && (request.url ?? '').startsWith(RELAY_PATH);
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `port ${port} on ${host} is taken by another program: stop it, or set PORT to another port (0 takes any free one)`;
    case 'EACCES':
      return `this user may not listen on port ${port}: set PORT to one above 1023`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is not an address of this machine: set HOST to one that is (127.0.0.1, or 0.0.0.0 for all)`;
    default:
      return `cannot listen on ${host}, port ${port}: ${error.code ?? error.message}`;
  }
}

/** The address a listening server answers on, as an origin: what is printed when it is ready. */
export function listeningUrl(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}

/** The same as people on this machine can open it: nobody can visit "all addresses". */
export function visitableUrl(listening: string): string {
  return listening.replace(/\/\/(0\.0\.0\.0|\[::\]):/, '//localhost:');
}
