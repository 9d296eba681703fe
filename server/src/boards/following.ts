import { tableDocument } from '@samenbord/shared/board';
import type { Relay } from '../relay/types.ts';
import type { Log } from '../store/log.ts';
import type { NoteStore } from '../store/types.ts';
import type { BoardActs } from './acts.ts';
import { type Enforcer, LATELY } from './enforcer.ts';
import { STATE_KIND } from './state.ts';

export interface FollowingOptions {
  readonly store: Pick<NoteStore, 'notesOfKind'>;
  readonly relay: Relay;
  readonly enforcer: Enforcer;
  readonly acts: BoardActs;
  readonly log: Log;
  /** ms until the next look for what other nodes did; `undefined` for a node that is alone. */
  readonly pace: (() => number) | undefined;
}

/** Time between two looks for what is due or was begun and not ended, ms. */
const SWEEP = 60_000;

export interface Following {
  /** Another node says that a board has changed. */
  changed(board: string): void;
  /** Does what is due now; also done by itself every minute, and first when the server starts. */
  sweep(): Promise<void>;
  stop(): void;
}

/**
 * Follows what other nodes do to boards, when they say so and also when only the database knows; and does what is
 * due: erases boards at their end, and ends what a node has begun that is gone.
 */
export function followBoards(options: FollowingOptions): Following {
  const { store, relay, enforcer, acts, log, pace } = options;
  const seen = new Map<string, number>();
  let sweptAll = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let sweeping: Promise<void> = Promise.resolve();

  async function quietly(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!stopped) log.warn({ err: error }, what);
    }
  }

  const follow = (board: string): Promise<void> =>
    quietly('a board that another node changed could not be looked at yet', async () => {
      await enforcer.enforce(board);
      if (relay.names(tableDocument(board)).length > 0) await enforcer.show(board);
    });

  /** What changed lately, as the database has it. */
  async function look(): Promise<void> {
    await quietly('the database did not say which boards changed', async () => {
      const notes = await store.notesOfKind(STATE_KIND, Date.now() - LATELY);
      for (const { board, version } of notes) {
        if (seen.get(board) === version || relay.names(board).length === 0) continue;
        seen.set(board, version);
        await follow(board);
      }
    });
  }

  async function sweepNow(): Promise<void> {
    await quietly('boards that are due could not be erased yet', () => acts.ending.sweep());
    await quietly('what was begun on boards could not be ended yet', async () => {
      const since = sweptAll ? Date.now() - LATELY : 0;
      const notes = await store.notesOfKind(STATE_KIND, since);
      const boards = new Set(notes.map(({ board }) => board));
      for (const board of seen.keys()) if (!boards.has(board)) seen.delete(board);
      for (const board of boards) {
        await acts.homework.finish(board);
        await acts.rounds.finish(board);
      }
      sweptAll = true;
    });
  }

  const sweep = (): Promise<void> => {
    sweeping = sweeping.then(() => (stopped ? undefined : sweepNow()));
    return sweeping;
  };

  function schedule(): void {
    if (stopped || pace === undefined) return;
    timer = setTimeout(() => void look().then(schedule), pace()).unref();
  }

  schedule();
  const sweeper = setInterval(() => void sweep(), SWEEP).unref();
  void sweep();
  return {
    changed: (board) => void follow(board),
    sweep,
    stop() {
      stopped = true;
      clearTimeout(timer);
      clearInterval(sweeper);
    },
  };
}
