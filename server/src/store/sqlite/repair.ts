import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { type Aside, boardOfDocument, LOST, type Repair } from '../inspection.ts';
import { DATABASE_FILE } from './database.ts';
import { transaction } from './documents.ts';
import { failureOf, storeError } from './errors.ts';
import { attempt, type Row } from './reading.ts';
import { migrateSchema } from './schema.ts';

interface Found {
  readonly board: string;
  readonly name: string;
  readonly position: number | null;
  /** The columns beside the bytes. */
  readonly row: Row | undefined;
  remove(): void;
}

/** Repairs a data directory, whose lock the caller holds. @throws {StoreError} */
export function openRepair(directory: string): Repair {
  const database = new DatabaseSync(join(directory, DATABASE_FILE), { timeout: 5000 });
  try {
    database.exec('PRAGMA secure_delete = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    migrateSchema(database, directory);
    return repairing(database);
  } catch (error) {
    database.close();
    throw storeError(failureOf(error, directory));
  }
}

function repairing(database: DatabaseSync): Repair {
  const keep = database.prepare(
    'INSERT INTO set_aside (at, board, kind, name, position, reason, record, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const put = database.prepare(
    'INSERT OR REPLACE INTO snapshots (document, covers, crc, bytes) VALUES (?, ?, ?, ?)',
  );
  const deleteCovered = database.prepare('DELETE FROM updates WHERE document = ? AND position <= ?');

  function setAside(what: Aside, reason: string): number {
    return transaction(database, () => {
      const { board, name, position, row, remove } = find(database, what);
      const bytes = row?.bytes instanceof Uint8Array ? row.bytes : null;
      const record = recordOf(row);
      const kept = keep.run(Date.now(), board, what.kind, name, position, reason, record, bytes);
      remove();
      return Number(kept.lastInsertRowid);
    });
  }

  function replace(document: string, snapshot: Uint8Array, covers: number): void {
    transaction(database, () => {
      put.run(document, covers, crc32(snapshot), snapshot);
      deleteCovered.run(document, covers);
    });
  }

  function close(): void {
    try {
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } finally {
      database.close();
    }
  }

  return {
    setAside: async (what, reason) => setAside(what, reason),
    replace: async (document, snapshot, covers) => replace(document, snapshot, covers),
    refuse: async (document) => void put.run(document, 0, LOST, new Uint8Array()),
    close: async () => close(),
  };
}

function find(database: DatabaseSync, what: Aside): Found {
  const one = (table: string, where: string, ...key: (string | number)[]) => ({
    row: attempt(() => database.prepare(`SELECT * FROM ${table} WHERE ${where}`).get(...key)),
    remove: () => void database.prepare(`DELETE FROM ${table} WHERE ${where}`).run(...key),
  });
  switch (what.kind) {
    case 'update': {
      const { document, position } = what;
      const found = one('updates', 'document = ? AND position = ?', document, position);
      return { board: boardOfDocument(document), name: document, position, ...found };
    }
    case 'snapshot': {
      const { document } = what;
      const found = one('snapshots', 'document = ?', document);
      return { board: boardOfDocument(document), name: document, position: null, ...found };
    }
    case 'link': {
      const found = one('links', 'id = ?', what.id);
      return { board: String(found.row?.board ?? ''), name: what.id, position: null, ...found };
    }
    case 'note': {
      const { board, kind, id } = what.note;
      const found = one('notes', 'board = ? AND kind = ? AND id = ?', board, kind, id);
      return { board, name: `${kind} ${id}`, position: null, ...found };
    }
    case 'picture': {
      const { board, hash } = what;
      return { board, name: hash, position: null, ...one('pictures', 'board = ? AND hash = ?', board, hash) };
    }
  }
}

/** The small columns, as JSON; bytes among them in hexadecimal. */
function recordOf(row: Row | undefined): string | null {
  if (row === undefined) return null;
  const columns = Object.entries(row).filter(([name]) => name !== 'bytes');
  return JSON.stringify(
    Object.fromEntries(
      columns.map(([name, value]) => [
        name,
        value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
      ]),
    ),
  );
}
