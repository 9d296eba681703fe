import { setTimeout as pause } from 'node:timers/promises';
import type { Board, Contender } from '../relay/contender.ts';
import type { BenchServer } from '../relay/server.ts';
import { boardOf } from '../relay/workload.ts';
import { Visitor } from './visitor.ts';

/** What people did. */
export interface Deeds {
  joins: number;
  drags: number;
  /** Connections lost and made again. */
  reconnections: number;
  leaves: number;
}

export interface CrowdOptions {
  readonly people: number;
  readonly boards: readonly Board[];
  /** ms */
  readonly duration: number;
  readonly deeds: Deeds;
  /** From 0 to 1. */
  readonly random: () => number;
}

const STICKERS = 100;
/** Positions in one drag, and ms between two. */
const DRAG = { positions: 20, every: 50 };

/** Makes boards with stickers on them. */
export async function makeBoards(
  contender: Contender,
  server: BenchServer,
  count: number,
): Promise<readonly Board[]> {
  const boards: Board[] = [];
  for (let index = 0; index < count; index++) {
    const board = await contender.board(server);
    const visitor = new Visitor(contender.dialect, board.document, 'eerste');
    await visitor.open(await board.ticket('Eerste'));
    visitor.bring(boardOf(STICKERS));
    await visitor.leave('closed');
    boards.push(board);
  }
  return boards;
}

/** People come to boards, drag, lose their connections, leave and come again, until the time is over. */
export async function crowd(contender: Contender, options: CrowdOptions): Promise<void> {
  const end = performance.now() + options.duration;
  const lives = Array.from({ length: options.people }, (_, index) =>
    live(contender, options, `${index}`, end),
  );
  await Promise.all(lives);
}

async function live(
  { dialect }: Contender,
  { boards, deeds, random }: CrowdOptions,
  name: string,
  end: number,
): Promise<void> {
  await pause(2000 * random());
  while (performance.now() < end) {
    const board = boards[Math.floor(random() * boards.length)];
    if (board === undefined) throw new Error('there is no board');
    const visitor = new Visitor(dialect, board.document, name);
    const url = await board.ticket(`Deelnemer ${name}`);
    await visitor.open(url);
    deeds.joins++;
    for (let drags = 1 + 5 * random(); drags > 0 && performance.now() < end; drags--) {
      await drag(visitor, random());
      deeds.drags++;
      await pause(500 * random());
      if (random() > 0.2) continue;
      await visitor.leave('lost');
      await pause(300 * random());
      await visitor.open(url);
      deeds.reconnections++;
    }
    await visitor.leave('closed');
    deeds.leaves++;
    await pause(1500 * random());
  }
}

async function drag(visitor: Visitor, chance: number): Promise<void> {
  for (let position = 0; position < DRAG.positions; position++) {
    visitor.say();
    await pause(DRAG.every);
  }
  visitor.drop(chance);
}
