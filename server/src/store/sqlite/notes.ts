import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { NewNote, Note, NoteAdded } from '../types.ts';
import { transaction } from './documents.ts';

/** The step of the schema that makes room for notes. Versions are given out once, whatever is removed. */
export const NOTES_STEP = `
  CREATE TABLE notes (
    board TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    value TEXT NOT NULL,
    version INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    PRIMARY KEY (board, kind, id)
  ) WITHOUT ROWID;
  CREATE INDEX notes_by_id ON notes (kind, id);
  CREATE INDEX notes_by_change ON notes (kind, changed);
  CREATE TABLE note_versions (last INTEGER NOT NULL);
  INSERT INTO note_versions (last) VALUES (0);
`;

/** The notes in a database, as plain synchronous calls. Runs in the worker only. */
export interface Notes {
  put(note: NewNote, expected: number): number | undefined;
  add(note: NewNote, most: number): NoteAdded;
  one(board: string, kind: string, id: string): Note | undefined;
  ofBoard(board: string, kind: string): Note[];
  withId(kind: string, id: string): Note[];
  ofKind(kind: string, since: number): Note[];
  remove(board: string, kind: string, id: string): void;
}

const COLUMNS = 'SELECT board, kind, id, value, version FROM notes';

export function openNotes(database: DatabaseSync): Notes {
  const nextVersion = database.prepare('UPDATE note_versions SET last = last + 1 RETURNING last');
  const selectVersion = database.prepare('SELECT version FROM notes WHERE board = ? AND kind = ? AND id = ?');
  const upsert = database.prepare(
    `INSERT INTO notes (board, kind, id, value, version, changed) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (board, kind, id) DO UPDATE
     SET value = excluded.value, version = excluded.version, changed = excluded.changed`,
  );
  const count = database.prepare('SELECT count(*) AS count FROM notes WHERE board = ? AND kind = ?');
  const selectOne = database.prepare(`${COLUMNS} WHERE board = ? AND kind = ? AND id = ?`);
  const selectOfBoard = database.prepare(`${COLUMNS} WHERE board = ? AND kind = ? ORDER BY version`);
  const selectWithId = database.prepare(`${COLUMNS} WHERE kind = ? AND id = ? ORDER BY version`);
  const selectOfKind = database.prepare(`${COLUMNS} WHERE kind = ? AND changed >= ? ORDER BY version`);
  const deleteOne = database.prepare('DELETE FROM notes WHERE board = ? AND kind = ? AND id = ?');

  const versionOf = ({ board, kind, id }: NewNote): number =>
    Number(selectVersion.get(board, kind, id)?.version ?? 0);

  function write({ board, kind, id, value }: NewNote): number {
    const version = Number(nextVersion.get()?.last);
    upsert.run(board, kind, id, value, version, Date.now());
    return version;
  }

  return {
    put: (note, expected) =>
      transaction(database, () => (versionOf(note) === expected ? write(note) : undefined)),
    add: (note, most) =>
      transaction(database, () => {
        if (versionOf(note) > 0) return 'there';
        if (Number(count.get(note.board, note.kind)?.count) >= most) return 'full';
        write(note);
        return 'added';
      }),
    one(board, kind, id) {
      const row = selectOne.get(board, kind, id);
      return row && noteOf(row);
    },
    ofBoard: (board, kind) => selectOfBoard.all(board, kind).map(noteOf),
    withId: (kind, id) => selectWithId.all(kind, id).map(noteOf),
    ofKind: (kind, since) => selectOfKind.all(kind, since).map(noteOf),
    remove: (board, kind, id) => void deleteOne.run(board, kind, id),
  };
}

const noteOf = (row: Record<string, SQLOutputValue>): Note => ({
  board: String(row.board),
  kind: String(row.kind),
  id: String(row.id),
  value: String(row.value),
  version: Number(row.version),
});
