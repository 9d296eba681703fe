import { type Note, type NoteStore, StoreError } from './types.ts';

interface KeptNote extends Note {
  /** ms since the epoch. */
  readonly changed: number;
}

/** The notes of the memory store. */
export interface MemoryNotes {
  readonly store: NoteStore;
  removeBoard(board: string): void;
  /** The version of a note that is there; 0 for none. */
  versionOf(name: Pick<Note, 'board' | 'kind' | 'id'>): number;
}

/**
 * @param later does work in a later turn, in the order of the calls
 * @param hasBoard whether a board is there
 */
export function memoryNotes(
  later: <T>(work: () => T) => Promise<T>,
  hasBoard: (board: string) => boolean,
): MemoryNotes {
  const kept = new Map<string, KeptNote>();
  let version = 0;

  const keyOf = ({ board, kind, id }: Pick<Note, 'board' | 'kind' | 'id'>): string =>
    JSON.stringify([board, kind, id]);
  const plain = ({ changed: _changed, ...note }: KeptNote): Note => note;
  const those = (fit: (note: KeptNote) => boolean): Note[] =>
    [...kept.values()]
      .filter(fit)
      .sort((a, b) => a.version - b.version)
      .map(plain);

  function write({ board, kind, id, value }: Omit<Note, 'version'>): number {
    if (!hasBoard(board)) throw new StoreError('unavailable', 'there is no such board');
    version += 1;
    kept.set(keyOf({ board, kind, id }), { board, kind, id, value, version, changed: Date.now() });
    return version;
  }

  const store: NoteStore = {
    putNote: (note, expected) =>
      later(() => ((kept.get(keyOf(note))?.version ?? 0) === expected ? write(note) : undefined)),
    addNote: (note, most) =>
      later(() => {
        if (kept.has(keyOf(note))) return 'there';
        if (those(({ board, kind }) => board === note.board && kind === note.kind).length >= most)
          return 'full';
        write(note);
        return 'added';
      }),
    note: (board, kind, id) =>
      later(() => {
        const note = kept.get(keyOf({ board, kind, id }));
        return note && plain(note);
      }),
    notes: (board, kind) => later(() => those((note) => note.board === board && note.kind === kind)),
    notesWithId: (kind, id) => later(() => those((note) => note.kind === kind && note.id === id)),
    notesOfKind: (kind, since = 0) =>
      later(() => those((note) => note.kind === kind && note.changed >= since)),
    removeNote: (board, kind, id) => later(() => void kept.delete(keyOf({ board, kind, id }))),
  };

  return {
    store,
    versionOf: (name) => kept.get(keyOf(name))?.version ?? 0,
    removeBoard(board) {
      for (const [key, note] of kept) if (note.board === board) kept.delete(key);
    },
  };
}
