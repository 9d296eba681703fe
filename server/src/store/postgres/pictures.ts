import { createHash } from 'node:crypto';
import { type PictureOutcome, type PictureRecord, type PictureStore, StoreError } from '../types.ts';
import type { Connections, Rows } from './connections.ts';

/** What a picture may come to, bytes, which counts for how long one may take to read. */
const LARGEST = 16 * 1024 * 1024;

const RECORD = 'hash, type, size, made';

/** The pictures in the database. All of it throws {@link StoreError}. */
export function picturesOver(connections: Connections): PictureStore {
  const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
  const query = connections.query.bind(connections);
  return {
    async put(board, { type, made, content }, most) {
      const hash = hashOf(content);
      const bytes = Buffer.from(content);
      const [row] = await query(
        'SELECT samenbord.put_picture($1, $2, $3, $4, $5, $6) AS outcome',
        [board, hash, type, made, bytes, most],
        bytes.byteLength,
      );
      return { hash, outcome: outcomeOf(row?.outcome) };
    },
    async get(board, hash) {
      const [row] = await query(
        `SELECT ${RECORD}, bytes FROM samenbord.pictures WHERE board = $1 AND hash = $2`,
        [board, hash],
        LARGEST,
      );
      if (row === undefined) return undefined;
      const content = row.bytes;
      if (!(content instanceof Uint8Array) || hashOf(content) !== hash)
        throw new StoreError(
          'corrupt',
          `the picture ${hash} of board ${board} in the database is damaged: keep a copy of the database and run \`npm run server -- check\``,
        );
      return { ...recordOf(row), content: new Uint8Array(content) };
    },
    async has(board, hash) {
      const rows = await query('SELECT 1 FROM samenbord.pictures WHERE board = $1 AND hash = $2', [
        board,
        hash,
      ]);
      return rows.length > 0;
    },
    async list(board) {
      const text = `SELECT ${RECORD} FROM samenbord.pictures WHERE board = $1 ORDER BY made, hash`;
      return (await query(text, [board])).map(recordOf);
    },
    async bytes(board) {
      const text = 'SELECT coalesce(sum(size), 0) AS bytes FROM samenbord.pictures WHERE board = $1';
      const [row] = await query(text, [board]);
      return Number(row?.bytes ?? 0);
    },
    async remove(board, hash) {
      await query('DELETE FROM samenbord.pictures WHERE board = $1 AND hash = $2', [board, hash]);
    },
    async boards() {
      return (await query('SELECT DISTINCT board FROM samenbord.pictures ORDER BY board')).map(({ board }) =>
        String(board),
      );
    },
    async markUnused(board, hashes, at) {
      await query(
        `UPDATE samenbord.pictures SET unused = CASE WHEN hash = ANY ($2) THEN coalesce(unused, $3::bigint) END
         WHERE board = $1`,
        [board, hashes, at],
      );
    },
    async unused(board, before) {
      const text = `SELECT ${RECORD} FROM samenbord.pictures WHERE board = $1 AND unused <= $2 ORDER BY made, hash`;
      return (await query(text, [board, before])).map(recordOf);
    },
    async removeUnused(board, hash, before) {
      const rows = await query(
        'DELETE FROM samenbord.pictures WHERE board = $1 AND hash = $2 AND unused <= $3 RETURNING hash',
        [board, hash, before],
      );
      return rows.length > 0;
    },
    async removeAll(board) {
      await query('DELETE FROM samenbord.pictures WHERE board = $1', [board]);
    },
  };
}

const OUTCOMES: readonly PictureOutcome[] = ['kept', 'known', 'full', 'no-board'];

function outcomeOf(value: unknown): PictureOutcome {
  const outcome = OUTCOMES.find((one) => one === value);
  if (outcome === undefined) throw new StoreError('unavailable', 'no answer of the database');
  return outcome;
}

function recordOf(row: Rows[number]): PictureRecord {
  return {
    hash: String(row.hash),
    type: String(row.type),
    bytes: Number(row.size),
    made: Number(row.made),
  };
}
