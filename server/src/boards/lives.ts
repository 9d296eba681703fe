import { BEGUN, type Kept, LIFE_NOTE, placeOf, read, roundId, written } from '../lifeNotes.ts';
import type { Lives } from '../relay/index.ts';
import { type Note, type NoteStore, StoreError } from '../store/types.ts';

/**
 * What the store knows of documents that end, or are begun anew under their name: homework and silent rounds. It is
 * one note for each, which every write to the document depends on (its fence): when the note is written, whoever
 * had the document open writes nothing more to it, on whatever node.
 */
export interface KeptLives {
  /** How a document lives; what the relay asks when it opens one. */
  readonly of: Lives;
  /**
   * Ends what is being written to a document. What it holds is to be removed after.
   * @param clients Yjs client ids in it: of those nothing is taken any more, however often it is begun anew
   * @throws {StoreError}
   */
  beginAnew(document: string, clients: ReadonlySet<number>): Promise<void>;
  /** Ends what is being written in a silent round, for good. @throws {StoreError} */
  endRound(board: string, round: string): Promise<void>;
  /** The round is so long over that no node can know it as open. @throws {StoreError} */
  forgetRound(board: string, round: string): Promise<void>;
}

const ANY_NUMBER = 2 ** 31 - 1;

export function createLives(store: NoteStore): KeptLives {
  /** Writes a note until nobody was first. */
  async function change(board: string, id: string, to: (kept: Kept) => Kept): Promise<void> {
    for (;;) {
      const note = await store.note(board, LIFE_NOTE, id);
      const value = written(to(note === undefined ? BEGUN : read(note)));
      if ((await store.putNote({ board, kind: LIFE_NOTE, id, value }, note?.version ?? 0)) !== undefined)
        return;
    }
  }

  /** The note of a document, made when it is not there: a fence has to be there to be closed. */
  async function noteOf(board: string, id: string): Promise<Note> {
    const known = await store.note(board, LIFE_NOTE, id);
    if (known !== undefined) return known;
    await store.addNote({ board, kind: LIFE_NOTE, id, value: written(BEGUN) }, ANY_NUMBER);
    const note = await store.note(board, LIFE_NOTE, id);
    if (note === undefined) throw new StoreError('unavailable', 'what is kept of a document cannot be found');
    return note;
  }

  return {
    async of(document) {
      const found = placeOf(document);
      if (found === undefined) return undefined;
      const { board, kind, id, version, ...note } = await noteOf(found.board, found.id);
      const { over, former } = read(note);
      return over ? 'over' : { former, fence: { board, kind, id, version } };
    },

    async beginAnew(document, clients) {
      const found = placeOf(document);
      if (found === undefined) throw new RangeError('only homework is begun anew');
      await change(found.board, found.id, ({ former }) => ({
        over: false,
        former: new Set([...former, ...clients]),
      }));
    },

    endRound: (board, round) => change(board, roundId(round), () => ({ ...BEGUN, over: true })),
    forgetRound: (board, round) => store.removeNote(board, LIFE_NOTE, roundId(round)),
  };
}
