import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { ROLES, type Role } from '@samenbord/shared/protocol';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Relay, type Session, socketServerOptions } from '../../../server/src/relay/index.ts';
import type { RelayLimits } from '../../../server/src/relay/limits.ts';

/** Who a test connects as; goes in the query of the address in place of a ticket. */
export interface TestPerson {
  readonly person?: string;
  readonly name?: string;
  readonly role?: Role;
  readonly link?: string;
  readonly write?: boolean;
  /** Not writing only because it is frozen. */
  readonly frozen?: boolean;
}

export interface TestServer {
  readonly port: number;
  /** The relay's address without the document, as a `WebsocketProvider` takes it. */
  readonly base: string;
  /** Address of a document for somebody. */
  url(document: string, person?: TestPerson): string;
  /** The server's ends of the sockets, in the order in which they came. */
  readonly sockets: readonly Socket[];
  /** The same as WebSockets. */
  readonly accepted: readonly WebSocket[];
  close(): Promise<void>;
}

/**
 * The least that stands in front of a relay: everybody is who they say, on a port of the system's choice.
 * @param keep whether the ends of the sockets are kept, also of those that have gone.
 */
export async function serve(
  relay: Relay,
  limits?: Pick<RelayLimits, 'frame'>,
  keep = true,
): Promise<TestServer> {
  const http: Server = createServer((_request, response) => response.writeHead(404).end());
  const webSockets = new WebSocketServer(socketServerOptions(limits));
  const sockets: Socket[] = [];
  const accepted: WebSocket[] = [];
  http.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const document = decodeURIComponent(url.pathname.replace(/^\/relay\//, ''));
    if (keep) sockets.push(socket as Socket);
    webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      if (keep) accepted.push(webSocket);
      relay.accept(webSocket, sessionOf(document, url.searchParams), document, {
        write: url.searchParams.get('write') !== 'no',
        frozen: url.searchParams.get('frozen') === 'yes',
      });
    });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  return {
    port,
    base: `ws://127.0.0.1:${port}/relay`,
    sockets,
    accepted,
    url(document, { write = true, frozen = false, ...person } = {}) {
      const rights = { write: write ? 'yes' : 'no', frozen: frozen ? 'yes' : 'no' };
      const query = new URLSearchParams({ ...person, ...rights });
      return `ws://127.0.0.1:${port}/relay/${document}?${query}`;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      const closed = once(http, 'close');
      http.close();
      await closed;
    },
  };
}

let anonymous = 0;

function sessionOf(document: string, query: URLSearchParams): Session {
  const id = query.get('person') ?? `person-${++anonymous}`;
  const role = ROLES.find((one) => one === query.get('role')) ?? 'partner';
  return {
    board: document.split('/')[0] ?? document,
    link: query.get('link') ?? 'link',
    person: { id, name: query.get('name') ?? `Name of ${id}` },
    role,
    ...(role === 'partner' && { partner: 'gemeente' }),
  };
}
