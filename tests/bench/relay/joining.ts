import { setTimeout as pause } from 'node:timers/promises';
import { readPlaces } from '@samenbord/shared/board';
import { SYNC } from '@samenbord/shared/protocol';
import * as Y from 'yjs';
import type { Contender } from './contender.ts';
import { startUsage, type Usage } from './others.ts';
import { openPerson, type Person } from './person.ts';
import type { BenchServer } from './server.ts';
import { boardOf, prepareState } from './workload.ts';

export interface JoiningOptions {
  readonly people: number;
  readonly stickers: number;
}

/** What it cost to let everybody in. Times in ms. */
export interface JoiningResult extends Usage {
  /** Until the last one had the board. */
  readonly untilLast: number;
  /** CPU of the server for the tickets, before: only where there are tickets. */
  readonly ticketCpu: number;
  /** Bytes of the board as one of them got it. */
  readonly boardBytes: number;
}

/** How long nothing may arrive anywhere before everybody counts as in, ms. */
const QUIET = 300;

/**
 * Many people open one board at the same moment, each with nothing and each saying who they are, while
 * somebody is on it already. The server's time runs until all have the board and have heard of each other.
 * @throws {Error} when one of them did not get the whole board
 */
export async function joining(
  contender: Contender,
  server: BenchServer,
  { people, stickers }: JoiningOptions,
): Promise<JoiningResult> {
  const { dialect } = contender;
  const board = await contender.board(server);
  const { document } = board;
  const open = (url: string, state?: Uint8Array): Promise<Person> =>
    openPerson({ url, document, dialect, ...(state === undefined ? {} : { state }) });

  const first = await open(await board.ticket('Eerste'));
  first.send(dialect.sync(document, SYNC.update, boardOf(stickers)));
  await pause(QUIET);
  await (await open(await board.ticket('Tweede'))).close();

  const beforeTickets = server.cpu();
  const urls: string[] = [];
  for (let index = 0; index < people; index++) urls.push(await board.ticket(`Deelnemer ${index}`));
  const ticketCpu = server.cpu() - beforeTickets;
  const endUsage = startUsage(server);
  const start = performance.now();
  const joined = await Promise.all(
    urls.map((url, index) => open(url, prepareState(5000 + index, 1, String(index)))),
  );
  const untilLast = performance.now() - start;
  await quiet(joined);
  const usage = endUsage();

  for (const person of joined) if (person.document.byteLength < boardBytes(joined)) throw incomplete();
  if (stickersIn(joined.at(-1)) !== stickers) throw incomplete();
  await Promise.all([first, ...joined].map((person) => person.close()));
  return { ...usage, untilLast, ticketCpu, boardBytes: boardBytes(joined) };
}

const boardBytes = ([first]: readonly Person[]): number => first?.document.byteLength ?? 0;

const incomplete = (): Error => new Error('somebody joined and did not get the whole board');

function stickersIn(person: Person | undefined): number {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, person?.document ?? Y.encodeStateAsUpdate(doc));
  return readPlaces(doc).places.size;
}

async function quiet(people: readonly Person[]): Promise<void> {
  const last = (): number => Math.max(...people.map(({ recording }) => recording.last));
  while (performance.now() - last() < QUIET) await pause(25);
}
