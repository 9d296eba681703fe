import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { CreateBoardResponse, JoinResponse } from '@samenbord/shared/protocol';
import { type Board, type Contender, socketUrl } from './contender.ts';
import { FRAMES, HOCUSPOCUS, SAMENBORD, Y_WEBSOCKET } from './dialect.ts';
import { type BenchServer, launch } from './server.ts';
import { PARTNERS } from './workload.ts';

const HERE = import.meta.dirname;
const MAIN = join(HERE, '../../../server/src/main.ts');
const PEERS = join(HERE, '../../../node_modules/.cache/bench-peers');

const listening = (line: string): string | undefined => /^listening on (http:\S+)$/.exec(line)?.[1];

/** Rates as high as they go: everybody comes from one address here. */
const ALL_FROM_ONE = { RATE_CREATE: '10000000', RATE_JOIN: '10000000' };

const ours: Contender = {
  title: 'ours, SQLite',
  dialect: SAMENBORD,
  durable: true,
  start: (data, { memory }) =>
    launch({
      // As `npm start` starts it.
      args: ['--max-semi-space-size=16', MAIN],
      env: { PORT: '0', HOST: '127.0.0.1', DATA_DIR: data, LOG_LEVEL: 'warn', ...ALL_FROM_ONE },
      address: listening,
      memory,
    }),
  async board(server) {
    const made = await post<CreateBoardResponse>(`${server.url}/api/boards`, {
      title: 'Meting',
      partners: PARTNERS,
    });
    const secret = new URL(made.links.facilitator).hash.slice(1);
    return {
      document: made.board,
      async ticket(name, at = server) {
        const url = `${at.url}/api/boards/${made.board}/join`;
        const { ticket } = await post<JoinResponse>(url, { secret, name });
        return socketUrl(at, `/relay/${made.board}?ticket=${encodeURIComponent(ticket)}`);
      },
    };
  },
};

async function post<Answer>(url: string, body: unknown): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`POST ${new URL(url).pathname} answered ${response.status}`);
  return (await response.json()) as Answer;
}

let boards = 0;

/** A board where there is nothing to make: any name will do. */
function anyBoard(path: (document: string) => string): Contender['board'] {
  return (server): Promise<Board> => {
    boards += 1;
    const document = `board-${boards}`;
    return Promise.resolve({
      document,
      ticket: (_name, at = server) => Promise.resolve(socketUrl(at, path(document))),
    });
  };
}

const yWebsocket: Contender = {
  title: 'y-websocket server 0.1.1, memory',
  dialect: Y_WEBSOCKET,
  durable: false,
  async start(_data, { memory }) {
    const port = await freePort();
    return launch({
      args: [join(PEERS, 'node_modules/@y/websocket-server/src/server.js')],
      env: { HOST: '127.0.0.1', PORT: String(port) },
      address: (line) => (line.startsWith('running at') ? `http://127.0.0.1:${port}` : undefined),
      memory,
    });
  },
  board: anyBoard((document) => `/${document}`),
};

const hocuspocus: Contender = {
  title: 'Hocuspocus 4.7.0, SQLite',
  dialect: HOCUSPOCUS,
  durable: true,
  start: (data, { memory }) =>
    launch({
      args: [join(HERE, '../peers/hocuspocusServer.ts'), PEERS, join(data, 'hocuspocus.sqlite')],
      env: {},
      address: listening,
      memory,
    }),
  board: anyBoard(() => '/'),
};

const frames: Contender = {
  title: 'plain ws, copies frames',
  dialect: FRAMES,
  durable: false,
  start: (_data, { memory }) =>
    launch({ args: [join(HERE, '../peers/frameServer.ts')], env: {}, address: listening, memory }),
  board: anyBoard((document) => `/${document}`),
};

/** All that can be measured, by the name that `--peers` takes. */
export const CONTENDERS: Readonly<Record<string, Contender>> = {
  ours,
  hocuspocus,
  'y-websocket': yWebsocket,
  frames,
};

/** A port that was free a moment ago, for a server that cannot choose one itself. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Starts a server, does something with it, ends it. */
export async function withServer<Result>(
  contender: Contender,
  options: { readonly data: string; readonly memory?: boolean },
  work: (server: BenchServer) => Promise<Result>,
): Promise<Result> {
  const server = await contender.start(options.data, { memory: options.memory ?? false });
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}
