import { crc32 } from 'node:zlib';
import { type AppendResult, type Fence, type StoredDocument, StoreError } from '../types.ts';
import type { Connections, Rows } from './connections.ts';

export interface AppendItem {
  readonly document: string;
  readonly updates: readonly Uint8Array[];
  readonly fence: Fence | undefined;
}

/** All items in one commit. @throws {StoreError} when nothing of them was written, as far as can be known */
export async function appendItems(
  connections: Connections,
  items: readonly AppendItem[],
): Promise<Required<AppendResult>[]> {
  const updates = items.flatMap((item) => item.updates);
  const packed = Buffer.concat(updates);
  const rows = await connections.query(
    'SELECT written, before FROM samenbord.append($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [
      items.map((item) => item.document),
      items.map((item) => item.updates.length),
      updates.map((bytes) => bytes.byteLength),
      updates.map((bytes) => crc32(bytes)),
      packed,
      ...fenceColumns(items),
    ],
    packed.byteLength,
  );
  return rows.map((row) => ({ position: Number(row.written), previous: Number(row.before) }));
}

/** Board, kind, id and version of each item's fence; `null` for those without. */
const fenceColumns = (items: readonly Pick<AppendItem, 'fence'>[]): readonly unknown[] => [
  items.map(({ fence }) => fence?.board ?? null),
  items.map(({ fence }) => fence?.kind ?? null),
  items.map(({ fence }) => fence?.id ?? null),
  items.map(({ fence }) => fence?.version ?? null),
];

/** One statement, so that a compaction or append beside it is seen whole or not at all. */
const LOAD = `
  SELECT true AS whole, covers AS position, crc, bytes
  FROM samenbord.snapshots WHERE document = $1 AND covers > $2
  UNION ALL
  SELECT false, position, crc, bytes FROM samenbord.updates WHERE document = $1 AND position > $2
  ORDER BY whole DESC, position`;

/** What is newer than `after`; everything with -1. @throws {StoreError} */
export async function loadNewer(
  connections: Connections,
  document: string,
  after: number,
): Promise<StoredDocument | undefined> {
  const rows = await connections.query(LOAD, [document, after], LARGEST);
  const newest = rows.at(-1);
  if (newest === undefined) return undefined;
  const parts = rows.map((row) => checkedBytes(row, document));
  const snapshot = rows[0]?.whole === true ? parts.shift() : undefined;
  return { snapshot, updates: parts, position: Number(newest.position) };
}

/** A document may be this large, which counts for how long loading may take. */
const LARGEST = 64 * 1024 * 1024;

/** Puts a snapshot in the place of what it covers. @throws {StoreError} */
export async function compactDocument(
  connections: Connections,
  document: string,
  snapshot: Uint8Array,
  covers: number,
  fence: Fence | undefined,
): Promise<void> {
  const bytes = Buffer.from(snapshot);
  const { board, kind, id, version = null } = fence ?? {};
  const values = [document, covers, crc32(bytes), bytes, board, kind, id, version];
  await connections.query(
    'SELECT samenbord.compact($1, $2, $3, $4, $5, $6, $7, $8)',
    values,
    bytes.byteLength,
  );
}

/** Documents of this name or below it. @throws {StoreError} */
export async function namesOf(connections: Connections, name: string): Promise<readonly string[]> {
  // Everything between a slash and what follows it in the order of bytes begins with that slash.
  const rows = await connections.query(
    `WITH named AS (SELECT document FROM samenbord.updates UNION SELECT document FROM samenbord.snapshots)
     SELECT document FROM named WHERE document = $1 OR (document >= $2 AND document < $3) ORDER BY document`,
    [name, `${name}/`, `${name}0`],
  );
  return rows.map((row) => String(row.document));
}

/** @throws {StoreError} */
export async function headsOf(
  connections: Connections,
  documents: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await connections.query(
    'SELECT name, samenbord.head(name) AS head FROM unnest($1::text[]) AS name',
    [documents],
  );
  return new Map(rows.map((row) => [String(row.name), Number(row.head)]));
}

function checkedBytes(row: Rows[number], document: string): Uint8Array {
  const { bytes, crc } = row;
  if (bytes instanceof Uint8Array && crc32(bytes) === Number(crc)) return bytes;
  const which = row.whole === true ? 'snapshot' : `update ${String(row.position)}`;
  throw new StoreError(
    'corrupt',
    `the ${which} of document ${document} in the database is damaged: keep a copy of the database, and run \`npm run server -- check\` or restore this board from a backup`,
  );
}
