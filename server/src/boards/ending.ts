import { readTable, tableDocument, titleOf } from '@samenbord/shared/board';
import { CLOSE } from '@samenbord/shared/protocol';
import type { Log } from '../store/log.ts';
import { ActError } from './actError.ts';
import { type Acting, act, look } from './acting.ts';
import { BEGUN } from './enforcer.ts';

/** The end of a board. What is thrown is an {@link ActError} or a `StoreError`. */
export interface EndingActs {
  /** When the board is erased by itself, ms since the epoch; `null` for never. */
  setEnd(board: string, ends: number | null): Promise<void>;
  /** Erases a board now, with all that belongs to it. @param title its title, typed again */
  erase(board: string, title: string): Promise<void>;
  /** Erases the boards of which the end has passed, and what is left of those whose erasure was begun. */
  sweep(): Promise<void>;
}

/** Notes about boards that end by themselves, so that a sweep need not read all. */
const ENDS_KIND = 'ends';
/** Notes about boards that are being erased. */
const ERASING_KIND = 'erasing';
const ID = 'board';

export function createEnding(acting: Acting, log: Log): EndingActs {
  // A node that is alone keeps nothing for others to see that a board is being erased.
  const { relay, store, settled, alone, now } = acting;

  async function putNote(board: string, kind: string, value: string): Promise<void> {
    for (;;) {
      const note = await store.note(board, kind, ID);
      if ((await store.putNote({ board, kind, id: ID, value }, note?.version ?? 0)) !== undefined) return;
    }
  }

  /** Everything but the record itself. */
  async function removeContent(board: string): Promise<void> {
    const names = new Set([...(await store.documentNames(board)), ...relay.names(board)]);
    for (const name of names) await relay.remove(name, CLOSE.noBoard);
  }

  async function eraseNow(board: string): Promise<void> {
    await putNote(board, ERASING_KIND, String(now()));
    await act(acting, board, (state) => ({ ...state, erasing: state.erasing ?? now() }));
    await settled();
    await removeContent(board);
    if (alone) await forget(board);
    log.info({ board }, 'board erased');
  }

  /** Removes the record, by which other nodes see what happened. */
  async function forget(board: string): Promise<void> {
    await removeContent(board);
    await store.removeBoard(board);
    await store.scrub();
  }

  async function eachOf(
    kind: string,
    due: (value: number) => boolean,
    doIt: (board: string) => Promise<void>,
  ): Promise<void> {
    for (const { board, value } of await store.notesOfKind(kind)) {
      if (!due(Number(value))) continue;
      try {
        await doIt(board);
      } catch (error) {
        // It stays noted, and is tried again with the next sweep, here or on another node.
        log.warn({ board, err: error }, 'a board could not be erased yet');
      }
    }
  }

  return {
    async setEnd(board, ends) {
      if (ends !== null && ends <= now())
        throw new ActError('invalid', 'ends lies in the past; erase the board instead', 'ends');
      // The note first: one too many is harmless, because the sweep looks at the state as well.
      if (ends !== null) await putNote(board, ENDS_KIND, String(ends));
      await act(acting, board, (state) => ({ ...state, ends }));
      if (ends === null) await store.removeNote(board, ENDS_KIND, ID);
    },

    async erase(board, title) {
      const real = await look(acting, tableDocument(board), (doc) => titleOf(readTable(doc).table));
      if (title.trim() !== real) throw new ActError('invalid', 'title is not that of this board', 'title');
      await eraseNow(board);
    },

    async sweep() {
      await eachOf(
        ENDS_KIND,
        (ends) => ends <= now(),
        async (board) => {
          const { ends, erasing } = await acting.states.read(board);
          if (erasing === null && ends !== null && ends <= now()) await eraseNow(board);
        },
      );
      await eachOf(ERASING_KIND, (since) => alone || since <= now() - BEGUN, forget);
    },
  };
}
