import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { BoardRecord, LinkRecord } from '../types.ts';
import { StoreError } from '../types.ts';
import { transaction } from './documents.ts';

/** The small records in a database, as plain synchronous calls. Runs in the worker only. */
export interface Records {
  addBoard(board: BoardRecord, links: readonly LinkRecord[]): void;
  board(id: string): BoardRecord | undefined;
  addLink(link: LinkRecord): void;
  links(board: string): LinkRecord[];
  link(id: string): LinkRecord | undefined;
  withdrawLink(id: string, at: number): void;
  removeBoard(id: string): void;
  key(name: string): Uint8Array | undefined;
  /** Keeps a key unless there is one; returns the one that is kept. */
  keepKey(name: string, value: Uint8Array): Uint8Array;
}

type Row = Record<string, SQLOutputValue>;

export function openRecords(database: DatabaseSync): Records {
  const insertBoard = database.prepare('INSERT INTO boards (id, made) VALUES (?, ?)');
  const insertLink = database.prepare(
    'INSERT INTO links (id, board, role, partner, hash, made, withdrawn) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const selectBoard = database.prepare('SELECT id, made FROM boards WHERE id = ?');
  const selectLinks = database.prepare('SELECT * FROM links WHERE board = ? ORDER BY made, id');
  const selectLink = database.prepare('SELECT * FROM links WHERE id = ?');
  const withdraw = database.prepare('UPDATE links SET withdrawn = ? WHERE id = ? AND withdrawn IS NULL');
  const deleteOfBoard = [
    'DELETE FROM links WHERE board = ?1',
    'DELETE FROM pictures WHERE board = ?1',
    'DELETE FROM set_aside WHERE board = ?1',
    'DELETE FROM updates WHERE document = ?1',
    'DELETE FROM snapshots WHERE document = ?1',
    // All that begins with the id and a slash: '0' is what follows '/'.
    "DELETE FROM updates WHERE document >= ?1 || '/' AND document < ?1 || '0'",
    "DELETE FROM snapshots WHERE document >= ?1 || '/' AND document < ?1 || '0'",
    'DELETE FROM boards WHERE id = ?1',
  ].map((text) => database.prepare(text));
  const selectKey = database.prepare('SELECT value FROM keys WHERE name = ?');
  const insertKey = database.prepare('INSERT INTO keys (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING');

  function key(name: string): Uint8Array | undefined {
    const value = selectKey.get(name)?.value;
    return value instanceof Uint8Array ? value : undefined;
  }

  function addLink({ id, board, role, partner, hash, made, withdrawn }: LinkRecord): void {
    insertLink.run(id, board, role, partner, hash, made, withdrawn);
  }

  return {
    key,
    addBoard(board, links) {
      transaction(database, () => {
        insertBoard.run(board.id, board.made);
        for (const link of links) addLink(link);
      });
    },
    addLink,
    board(id) {
      const row = selectBoard.get(id);
      return row === undefined ? undefined : { id: String(row.id), made: Number(row.made) };
    },
    links: (board) => selectLinks.all(board).map(linkOf),
    link(id) {
      const row = selectLink.get(id);
      return row === undefined ? undefined : linkOf(row);
    },
    withdrawLink: (id, at) => void withdraw.run(at, id),
    removeBoard(id) {
      transaction(database, () => {
        for (const statement of deleteOfBoard) statement.run(id);
      });
    },
    keepKey(name, value) {
      insertKey.run(name, value);
      return key(name) ?? value;
    },
  };
}

function linkOf(row: Row): LinkRecord {
  const { role, hash } = row;
  if ((role !== 'facilitator' && role !== 'partner' && role !== 'observer') || !(hash instanceof Uint8Array))
    throw new StoreError('corrupt', `the record of link ${String(row.id)} is damaged: restore a backup`);
  return {
    id: String(row.id),
    board: String(row.board),
    role,
    partner: row.partner === null ? null : String(row.partner),
    hash,
    made: Number(row.made),
    withdrawn: row.withdrawn === null ? null : Number(row.withdrawn),
  };
}
