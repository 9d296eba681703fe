import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { RelayMetrics } from '../relay/metrics.ts';
import { relayMetrics } from './relayMetrics.ts';

/** What the outside of the server counts. No label ever holds a board, a link, a person or an address. */
export interface Metrics {
  readonly registry: Registry;
  /** @param route a pattern like `/api/boards/:board/join`, never a path @param seconds until answered */
  request(route: string, method: string, status: number, seconds: number): void;
  rateLimited(what: string): void;
  boardMade(): void;
  /** Pictures went that nothing showed any more. */
  picturesRemoved(count: number, bytes: number): void;
  /** A request was answered with this error of the API. */
  refused(code: string): void;
  socketRefused(reason: string): void;
  /** Where the relay reports its own. */
  readonly relay: RelayMetrics;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: 'http_request_seconds',
    help: 'Time until a request was answered, by route.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  });
  const limited = new Counter({
    name: 'http_rate_limited_total',
    help: 'Requests refused because their address made too many.',
    labelNames: ['what'],
    registers,
  });
  const boards = new Counter({ name: 'boards_made_total', help: 'Boards made.', registers });
  const pictures = new Counter({
    name: 'pictures_removed_total',
    help: 'Pictures removed because nothing showed them any more.',
    registers,
  });
  const pictureBytes = new Counter({
    name: 'pictures_removed_bytes_total',
    help: 'Bytes of pictures removed because nothing showed them any more.',
    registers,
  });
  const refused = new Counter({
    name: 'socket_refusals_total',
    help: 'Sockets turned away, by reason.',
    labelNames: ['reason'],
    registers,
  });
  const errors = new Counter({
    name: 'http_refusals_total',
    help: 'Requests answered with an error of the API, by its code.',
    labelNames: ['code'],
    registers,
  });
  return {
    registry,
    request: (route, method, status, seconds) =>
      requests.observe({ route, method, status: String(status) }, seconds),
    rateLimited: (what) => limited.inc({ what }),
    boardMade: () => boards.inc(),
    picturesRemoved(count, bytes) {
      pictures.inc(count);
      pictureBytes.inc(bytes);
    },
    refused: (code) => errors.inc({ code }),
    socketRefused: (reason) => refused.inc({ reason }),
    relay: relayMetrics(registry),
  };
}
