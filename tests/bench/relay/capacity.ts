import { setTimeout as pause } from 'node:timers/promises';
import { SYNC } from '@samenbord/shared/protocol';
import type { Contender } from './contender.ts';
import { settled } from './memory.ts';
import { openPerson, type Person } from './person.ts';
import type { Rates } from './schedule.ts';
import type { BenchServer } from './server.ts';
import { type SteadyResult, steady } from './steady.ts';
import { boardOf } from './workload.ts';

export interface CapacityOptions {
  /** Boards on which people are and do nothing, and how many on each. */
  readonly idleBoards: number;
  readonly idlePeople: number;
  /** Boards on which two people work, and at what pace. */
  readonly activeBoards: number;
  readonly rates: Rates;
  readonly warmUp: number;
  readonly measured: number;
}

/** One process with many who do nothing and many who do. */
export interface CapacityResult extends SteadyResult {
  readonly idle: number;
  /** RSS for each who does nothing, the share of the board included, bytes. */
  readonly perIdle: number;
  /** CPU for all who do nothing, 1 being one core. */
  readonly idleCpu: number;
  /** RSS of the process while people work, bytes. */
  readonly rss: number;
  /** Of those who did nothing, who was not there any more or missed the change at the end. */
  readonly lost: number;
}

/** Stickers on each board. */
const STICKERS = 20;
/** How many join at once. */
const AT_ONCE = 25;
/** ms over which the CPU of those who do nothing is taken: some signs of life. */
const IDLE = 15_000;
/** ms in which a change has to come to everybody. */
const PATIENCE = 10_000;

/** Lets many people sit on boards while on others people work; at the end everybody is still there. */
export async function capacity(
  contender: Contender,
  server: BenchServer,
  options: CapacityOptions,
): Promise<CapacityResult> {
  const { idleBoards, idlePeople, activeBoards, rates, warmUp, measured } = options;
  const seed = boardOf(STICKERS);
  await openIdle(contender, server, 2, idlePeople, seed);
  const before = await settled(server);
  const boards = await openIdle(contender, server, idleBoards, idlePeople, seed);
  const open = await settled(server);
  const cpu = server.cpu();
  await pause(IDLE);
  const idleCpu = (server.cpu() - cpu) / IDLE;
  const result = await steady(contender, server, {
    boards: activeBoards,
    people: 2,
    rates,
    warmUp,
    measured,
  });
  const { rss } = await server.memory();
  const lost = await missing(contender, boards);
  const idle = idleBoards * idlePeople;
  return { ...result, idle, perIdle: (open.rss - before.rss) / idle, idleCpu, rss, lost };
}

interface IdleBoard {
  readonly document: string;
  readonly people: readonly Person[];
}

async function openIdle(
  contender: Contender,
  server: BenchServer,
  boards: number,
  people: number,
  seed: Uint8Array,
): Promise<IdleBoard[]> {
  const { dialect } = contender;
  const opened: IdleBoard[] = [];
  const openOne = async (): Promise<void> => {
    const { document, ticket } = await contender.board(server);
    const urls = await Promise.all(Array.from({ length: people }, (_, n) => ticket(`Deelnemer ${n}`)));
    const [first, ...others] = urls;
    if (first === undefined) return;
    const one = await openPerson({ url: first, document, dialect });
    one.send(dialect.sync(document, SYNC.update, seed));
    const rest = await Promise.all(others.map((url) => openPerson({ url, document, dialect })));
    opened.push({ document, people: [one, ...rest] });
  };
  const atOnce = Math.max(1, Math.floor(AT_ONCE / people));
  for (let left = boards; left > 0; left -= atOnce)
    await Promise.all(Array.from({ length: Math.min(left, atOnce) }, openOne));
  return opened;
}

/** Makes a change on each board. @returns how many of those who sat there did not get it */
async function missing({ dialect }: Contender, boards: readonly IdleBoard[]): Promise<number> {
  const change = boardOf(1);
  const waiting = new Map<Person, number>();
  for (const { document, people } of boards) {
    const [first, ...others] = people;
    for (const person of others) waiting.set(person, person.recording.count);
    first?.send(dialect.sync(document, SYNC.update, change));
  }
  const end = performance.now() + PATIENCE;
  while (waiting.size > 0 && performance.now() < end) {
    await pause(50);
    for (const [person, before] of waiting) if (person.recording.count > before) waiting.delete(person);
  }
  const gone = boards.flatMap(({ people }) => people.filter((person) => person.closedWith() !== undefined));
  return new Set([...waiting.keys(), ...gone]).size;
}
