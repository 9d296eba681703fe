import type { NewNote, Note, NoteAdded } from '../types.ts';
import type { Connections, Rows } from './connections.ts';

/**
 * The step of the schema that makes room for notes. Adding one to a kind that may have so many takes turns
 * by an advisory lock, so that nobody counts what another is about to add.
 */
export const NOTES_STEP = `
  CREATE SEQUENCE samenbord.note_versions;
  CREATE TABLE samenbord.notes (
    board text COLLATE "C" NOT NULL REFERENCES samenbord.boards (id) ON DELETE CASCADE,
    kind text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    value text NOT NULL,
    version bigint NOT NULL DEFAULT nextval('samenbord.note_versions'),
    changed bigint NOT NULL DEFAULT floor(extract(epoch FROM clock_timestamp()) * 1000),
    PRIMARY KEY (board, kind, id)
  );
  CREATE INDEX notes_by_id ON samenbord.notes (kind, id);
  CREATE INDEX notes_by_change ON samenbord.notes (kind, changed);

  CREATE FUNCTION samenbord.add_note(of_board text, of_kind text, of_id text, of_value text, most int)
  RETURNS text LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(of_board || '/' || of_kind, 2));
    IF EXISTS (SELECT FROM samenbord.notes WHERE board = of_board AND kind = of_kind AND id = of_id) THEN
      RETURN 'there';
    END IF;
    IF (SELECT count(*) FROM samenbord.notes WHERE board = of_board AND kind = of_kind) >= most THEN
      RETURN 'full';
    END IF;
    INSERT INTO samenbord.notes (board, kind, id, value) VALUES (of_board, of_kind, of_id, of_value)
    ON CONFLICT DO NOTHING;
    RETURN CASE WHEN FOUND THEN 'added' ELSE 'there' END;
  END
  $$;
`;

const INSERT = `
  INSERT INTO samenbord.notes (board, kind, id, value) VALUES ($1, $2, $3, $4)
  ON CONFLICT DO NOTHING
  RETURNING version`;

const UPDATE = `
  UPDATE samenbord.notes SET value = $4, version = DEFAULT, changed = DEFAULT
  WHERE board = $1 AND kind = $2 AND id = $3 AND version = $5
  RETURNING version`;

const SELECT = 'SELECT board, kind, id, value, version FROM samenbord.notes';

/** @throws {StoreError} also when there is no such board */
export async function putNote(
  connections: Connections,
  { board, kind, id, value }: NewNote,
  expected: number,
): Promise<number | undefined> {
  const values = [board, kind, id, value];
  const [row] = await (expected === 0
    ? connections.query(INSERT, values)
    : connections.query(UPDATE, [...values, expected]));
  return row && Number(row.version);
}

/** @throws {StoreError} also when there is no such board */
export async function addNote(
  connections: Connections,
  { board, kind, id, value }: NewNote,
  most: number,
): Promise<NoteAdded> {
  const values = [board, kind, id, value, most];
  const [row] = await connections.query('SELECT samenbord.add_note($1, $2, $3, $4, $5) AS added', values);
  return row?.added === 'added' || row?.added === 'there' ? row.added : 'full';
}

/** Notes by a condition on their columns, in the order of their versions. @throws {StoreError} */
async function find(
  connections: Connections,
  condition: string,
  values: readonly unknown[],
): Promise<readonly Note[]> {
  return (await connections.query(`${SELECT} WHERE ${condition} ORDER BY version`, values)).map(noteOf);
}

/** @throws {StoreError} */
export async function noteBy(
  connections: Connections,
  board: string,
  kind: string,
  id: string,
): Promise<Note | undefined> {
  return (await find(connections, 'board = $1 AND kind = $2 AND id = $3', [board, kind, id]))[0];
}

/** @throws {StoreError} */
export const notesOfBoard = (connections: Connections, board: string, kind: string) =>
  find(connections, 'board = $1 AND kind = $2', [board, kind]);

/** @throws {StoreError} */
export const notesWithId = (connections: Connections, kind: string, id: string) =>
  find(connections, 'kind = $1 AND id = $2', [kind, id]);

/** @throws {StoreError} */
export const notesOfKind = (connections: Connections, kind: string, since: number) =>
  find(connections, 'kind = $1 AND changed >= $2', [kind, since]);

/** @throws {StoreError} */
export async function removeNote(
  connections: Connections,
  board: string,
  kind: string,
  id: string,
): Promise<void> {
  await connections.query('DELETE FROM samenbord.notes WHERE board = $1 AND kind = $2 AND id = $3', [
    board,
    kind,
    id,
  ]);
}

const noteOf = (row: Rows[number]): Note => ({
  board: String(row.board),
  kind: String(row.kind),
  id: String(row.id),
  value: String(row.value),
  version: Number(row.version),
});
