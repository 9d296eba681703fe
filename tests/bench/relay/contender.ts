import type { Dialect } from './dialect.ts';
import type { BenchServer } from './server.ts';

/** A server under measurement, and how to get people onto its boards. */
export interface Contender {
  /** Its name in tables, with its version and store. */
  readonly title: string;
  readonly dialect: Dialect;
  /** Whether it keeps documents on disk, so that a restart can be asked what is left. */
  readonly durable: boolean;
  /**
   * Starts one.
   * @param data an existing folder for what it stores; a server started again on it finds that back
   */
  start(data: string, options: { readonly memory: boolean }): Promise<BenchServer>;
  /** A new board. */
  board(server: BenchServer): Promise<Board>;
}

/** A board of a server that runs. */
export interface Board {
  /** The name of its document. */
  readonly document: string;
  /**
   * Where a person opens it: with a ticket of their own where there are tickets. Getting it is no part of
   * what is measured.
   * @param server another process than the one that made the board, after a restart
   */
  ticket(name: string, server?: BenchServer): Promise<string>;
}

/** The address of a WebSocket at a server. */
export const socketUrl = (server: BenchServer, path: string): string =>
  `${server.url.replace('http', 'ws')}${path}`;
