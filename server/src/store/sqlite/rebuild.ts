import { linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LOST, type Rebuilt } from '../inspection.ts';
import { DATABASE_FILE } from './database.ts';
import { syncDirectory, syncFile } from './directory.ts';
import { attempt, type Gap, type Row, readableRows } from './reading.ts';
import { migrateSchema } from './schema.ts';

/** Each table with the columns that name a row. Those that others refer to come first. */
const TABLES: readonly (readonly [table: string, key: readonly string[]])[] = [
  ['boards', ['id']],
  ['links', ['id']],
  ['keys', ['name']],
  ['snapshots', ['document']],
  ['updates', ['document', 'position']],
  ['pictures', ['board', 'hash']],
  ['notes', ['board', 'kind', 'id']],
  ['note_versions', ['last']],
  ['set_aside', ['number']],
];

/** A version that a note has is not given out again, also when the row that counts them could not be read. */
const NO_VERSION_TWICE = `
  INSERT INTO note_versions (last) SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM note_versions);
  UPDATE note_versions SET last = max(last, (SELECT coalesce(max(version), 0) FROM notes))`;

/**
 * Makes the database anew from all rows of it that can be read, and puts it in the place of the damaged one,
 * which stays whole beside it. The caller holds the lock of the directory. A snapshot that cannot be read is
 * carried over as one that cannot be read, so that its document is refused and not shown without it.
 * @param stamp what makes the name of the folder of the damaged database, such as a time.
 */
export function rebuild(directory: string, stamp: string): Rebuilt {
  const file = join(directory, DATABASE_FILE);
  const fresh = `${file}.rebuilt`;
  rmSync(fresh, { force: true });
  emptyLogOf(file);
  const unreadable = new Map<string, number>();
  const torn: string[] = [];
  const from = new DatabaseSync(file, { readOnly: true });
  const to = new DatabaseSync(fresh);
  try {
    migrateSchema(to, directory);
    // A link whose board cannot be read comes along; what to do with it is for the check to say.
    to.exec('PRAGMA foreign_keys = OFF; BEGIN; DELETE FROM note_versions');
    for (const [table, key] of TABLES) {
      const { missed, gap } = copyTable(from, to, table, key);
      if (missed > 0) unreadable.set(table, missed);
      if (gap !== undefined) torn.push(`${table} ${describeGap(gap, key[0] ?? '')}`);
    }
    to.exec(NO_VERSION_TWICE);
    to.exec('COMMIT');
  } finally {
    from.close();
    to.close();
  }
  syncFile(fresh);
  return { kept: takeThePlace(directory, file, fresh, stamp), unreadable, torn };
}

/** Moves what the log holds into the database: beside another database it would be read as its log. */
function emptyLogOf(file: string): void {
  const database = new DatabaseSync(file, { timeout: 5000 });
  try {
    attempt(() => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
  } finally {
    database.close();
  }
}

/** At no moment is there no database: a server that finds none would make an empty one. */
function takeThePlace(directory: string, file: string, fresh: string, stamp: string): string {
  const folder = join(directory, `damaged-${stamp}`);
  mkdirSync(folder, { mode: 0o700 });
  const kept = join(folder, DATABASE_FILE);
  linkSync(file, kept);
  syncDirectory(folder);
  for (const suffix of ['-wal', '-shm']) {
    attempt(() => renameSync(`${file}${suffix}`, `${kept}${suffix}`));
  }
  renameSync(fresh, file);
  syncDirectory(directory);
  return folder;
}

function copyTable(
  from: DatabaseSync,
  to: DatabaseSync,
  table: string,
  key: readonly string[],
): { readonly missed: number; readonly gap: Gap | undefined } {
  if (attempt(() => from.prepare(`SELECT 1 FROM ${table} LIMIT 0`)) === undefined)
    return { missed: 0, gap: undefined };
  const columns = to
    .prepare(`SELECT * FROM ${table}`)
    .columns()
    .map(({ name }) => name);
  const values = (row: Row) => columns.map((column) => row[column] ?? null);
  const insert = to.prepare(
    `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const select = from.prepare(
    `SELECT * FROM ${table} WHERE ${key.map((column) => `${column} = ?`).join(' AND ')}`,
  );
  const named = readableRows(from, `SELECT ${key.join(', ')} FROM ${table}`, key);
  let missed = 0;
  for (const name of named.rows) {
    const row = attempt(() => select.get(...key.map((column) => name[column] ?? null)));
    const taken = row !== undefined && attempt(() => insert.run(...values(row))) !== undefined;
    if (taken) continue;
    missed++;
    if (table === 'snapshots')
      insert.run(...values({ ...name, covers: 0, crc: LOST, bytes: new Uint8Array() }));
  }
  return { missed, gap: named.gap };
}

function describeGap({ after, before }: Gap, column: string): string {
  const from = after === undefined ? 'the first' : String(after[column]);
  const to = before === undefined ? 'the last' : String(before[column]);
  return `(from ${from} to ${to})`;
}
