import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import {
  type Aside,
  boardOfDocument,
  type InspectedDocument,
  type InspectedRow,
  type Inspection,
  LOST,
  noteProblem,
  type PictureName,
  type Repair,
  rowProblem,
  type TendedStore,
} from '../inspection.ts';
import type { Log } from '../log.ts';
import { StoreError } from '../types.ts';
import { Connections, type Rows } from './connections.ts';
import { compactDocument } from './documents.ts';
import { noteBy } from './notes.ts';
import { migrateSchema, SCHEMA_VERSION } from './schema.ts';

/** A document may be this large, which counts for how long reading may take. */
const LARGEST = 64 * 1024 * 1024;

/**
 * A database, while nodes serve it or not: what is read is read in the database's own snapshots, and what is set
 * aside no node can have loaded.
 * @throws {StoreError}
 */
export function tendDatabase(url: string, log: Log): TendedStore {
  const bounds = { connections: 1, timeout: 60_000, retryFirst: 50, retryMost: 1000 };
  const connections = new Connections(url, bounds, log);
  return {
    place: 'the database of DATABASE_URL',
    async inspect() {
      await checkVersion(connections);
      return inspection(connections);
    },
    async repair() {
      await connections.use(migrateSchema);
      return repairing(connections);
    },
    rebuild: undefined,
    close: () => connections.close(),
  };
}

async function checkVersion(connections: Connections): Promise<void> {
  if (!(await exists(connections, 'version')))
    throw new StoreError(
      'unavailable',
      'there are no boards in this database (no schema samenbord): check DATABASE_URL',
    );
  const [row] = await connections.query('SELECT max(number) AS number FROM samenbord.version');
  if (Number(row?.number ?? 0) > SCHEMA_VERSION)
    throw new StoreError(
      'newer-schema',
      `the database has schema ${String(row?.number)} and this program knows up to ${SCHEMA_VERSION}: use the newer program that made it`,
    );
}

async function exists(connections: Connections, table: string): Promise<boolean> {
  const [row] = await connections.query('SELECT to_regclass($1) IS NOT NULL AS there', [
    `samenbord.${table}`,
  ]);
  return row?.there === true;
}

function inspection(connections: Connections): Inspection {
  const query = connections.query.bind(connections);
  const column = async (text: string, name: string) => (await query(text)).map((row) => String(row[name]));
  return {
    integrity: () => positionsAhead(connections),
    boards: () => column('SELECT id FROM samenbord.boards ORDER BY id', 'id'),
    async links() {
      const rows = await query('SELECT id, board, role, hash, withdrawn FROM samenbord.links ORDER BY id');
      return rows.map((row) => ({
        id: String(row.id),
        board: String(row.board),
        role: String(row.role),
        works: row.withdrawn === null,
        problem:
          row.hash instanceof Uint8Array && row.hash.byteLength === 32
            ? undefined
            : 'it has no hash that a secret could fit',
      }));
    },
    documents: () =>
      column(
        'SELECT document FROM samenbord.updates UNION SELECT document FROM samenbord.snapshots ORDER BY document',
        'document',
      ),
    document: (name) => documentOf(connections, name),
    async pictures() {
      if (!(await exists(connections, 'pictures'))) return [];
      const rows = await query('SELECT board, hash FROM samenbord.pictures ORDER BY board, hash');
      return rows.map((row) => ({ board: String(row.board), hash: String(row.hash) }));
    },
    pictureProblem: (name) => pictureProblem(connections, name),
    async note(board, kind, id) {
      if (!(await exists(connections, 'notes'))) return undefined;
      return (await noteBy(connections, board, kind, id))?.value;
    },
    async notes() {
      if (!(await exists(connections, 'notes'))) return [];
      const rows = await query('SELECT board, kind, id, value FROM samenbord.notes ORDER BY board, kind, id');
      return rows.map(({ board, kind, id, value }) => ({
        board: String(board),
        kind: String(kind),
        id: String(id),
        problem: noteProblem(value),
      }));
    },
    async asideCount() {
      if (!(await exists(connections, 'set_aside'))) return 0;
      const [row] = await query('SELECT count(*) AS n FROM samenbord.set_aside');
      return Number(row?.n ?? 0);
    },
    close: async () => undefined,
  };
}

/** Positions that are given out next have to be above all that are taken, or new changes hide behind old ones. */
async function positionsAhead(connections: Connections): Promise<string[]> {
  const [row] = await connections.query(`
    SELECT last_value AS given, greatest(
      (SELECT coalesce(max(position), 0) FROM samenbord.updates),
      (SELECT coalesce(max(covers), 0) FROM samenbord.snapshots)
    ) AS taken FROM samenbord.positions`);
  if (Number(row?.given) >= Number(row?.taken)) return [];
  return [
    `the sequence samenbord.positions is at ${String(row?.given)} and positions up to ${String(row?.taken)} are taken: set it with SELECT setval('samenbord.positions', ${String(row?.taken)})`,
  ];
}

async function documentOf(connections: Connections, name: string): Promise<InspectedDocument> {
  try {
    const rows = await connections.query(
      `SELECT true AS whole, covers AS position, crc, bytes FROM samenbord.snapshots WHERE document = $1
       UNION ALL SELECT false, position, crc, bytes FROM samenbord.updates WHERE document = $1 ORDER BY whole DESC, position`,
      [name],
      LARGEST,
    );
    return partsOf(rows);
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'corrupt') throw error;
    return partsOf(await rowByRow(connections, name));
  }
}

async function rowByRow(connections: Connections, name: string): Promise<Rows> {
  const rows = await connections.query(
    `SELECT true AS whole, covers AS position FROM samenbord.snapshots WHERE document = $1
     UNION ALL SELECT false, position FROM samenbord.updates WHERE document = $1 ORDER BY whole DESC, position`,
    [name],
  );
  return Promise.all(
    rows.map(async (row) => {
      const from =
        row.whole === true
          ? 'snapshots WHERE document = $1 AND covers = $2'
          : 'updates WHERE document = $1 AND position = $2';
      const text = `SELECT crc, bytes FROM samenbord.${from}`;
      const [read] = await connections.query(text, [name, row.position], LARGEST).catch(() => []);
      return { ...row, ...read };
    }),
  );
}

function partsOf(rows: Rows): InspectedDocument {
  const whole = rows.find((row) => row.whole === true);
  return {
    snapshot: whole && rowOf(whole),
    updates: rows.filter((row) => row.whole !== true).map(rowOf),
  };
}

function rowOf({ position, crc, bytes }: Rows[number]): InspectedRow {
  if (!(bytes instanceof Uint8Array))
    return { position: Number(position), bytes: undefined, problem: 'the database cannot read it' };
  const problem = rowProblem(Number(crc), crc32(bytes));
  return { position: Number(position), bytes: new Uint8Array(bytes), problem };
}

async function pictureProblem(
  connections: Connections,
  { board, hash }: PictureName,
): Promise<string | undefined> {
  const text = 'SELECT bytes FROM samenbord.pictures WHERE board = $1 AND hash = $2';
  const [row] = await connections.query(text, [board, hash], LARGEST).catch(() => [{ bytes: null }]);
  // Removed by somebody meanwhile.
  if (row === undefined) return undefined;
  if (!(row.bytes instanceof Uint8Array)) return 'the database cannot read it';
  const same = createHash('sha256').update(row.bytes).digest('hex') === hash;
  return same ? undefined : 'its bytes changed where they are kept';
}

/** Where each kind lies: its table and key, the column that is its name, and what it has beside. */
function whereabouts(what: Aside) {
  switch (what.kind) {
    case 'update':
      return {
        from: 'updates WHERE document = $1 AND position = $2',
        key: [what.document, what.position],
        name: what.document,
        board: boardOfDocument(what.document),
        position: what.position,
      };
    case 'snapshot':
      return {
        from: 'snapshots WHERE document = $1',
        key: [what.document],
        name: what.document,
        board: boardOfDocument(what.document),
        position: null,
      };
    case 'link':
      return { from: 'links WHERE id = $1', key: [what.id], name: what.id, board: '', position: null };
    case 'note': {
      const { board, kind, id } = what.note;
      return {
        from: 'notes WHERE board = $1 AND kind = $2 AND id = $3',
        key: [board, kind, id],
        name: `${kind} ${id}`,
        board,
        position: null,
      };
    }
    case 'picture':
      return {
        from: 'pictures WHERE board = $1 AND hash = $2',
        key: [what.board, what.hash],
        name: what.hash,
        board: what.board,
        position: null,
      };
  }
}

function repairing(connections: Connections): Repair {
  return {
    setAside: (what, reason) => setAside(connections, what, reason),
    replace: (document, snapshot, covers) =>
      compactDocument(connections, document, snapshot, covers, undefined),
    async refuse(document) {
      await connections.query(
        "INSERT INTO samenbord.snapshots (document, covers, crc, bytes) VALUES ($1, 0, $2, '') ON CONFLICT DO NOTHING",
        [document, LOST],
      );
    },
    close: async () => undefined,
  };
}

async function setAside(connections: Connections, what: Aside, reason: string): Promise<number> {
  const { from, key, name, board, position } = whereabouts(what);
  const [read] = await connections.query(`SELECT * FROM samenbord.${from}`, key, LARGEST).catch(() => []);
  const { bytes, ...record } = { bytes: null, ...read };
  const columns = Object.entries(record).map(([column, value]) => [
    column,
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
  ]);
  const kept = [
    Date.now(),
    what.kind === 'link' ? String(read?.board ?? '') : board,
    what.kind,
    name,
    position,
    reason,
    JSON.stringify(Object.fromEntries(columns)),
    bytes,
  ];
  const at = key.length;
  const places = kept.map((_, index) => `$${at + index + 1}`).join(', ');
  const [row] = await connections.query(
    `WITH gone AS (DELETE FROM samenbord.${from})
     INSERT INTO samenbord.set_aside (at, board, kind, name, position, reason, record, bytes)
     VALUES (${places}) RETURNING number`,
    [...key, ...kept],
    LARGEST,
  );
  return Number(row?.number);
}
