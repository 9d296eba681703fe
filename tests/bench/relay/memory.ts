import { setTimeout as pause } from 'node:timers/promises';
import { SYNC } from '@samenbord/shared/protocol';
import type { Contender } from './contender.ts';
import { openPerson, type Person } from './person.ts';
import type { BenchServer } from './server.ts';
import { boardOf } from './workload.ts';

export interface MemoryOptions {
  readonly boards: number;
  /** On each board. */
  readonly stickers: number;
}

/** What one more open board takes of the server's memory, bytes. */
export interface MemoryResult {
  /** Of what the system counts (RSS), after the server collected its garbage. */
  readonly perBoard: number;
  /** Of what the program itself keeps: JavaScript heap and buffers. */
  readonly keptPerBoard: number;
  /** The same two, a while after everybody left. */
  readonly perBoardAfter: number;
  readonly keptPerBoardAfter: number;
}

/** Boards that are open before, so that code and caches that are there once are not counted. */
const BEFORE = 20;
/** ms after the last change: longer than it takes any of the servers to come to rest. */
const REST = 7_000;
/** ms after everybody left: longer than any of the servers keeps a board on purpose. */
const AFTER = 12_000;
/** ms after garbage was collected: V8 keeps the pages that became free for up to 8 s. */
const GIVEN_BACK = 9_000;

/** Opens many boards with one person on each, and closes them again. */
export async function memory(
  contender: Contender,
  server: BenchServer,
  { boards, stickers }: MemoryOptions,
): Promise<MemoryResult> {
  const seed = boardOf(stickers);
  const staying = await openBoards(contender, server, BEFORE, seed);
  await pause(REST);
  const before = await settled(server);
  const people = await openBoards(contender, server, boards, seed);
  await pause(REST);
  const open = await settled(server);
  await Promise.all(people.map((person) => person.close()));
  await pause(AFTER);
  const after = await settled(server);
  await Promise.all(staying.map((person) => person.close()));
  const perBoard = (now: number, then: number): number => (now - then) / boards;
  return {
    perBoard: perBoard(open.rss, before.rss),
    keptPerBoard: perBoard(kept(open), kept(before)),
    perBoardAfter: perBoard(after.rss, before.rss),
    keptPerBoardAfter: perBoard(kept(after), kept(before)),
  };
}

export async function openBoards(
  contender: Contender,
  server: BenchServer,
  count: number,
  seed: Uint8Array,
): Promise<Person[]> {
  const { dialect } = contender;
  const people: Person[] = [];
  for (let index = 0; index < count; index++) {
    const board = await contender.board(server);
    const { document } = board;
    const person = await openPerson({ url: await board.ticket('Een'), document, dialect });
    person.send(dialect.sync(document, SYNC.update, seed));
    people.push(person);
  }
  return people;
}

/** The memory after garbage was collected, and a while later: pages are given back with a delay. */
export async function settled(server: BenchServer): Promise<NodeJS.MemoryUsage> {
  await server.collect();
  await pause(GIVEN_BACK);
  return server.memory();
}

const kept = ({ heapUsed, external }: NodeJS.MemoryUsage): number => heapUsed + external;
