import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { type Fence, fencedError, StoreError } from '../types.ts';
import { failureOf } from './errors.ts';
import type { AppendItem, AppendOutcome, PackedDocument } from './messages.ts';
import { pack } from './pack.ts';

/** The documents in a database, as plain synchronous calls. Runs in the worker only. */
export interface Documents {
  /**
   * All items in one commit; if that fails, each in its own, so that an item too large for the space left
   * does not stop the small ones.
   */
  append(items: readonly AppendItem[], parts: readonly Uint8Array[]): AppendOutcome[];
  load(document: string): PackedDocument | undefined;
  /** @throws {StoreError} `fenced` */
  compact(document: string, snapshot: Uint8Array, covers: number, fence?: Fence): void;
  remove(document: string): void;
  /** Documents of this name or below it. */
  names(name: string): string[];
  /** Position of the newest commit. */
  readonly position: number;
}

type Row = Record<string, SQLOutputValue>;

/** @param directory named in messages. */
export function openDocuments(database: DatabaseSync, directory: string): Documents {
  const insert = database.prepare('INSERT INTO updates (document, position, crc, bytes) VALUES (?, ?, ?, ?)');
  const selectUpdates = database.prepare(
    'SELECT position, crc, bytes FROM updates WHERE document = ? ORDER BY position',
  );
  const selectSnapshot = database.prepare('SELECT covers, crc, bytes FROM snapshots WHERE document = ?');
  const upsertSnapshot = database.prepare(
    `INSERT INTO snapshots (document, covers, crc, bytes) VALUES (?, ?, ?, ?)
     ON CONFLICT (document) DO UPDATE
     SET covers = excluded.covers, crc = excluded.crc, bytes = excluded.bytes
     WHERE excluded.covers >= snapshots.covers`,
  );
  const deleteCovered = database.prepare('DELETE FROM updates WHERE document = ? AND position <= ?');
  const deleteUpdates = database.prepare('DELETE FROM updates WHERE document = ?');
  const deleteSnapshot = database.prepare('DELETE FROM snapshots WHERE document = ?');
  // What a check could not read of it still holds what was written.
  const deleteAside = database.prepare('DELETE FROM set_aside WHERE board = ? AND name = ?');

  const selectNames = database.prepare(
    `WITH named AS (SELECT document FROM updates UNION SELECT document FROM snapshots)
     SELECT document FROM named WHERE document = ?1 OR (document >= ?2 AND document < ?3) ORDER BY document`,
  );

  const selectVersion = database.prepare('SELECT version FROM notes WHERE board = ? AND kind = ? AND id = ?');

  let position = highestPosition(database);

  function expect(fence: Fence | undefined): void {
    if (fence === undefined) return;
    const { board, kind, id, version } = fence;
    if (Number(selectVersion.get(board, kind, id)?.version ?? 0) !== version) throw fencedError();
  }

  function appendTogether(items: readonly AppendItem[], parts: readonly Uint8Array[]): AppendOutcome[] {
    let next = position;
    let part = 0;
    const outcomes = transaction(database, () =>
      items.map((item) => {
        expect(item.fence);
        for (const bytes of parts.slice(part, part + item.updates))
          insert.run(item.document, ++next, crc32(bytes), bytes);
        part += item.updates;
        return { position: next };
      }),
    );
    position = next;
    return outcomes;
  }

  function append(items: readonly AppendItem[], parts: readonly Uint8Array[]): AppendOutcome[] {
    try {
      return appendTogether(items, parts);
    } catch (error) {
      if (items.length === 1) return [{ failure: failureOf(error, directory) }];
    }
    let part = 0;
    return items.flatMap((item) => {
      const own = parts.slice(part, part + item.updates);
      part += item.updates;
      return append([item], own);
    });
  }

  function load(document: string): PackedDocument | undefined {
    const snapshot = selectSnapshot.get(document);
    const updates = selectUpdates.all(document);
    if (snapshot === undefined && updates.length === 0) return undefined;
    const rows = snapshot === undefined ? updates : [snapshot, ...updates];
    const last = updates.at(-1);
    return {
      packed: pack(rows.map((row) => checkedBytes(row, document, directory))),
      hasSnapshot: snapshot !== undefined,
      position: Number(last === undefined ? snapshot?.covers : last.position),
    };
  }

  function compact(document: string, snapshot: Uint8Array, covers: number, fence?: Fence): void {
    transaction(database, () => {
      expect(fence);
      const written = upsertSnapshot.run(document, covers, crc32(snapshot), snapshot);
      // Not written: there is a snapshot that reaches further, which needs those updates no more or less.
      if (written.changes > 0) deleteCovered.run(document, covers);
    });
    position = Math.max(position, covers);
  }

  function remove(document: string): void {
    transaction(database, () => {
      deleteUpdates.run(document);
      deleteSnapshot.run(document);
      deleteAside.run(document.split('/')[0] ?? document, document);
    });
  }

  // Everything between a slash and what follows it in the order of bytes begins with that slash.
  const names = (name: string): string[] =>
    selectNames.all(name, `${name}/`, `${name}0`).map((row) => String(row.document));

  return {
    append,
    load,
    compact,
    remove,
    names,
    get position() {
      return position;
    },
  };
}

function highestPosition(database: DatabaseSync): number {
  const row = database
    .prepare(
      `SELECT max(
         (SELECT coalesce(max(position), 0) FROM updates),
         (SELECT coalesce(max(covers), 0) FROM snapshots)
       ) AS position`,
    )
    .get();
  return Number(row?.position ?? 0);
}

function checkedBytes(row: Row, document: string, directory: string): Uint8Array {
  const { bytes, crc } = row;
  if (bytes instanceof Uint8Array && crc32(bytes) === Number(crc)) return bytes;
  const which = 'position' in row ? `update ${String(row.position)}` : 'snapshot';
  throw new StoreError(
    'corrupt',
    `the ${which} of document ${document} in ${directory} is damaged: stop the server, keep a copy of the directory, and run \`npm run server -- check\` on it or restore this board from a backup`,
  );
}

/** All of `work` or nothing of it. */
export function transaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // Some failures, a full disk among them, have rolled back already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
