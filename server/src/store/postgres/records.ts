import { type BoardRecord, type LinkRecord, StoreError } from '../types.ts';
import type { Connections, Rows } from './connections.ts';

/** A board and its links, in one statement: both or neither. */
const ADD_BOARD = `
  WITH board AS (INSERT INTO samenbord.boards (id, made) VALUES ($1, $2))
  INSERT INTO samenbord.links (id, board, role, partner, hash, made, withdrawn)
  SELECT * FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::bytea[], $8::bigint[], $9::bigint[])`;

/** @throws {StoreError} also when a board or link of this id exists */
export async function addBoard(
  connections: Connections,
  board: BoardRecord,
  links: readonly LinkRecord[],
): Promise<void> {
  const column = <K extends keyof LinkRecord>(name: K) => links.map((link) => link[name]);
  await connections.query(ADD_BOARD, [
    board.id,
    board.made,
    column('id'),
    column('board'),
    column('role'),
    column('partner'),
    links.map((link) => Buffer.from(link.hash)),
    column('made'),
    column('withdrawn'),
  ]);
}

/** @throws {StoreError} also when there is no such board, or a link of this id exists */
export async function addLink(connections: Connections, link: LinkRecord): Promise<void> {
  const { id, board, role, partner, hash, made, withdrawn } = link;
  await connections.query(
    `INSERT INTO samenbord.links (id, board, role, partner, hash, made, withdrawn)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, board, role, partner, Buffer.from(hash), made, withdrawn],
  );
}

/** @throws {StoreError} */
export async function boardOf(connections: Connections, id: string): Promise<BoardRecord | undefined> {
  const [row] = await connections.query('SELECT id, made FROM samenbord.boards WHERE id = $1', [id]);
  return row && { id: String(row.id), made: Number(row.made) };
}

const LINK = 'SELECT id, board, role, partner, hash, made, withdrawn FROM samenbord.links';

/** @throws {StoreError} */
export async function linksOf(connections: Connections, board: string): Promise<readonly LinkRecord[]> {
  return (await connections.query(`${LINK} WHERE board = $1 ORDER BY made, id`, [board])).map(linkOf);
}

/** @throws {StoreError} */
export async function linkById(connections: Connections, id: string): Promise<LinkRecord | undefined> {
  const [row] = await connections.query(`${LINK} WHERE id = $1`, [id]);
  return row && linkOf(row);
}

/** @throws {StoreError} */
export async function withdrawnSince(connections: Connections, time: number): Promise<readonly LinkRecord[]> {
  return (await connections.query(`${LINK} WHERE withdrawn >= $1`, [time])).map(linkOf);
}

/** A key as it is kept, made at first use: of several that make one at once, all get the same. @throws {StoreError} */
export async function keyOf(
  connections: Connections,
  name: string,
  make: () => Uint8Array,
): Promise<Uint8Array> {
  const found = await findKey(connections, name);
  if (found !== undefined) return found;
  const values = [name, Buffer.from(make())];
  await connections.query(
    'INSERT INTO samenbord.keys (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    values,
  );
  const kept = await findKey(connections, name);
  if (kept === undefined) throw new StoreError('corrupt', `the key ${name} cannot be read back`);
  return kept;
}

async function findKey(connections: Connections, name: string): Promise<Uint8Array | undefined> {
  const [row] = await connections.query('SELECT value FROM samenbord.keys WHERE name = $1', [name]);
  return row?.value instanceof Uint8Array ? row.value : undefined;
}

function linkOf(row: Rows[number]): LinkRecord {
  const { role, hash } = row;
  if ((role !== 'facilitator' && role !== 'partner' && role !== 'observer') || !(hash instanceof Uint8Array))
    throw new StoreError('corrupt', `the record of link ${String(row.id)} is damaged: restore a backup`);
  return {
    id: String(row.id),
    board: String(row.board),
    role,
    partner: row.partner === null ? null : String(row.partner),
    hash: new Uint8Array(hash),
    made: Number(row.made),
    withdrawn: row.withdrawn === null ? null : Number(row.withdrawn),
  };
}
