import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import {
  type InspectedDocument,
  type InspectedLink,
  type InspectedNote,
  type InspectedRow,
  type Inspection,
  noteProblem,
  type PictureName,
  rowProblem,
} from '../inspection.ts';
import { StoreError } from '../types.ts';
import { failureOf, storeError } from './errors.ts';
import { attempt, type Row, readableRows } from './reading.ts';
import { SCHEMA_VERSION } from './schema.ts';

/**
 * Opens a database to look at it. Nothing in it is changed.
 * @param named what it is called in messages.
 * @param readOnly for a file that lies by itself, such as a backup; otherwise a log that a killed server left is
 * moved into the database, as the next start would do.
 * @throws {StoreError} `newer-schema`, or `corrupt` when it is no database of ours.
 */
export function inspectDatabase(file: string, named: string, readOnly: boolean): Inspection {
  try {
    return inspect(openReading(file, named, readOnly));
  } catch (error) {
    throw storeError(failureOf(error, named));
  }
}

function openReading(file: string, named: string, readOnly: boolean): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 5000, readOnly });
  try {
    database.exec('PRAGMA query_only = ON');
    const version = Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0);
    if (version > SCHEMA_VERSION)
      throw new StoreError(
        'newer-schema',
        `the data in ${named} has schema ${version} and this program knows up to ${SCHEMA_VERSION}: start the newer program that made it`,
      );
    if (version === 0)
      throw new StoreError(
        'corrupt',
        `${named} holds no boards: it is another program's database, or an empty one`,
      );
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function inspect(database: DatabaseSync): Inspection {
  const has = (table: string): boolean =>
    attempt(() =>
      database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(table),
    ) !== undefined;
  const names = (select: string, column: string): string[] =>
    readableRows(database, select, [column]).rows.map((row) => String(row[column]));

  function documents(): string[] {
    const all = new Set(names('SELECT DISTINCT document FROM updates', 'document'));
    for (const name of names('SELECT document FROM snapshots', 'document')) all.add(name);
    return [...all].sort();
  }

  function pictures(): PictureName[] {
    if (!has('pictures')) return [];
    const { rows } = readableRows(database, 'SELECT board, hash FROM pictures', ['board', 'hash']);
    return rows.map((row) => ({ board: String(row.board), hash: String(row.hash) }));
  }

  function notes(): InspectedNote[] {
    if (!has('notes')) return [];
    const key = ['board', 'kind', 'id'];
    const select = database.prepare('SELECT value FROM notes WHERE board = ? AND kind = ? AND id = ?');
    return readableRows(database, `SELECT ${key.join(', ')} FROM notes`, key).rows.map((row) => {
      const [board = '', kind = '', id = ''] = key.map((column) => String(row[column]));
      return { board, kind, id, problem: noteProblem(attempt(() => select.get(board, kind, id)?.value)) };
    });
  }

  function asideCount(): number {
    if (!has('set_aside')) return 0;
    return Number(attempt(() => database.prepare('SELECT count(*) AS n FROM set_aside').get()?.n) ?? 0);
  }

  function note(board: string, kind: string, id: string): string | undefined {
    if (!has('notes')) return undefined;
    const select = 'SELECT value FROM notes WHERE board = ? AND kind = ? AND id = ?';
    const row = database.prepare(select).get(board, kind, id);
    return row && String(row.value);
  }

  return {
    integrity: async () => integrity(database),
    boards: async () => names('SELECT id FROM boards', 'id'),
    links: async () => readableRows(database, 'SELECT * FROM links', ['id']).rows.map(linkOf),
    documents: async () => documents(),
    document: async (name) => documentOf(database, name),
    pictures: async () => pictures(),
    pictureProblem: async (name) => pictureProblem(database, name),
    note: async (board, kind, id) => note(board, kind, id),
    notes: async () => notes(),
    asideCount: async () => asideCount(),
    close: async () => database.close(),
  };
}

function integrity(database: DatabaseSync): string[] {
  try {
    const said = database.prepare('PRAGMA integrity_check(20)').all();
    return said.map((row) => String(row.integrity_check)).filter((text) => text !== 'ok');
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

function documentOf(database: DatabaseSync, name: string): InspectedDocument {
  const positions = readableRows(
    database,
    'SELECT position FROM updates WHERE document = ?',
    ['position'],
    [name],
  );
  const select = database.prepare(
    'SELECT position, crc, bytes FROM updates WHERE document = ? AND position = ?',
  );
  const updates = positions.rows.map(({ position }): InspectedRow => {
    const row = attempt(() => select.get(name, Number(position)));
    return rowOf(Number(position), row);
  });
  return { snapshot: snapshotOf(database, name), updates };
}

function snapshotOf(database: DatabaseSync, name: string): InspectedRow | undefined {
  const text = (columns: string) => `SELECT ${columns} FROM snapshots WHERE document = ?`;
  try {
    const row = database.prepare(text('covers, crc, bytes')).get(name);
    return row && rowOf(Number(row.covers), row);
  } catch {
    const row = attempt(() => database.prepare(text('covers')).get(name));
    return rowOf(Number(row?.covers ?? 0), undefined);
  }
}

function rowOf(position: number, row: Row | undefined): InspectedRow {
  const bytes = row?.bytes;
  if (!(bytes instanceof Uint8Array))
    return { position, bytes: undefined, problem: 'the database cannot read it' };
  return { position, bytes, problem: rowProblem(Number(row?.crc), crc32(bytes)) };
}

function linkOf(row: Row): InspectedLink {
  const fits = row.hash instanceof Uint8Array && row.hash.byteLength === 32;
  return {
    id: String(row.id),
    board: String(row.board),
    role: String(row.role),
    works: row.withdrawn === null,
    problem: fits ? undefined : 'it has no hash that a secret could fit',
  };
}

function pictureProblem(database: DatabaseSync, { board, hash }: PictureName): string | undefined {
  try {
    const row = database.prepare('SELECT bytes FROM pictures WHERE board = ? AND hash = ?').get(board, hash);
    const bytes = row?.bytes;
    if (!(bytes instanceof Uint8Array)) return 'the database cannot read it';
    const same = createHash('sha256').update(bytes).digest('hex') === hash;
    return same ? undefined : 'its bytes changed where they are kept';
  } catch {
    return 'the database cannot read it';
  }
}
