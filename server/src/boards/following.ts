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
}

/** Time between two looks for what is due or was begun and not ended, ms. */
const SWEEP = 60_000;

export interface Following {
  /** Another node has changed a board. May be called again for the same. @throws {StoreError} */
  changed(board: string): Promise<void>;
  /** Does what is due now; also done by itself every minute, and first when the server starts. */
  sweep(): Promise<void>;
  stop(): void;
}

/**
 * Follows what other nodes do to boards, and does what is due: erases boards at their end, and ends what a node has
 * begun that is gone.
 */
export function followBoards(options: FollowingOptions): Following {
  const { store, relay, enforcer, acts, log } = options;
  let sweptAll = false;
  let stopped = false;
  let sweeping: Promise<void> = Promise.resolve();

  async function quietly(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!stopped) log.warn({ err: error }, what);
    }
  }

  async function sweepNow(): Promise<void> {
    await quietly('boards that are due could not be erased yet', () => acts.ending.sweep());
    await quietly('what was begun on boards could not be ended yet', async () => {
      const since = sweptAll ? Date.now() - LATELY : 0;
      const notes = await store.notesOfKind(STATE_KIND, since);
      const boards = new Set(notes.map(({ board }) => board));
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

  const sweeper = setInterval(() => void sweep(), SWEEP).unref();
  void sweep();
  return {
    async changed(board) {
      // What is not open here has nothing to be enforced; who comes is let in by what the store has then.
      if (relay.names(board).length === 0) return;
      await enforcer.enforce(board);
      if (relay.names(tableDocument(board)).length > 0) await enforcer.show(board);
    },
    sweep,
    stop() {
      stopped = true;
      clearInterval(sweeper);
    },
  };
}
