import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { CLOSE } from '@samenbord/shared/protocol';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Access, Admission, Decision, Refusal } from '../access/index.ts';
import type { ServerLimits } from '../config.ts';
import { type RelayLimits, socketServerOptions } from '../relay/limits.ts';
import type { Relay } from '../relay/types.ts';
import { clientAddress } from './address.ts';
import { cookieName, readCookie } from './cookies.ts';
import type { Metrics } from './metrics.ts';
import { createOpenPerAddress } from './openPerAddress.ts';
import { isOwnOrigin } from './origin.ts';
import { createPending } from './pending.ts';
import { decode } from './router.ts';

/** Where sockets are opened: `/relay/<document>`, of which the name may hold slashes. */
export const RELAY_PATH = '/relay/';

/** Lets sockets in, or turns them away with a code that a browser can read. */
export interface Gateway {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Turns away what comes from here on. */
  stop(): void;
  /** Ends the sockets whose ticket, link or board has ended. Runs by itself every {@link END_WITHIN} ms. */
  endExpired(): void;
  /** Cuts every connection that is left. */
  terminate(): void;
}

/** How long after its end a socket is closed at most, ms. */
const END_WITHIN = 250;

export interface GatewayOptions {
  readonly access: Access;
  readonly relay: Relay;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly limits: ServerLimits;
  readonly relayLimits: RelayLimits;
  readonly trustedHops: number;
  readonly publicUrl: string;
  /** Is another one when what sessions may do on this board may have changed. */
  readonly epoch: (board: string) => number;
  /** Whether the end of a board has passed: then it is not there any more, though it may not be erased yet. */
  readonly hasEnded: (board: string) => boolean;
  /** ms since the epoch, now */
  readonly now: () => number;
}

const CLOSE_CODE: Readonly<Record<Refusal, number>> = {
  unauthorised: CLOSE.unauthorised,
  forbidden: CLOSE.forbidden,
  'no-board': CLOSE.noBoard,
  withdrawn: CLOSE.withdrawn,
  // Only writing is refused by freezing, so this does not come; not allowed now is what it would say.
  frozen: CLOSE.forbidden,
  over: CLOSE.over,
};

export function createGateway(options: GatewayOptions): Gateway {
  const { relay, metrics, log, limits, relayLimits, trustedHops, epoch, now } = options;
  const server = new WebSocketServer(socketServerOptions(relayLimits));
  /** By what each open socket was let in. */
  const admissions = new Map<WebSocket, Admission>();
  /** All there are, in whatever state. */
  const connections = new Set<Duplex>();
  const perAddress = createOpenPerAddress(limits.connectionsPerAddress);
  const pending = createPending(limits);
  let stopping = false;

  const endExpired = (): void => {
    for (const [socket, admission] of admissions) {
      const ended = endedBy(admission, options, now());
      if (ended !== undefined) socket.close(CLOSE_CODE[ended], ended);
    }
  };
  const timer = setInterval(endExpired, END_WITHIN).unref();

  const refuse = (socket: WebSocket, code: number, reason: string): void => {
    metrics.socketRefused(reason);
    socket.close(code, reason);
  };

  /** @param stale whether what the decision depends on may have changed since it was looked up */
  const accept = (socket: WebSocket, document: string, decision: Decision, stale: boolean): boolean => {
    const refusal = decision.ok ? endedBy(decision, options, now()) : decision.refusal;
    if (refusal !== undefined) refuse(socket, CLOSE_CODE[refusal], refusal);
    else if (stale) refuse(socket, CLOSE.tryAgain, 'changed');
    else if (decision.ok) {
      admissions.set(socket, decision);
      socket.once('close', () => admissions.delete(socket));
      relay.accept(socket, decision.session, document, decision.rights);
      return true;
    }
    return false;
  };

  const upgrade: Gateway['upgrade'] = (request, connection, head) => {
    // Without a listener an error on the bare connection would end the process.
    connection.on('error', () => connection.destroy());
    if (stopping || pending.full) {
      metrics.socketRefused(stopping ? 'stopping' : 'busy');
      refuseUnopened(connection, '503 Service Unavailable');
      return;
    }
    const closed = perAddress.open(clientAddress(request, trustedHops));
    if (closed === undefined) {
      metrics.socketRefused('address');
      refuseUnopened(connection, '429 Too Many Requests');
      return;
    }
    connection.once('close', closed);
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
    const letIn = pending.add(connection);
    const open = (then: (socket: WebSocket) => void): void =>
      server.handleUpgrade(request, connection, head, (socket) => {
        socket.on('error', (error) => log.debug({ err: error }, 'socket error'));
        then(socket);
      });
    const document = documentOf(request);
    const board = document?.split('/')[0] ?? '';
    const decidedAt = epoch(board);
    const decided =
      document === undefined
        ? Promise.resolve<Decision>({ ok: false, refusal: 'forbidden' })
        : authorise(options, request, document);
    decided
      .then(
        (decision) =>
          open((socket) => {
            if (accept(socket, document ?? '', decision, epoch(board) !== decidedAt)) letIn();
          }),
        (error: unknown) => {
          log.error({ err: error }, 'a socket could not be let in');
          open((socket) => refuse(socket, CLOSE.tryAgain, 'unavailable'));
        },
      )
      .catch((error: unknown) => {
        log.error({ err: error }, 'a socket could not be served');
        connection.destroy();
      });
  };

  return {
    upgrade,
    endExpired,
    stop() {
      stopping = true;
      clearInterval(timer);
    },
    terminate() {
      for (const connection of connections) connection.destroy();
    },
  };
}

/** Why who was let in has to go now, if so. The link first: where ticket and link end at one moment, it is the reason. */
function endedBy(
  admission: Admission,
  { access, hasEnded }: Pick<GatewayOptions, 'access' | 'hasEnded'>,
  time: number,
): Refusal | undefined {
  if (hasEnded(admission.session.board)) return 'no-board';
  if (!access.stillAdmitted(admission.session, admission.linkEnds)) return 'withdrawn';
  return admission.expires <= time ? 'unauthorised' : undefined;
}

/** Who may open what: looked up while the socket is still a bare connection that nothing reads. */
function authorise(
  { access, publicUrl }: GatewayOptions,
  request: IncomingMessage,
  document: string,
): Promise<Decision> {
  const [, query = ''] = (request.url ?? '').split('?');
  const ticket = new URLSearchParams(query).get('ticket');
  if (ticket !== null) return access.authorise(ticket, document);
  const cookie = readCookie(request.headers.cookie, cookieName(document.split('/')[0] ?? ''));
  // A cookie goes along with whatever page opens a socket here, so it counts only on our own. No page opens one
  // without an origin: then it is as if there were none.
  if (request.headers.origin === undefined) return access.authorise(undefined, document);
  if (cookie !== undefined && !isOwnOrigin(request, publicUrl))
    return Promise.resolve({ ok: false, refusal: 'forbidden' });
  return access.authorise(cookie, document);
}

/** Answers a handshake with an error, and leaves nothing half open behind. */
function refuseUnopened(connection: Duplex, status: string): void {
  connection.once('finish', () => connection.destroy());
  connection.end(`HTTP/1.1 ${status}\r\nretry-after: 5\r\nconnection: close\r\n\r\n`);
}

/** The document in a socket's address; `undefined` when it cannot be read. */
function documentOf(request: IncomingMessage): string | undefined {
  const [path = ''] = (request.url ?? '').split('?');
  return decode(path.slice(RELAY_PATH.length));
}
