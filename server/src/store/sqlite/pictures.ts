import { createHash } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { type NewPicture, type PictureOutcome, type PictureRecord, StoreError } from '../types.ts';
import { transaction } from './documents.ts';

/** The pictures in a database, as plain synchronous calls. Runs in the worker only. */
export interface Pictures {
  put(board: string, picture: NewPicture, most: number): { hash: string; outcome: PictureOutcome };
  get(
    board: string,
    hash: string,
  ): { readonly record: PictureRecord; readonly content: Uint8Array } | undefined;
  has(board: string, hash: string): boolean;
  list(board: string): PictureRecord[];
  bytes(board: string): number;
  remove(board: string, hash: string): void;
  boards(): string[];
  markUnused(board: string, hashes: readonly string[], at: number): void;
  unused(board: string, before: number): PictureRecord[];
  removeUnused(board: string, hash: string, before: number): boolean;
  removeAll(board: string): void;
}

/** @param directory named in messages. */
export function openPictures(database: DatabaseSync, directory: string): Pictures {
  const selectBoard = database.prepare('SELECT 1 FROM boards WHERE id = ?');
  const insert = database.prepare(
    'INSERT INTO pictures (board, hash, type, size, made, bytes) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const select = database.prepare('SELECT * FROM pictures WHERE board = ? AND hash = ?');
  const selectOne = database.prepare('SELECT 1 FROM pictures WHERE board = ? AND hash = ?');
  const selectAll = database.prepare(
    'SELECT hash, type, size, made FROM pictures WHERE board = ? ORDER BY made, hash',
  );
  const sum = database.prepare('SELECT coalesce(sum(size), 0) AS bytes FROM pictures WHERE board = ?');
  const deleteOne = database.prepare('DELETE FROM pictures WHERE board = ? AND hash = ?');
  const selectBoards = database.prepare('SELECT DISTINCT board FROM pictures ORDER BY board');
  const selectUnused = database.prepare(
    'SELECT hash, type, size, made FROM pictures WHERE board = ? AND unused <= ? ORDER BY made, hash',
  );
  const mark = database.prepare(
    `UPDATE pictures SET unused = CASE WHEN hash IN (SELECT value FROM json_each(?2)) THEN coalesce(unused, ?3) END
     WHERE board = ?1`,
  );
  const use = database.prepare(
    'UPDATE pictures SET unused = NULL WHERE board = ? AND hash = ? AND unused IS NOT NULL',
  );
  const deleteUnused = database.prepare('DELETE FROM pictures WHERE board = ? AND hash = ? AND unused <= ?');
  const deleteAll = database.prepare('DELETE FROM pictures WHERE board = ?');

  const has = (board: string, hash: string): boolean => selectOne.get(board, hash) !== undefined;
  const bytes = (board: string): number => Number(sum.get(board)?.bytes ?? 0);

  return {
    has,
    bytes,
    put(board, { type, content, made }, most) {
      const hash = hashOf(content);
      if (selectBoard.get(board) === undefined) return { hash, outcome: 'no-board' };
      if (has(board, hash)) {
        use.run(board, hash);
        return { hash, outcome: 'known' };
      }
      if (bytes(board) + content.byteLength > most) return { hash, outcome: 'full' };
      transaction(database, () => insert.run(board, hash, type, content.byteLength, made, content));
      return { hash, outcome: 'kept' };
    },
    get(board, hash) {
      const row = select.get(board, hash);
      if (row === undefined) return undefined;
      const content = row.bytes;
      if (!(content instanceof Uint8Array) || hashOf(content) !== hash)
        throw new StoreError(
          'corrupt',
          `the picture ${hash} of board ${board} in ${directory} is damaged: keep a copy of the directory and run \`npm run server -- check\``,
        );
      return { record: recordOf(row), content };
    },
    list: (board) => selectAll.all(board).map(recordOf),
    remove: (board, hash) => void deleteOne.run(board, hash),
    boards: () => selectBoards.all().map(({ board }) => String(board)),
    markUnused: (board, hashes, at) => void mark.run(board, JSON.stringify(hashes), at),
    unused: (board, before) => selectUnused.all(board, before).map(recordOf),
    removeUnused: (board, hash, before) => Number(deleteUnused.run(board, hash, before).changes) > 0,
    removeAll: (board) => void deleteAll.run(board),
  };
}

const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

function recordOf(row: Record<string, SQLOutputValue>): PictureRecord {
  return {
    hash: String(row.hash),
    type: String(row.type),
    bytes: Number(row.size),
    made: Number(row.made),
  };
}
