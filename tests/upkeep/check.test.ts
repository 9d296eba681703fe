import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { expect, it, vi } from 'vitest';
import { bearer, get, join } from '../api/client.ts';
import { openPeer } from '../api/peer.ts';
import { startServer } from '../api/server.ts';
import { type Boards, exportOf, makeBoards, marks, on, tamper } from './support/boards.ts';
import { PATIENCE, run, runApart } from './support/run.ts';

vi.setConfig({ testTimeout: PATIENCE });

const contentsOf = (dataDir: string): string =>
  createHash('sha256')
    .update(readFileSync(joinPath(dataDir, 'samenbord.sqlite')))
    .digest('hex');

/** Flips a byte of one update, as a disk does. */
function damageUpdate(database: DatabaseSync, document: string, nth: number): number {
  const rows = database
    .prepare('SELECT position, bytes FROM updates WHERE document = ? ORDER BY position')
    .all(document);
  const row = rows.at(nth);
  if (!(row?.bytes instanceof Uint8Array)) throw new Error('no such update');
  const bytes = row.bytes.slice();
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff;
  database
    .prepare('UPDATE updates SET bytes = ? WHERE document = ? AND position = ?')
    .run(bytes, document, Number(row.position));
  return Number(row.position);
}

/** The marks that somebody sees who joins, or the close code. */
async function marksOf(url: string, boards: Boards, index: number): Promise<string[] | number> {
  const made = boards.made[index];
  if (made === undefined) throw new Error('no such board');
  const peer = openPeer(url, made.board, await join(on(made, url), made.facilitator));
  const code = await Promise.race([peer.closed, peer.synced.then(() => undefined)]);
  if (code !== undefined) return code;
  const seen = [...marks(peer.doc).keys()];
  peer.close();
  return seen;
}

it('[UP1] a store that is well: counts all of it, ends with 0, and changes nothing', async () => {
  const { dataDir } = await makeBoards(2);
  const before = contentsOf(dataDir);
  const { code, out, err } = await runApart(['check', dataDir]);
  expect(out).toMatch(
    /^Checked .*: 2 boards, 4 documents, \d+ updates, 8 links, 2 pictures, \d+ notes\.\nNothing is damaged\.\n$/,
  );
  expect([code, err]).toEqual([0, '']);
  expect(contentsOf(dataDir)).toBe(before);
  expect(readdirSync(dataDir).toSorted()).toEqual(['samenbord.lock', 'samenbord.sqlite']);
  expect((await run(['check', dataDir, '--repair'])).code).toBe(0);
  expect((await run(['check'], { DATA_DIR: dataDir })).code).toBe(0);
});

it('[UP1] refuses a directory that a server uses, and one without boards', async () => {
  const server = await startServer();
  const inUse = await runApart(['check', server.dataDir, '--repair']);
  expect([inUse.code, inUse.out]).toEqual([2, '']);
  expect(inUse.err).toMatch(/in use by another process: stop that one first/);
  const nothing = await run(['check', joinPath(server.dataDir, 'nothing')]);
  expect(nothing.code).toBe(2);
  expect(nothing.err).toMatch(/there are no boards in .*DATA_DIR/);
});

it.each([[[]], [['bogus']], [['check', '--force']], [['backup']], [['restore', 'a']], [['check', 'a', 'b']]])(
  'a command line that makes no sense is answered with what there is: %j',
  async (args) => {
    const { code, err } = await run(args);
    expect(code).toBe(2);
    expect(err).toContain('npm run server -- check');
  },
);

it('[UP2] [UP3] an update that changed on the disk is named, and set aside so that its board opens with the rest', async () => {
  const boards = await makeBoards(2);
  const { dataDir, made } = boards;
  const board = made[0]?.board ?? '';
  const position = tamper(dataDir, (database) => damageUpdate(database, board, -1));
  const before = contentsOf(dataDir);
  const found = await run(['check', dataDir]);
  expect(found.code).toBe(1);
  expect(found.out).toContain(
    `damage   document ${board}: update ${position}: its bytes changed where they are kept`,
  );
  expect(found.out).toContain('1 damaged. With --repair');
  expect(contentsOf(dataDir)).toBe(before);
  // Until it is repaired, the board is refused and the other works.
  const damaged = await startServer({ DATA_DIR: dataDir });
  expect(await marksOf(damaged.url, boards, 0)).toBe(1013);
  expect(await marksOf(damaged.url, boards, 1)).toHaveLength(5);
  await damaged.stop();

  const repaired = await run(['check', dataDir, '--repair']);
  expect([repaired.code, repaired.err]).toEqual([0, '']);
  expect(repaired.out).toContain('-> set aside: row 1 of the table set_aside');
  const aside = tamper(dataDir, (database) => database.prepare('SELECT * FROM set_aside').all());
  expect(aside).toMatchObject([{ board, kind: 'update', name: board, position, reason: expect.any(String) }]);
  expect(aside[0]?.bytes).toBeInstanceOf(Uint8Array);
  const server = await startServer({ DATA_DIR: dataDir });
  expect(await marksOf(server.url, boards, 0)).toEqual([0, 1, 2, 3].map((index) => `edit ${index}`));
  expect(await marksOf(server.url, boards, 1)).toHaveLength(5);
  await server.stop();
  const again = await run(['check', dataDir]);
  expect(again.code).toBe(0);
  expect(again.out).toContain('1 rows in the table set_aside');
});

it('[UP3] bytes that are whole and no Yjs update are set aside too', async () => {
  const boards = await makeBoards(1);
  const board = boards.made[0]?.board ?? '';
  tamper(boards.dataDir, (database) =>
    // CRC-32 of the bytes 1, 2, 3.
    database
      .prepare('INSERT INTO updates VALUES (?, 9999, 1438416925, ?)')
      .run(board, Uint8Array.of(1, 2, 3)),
  );
  const { code, out } = await run(['check', boards.dataDir, '--repair']);
  expect([code, out]).toEqual([0, expect.stringContaining('update 9999: it is no Yjs update')]);
  const { url } = await startServer({ DATA_DIR: boards.dataDir });
  expect(await marksOf(url, boards, 0)).toHaveLength(5);
});

it('[UP4] a board whose snapshot is damaged stays refused, also after a repair, and is not emptied', async () => {
  const boards = await makeBoards(2);
  const { dataDir, made } = boards;
  const board = made[0]?.board ?? '';
  const other = made[1];
  tamper(dataDir, (database) =>
    database
      .prepare(
        `INSERT INTO snapshots (document, covers, crc, bytes)
         SELECT document, position, crc + 1, bytes FROM updates WHERE document = ? ORDER BY position LIMIT 1`,
      )
      .run(board),
  );
  const { code, out } = await run(['check', dataDir, '--repair']);
  expect(code).toBe(1);
  expect(out).toContain(`refused  document ${board}: its snapshot: its bytes changed where they are kept`);
  expect(out).toContain('1 cannot be opened and stay refused');
  const after = await startServer({ DATA_DIR: dataDir });
  expect(await marksOf(after.url, boards, 0)).toBe(1013);
  if (other !== undefined) expect(await exportOf(on(other, after.url))).toEqual(boards.exports[1]);
});

it('[UP4] a board of which nothing is there stays refused instead of opening as an empty one', async () => {
  const boards = await makeBoards(1);
  const { dataDir, made } = boards;
  const board = made[0]?.board ?? '';
  tamper(dataDir, (database) => database.prepare('DELETE FROM updates WHERE document = ?').run(board));
  for (const args of [
    ['check', dataDir],
    ['check', dataDir, '--repair'],
    ['check', dataDir],
  ]) {
    const { code, out } = await run(args);
    expect([code, out]).toEqual([1, expect.stringMatching(new RegExp(`refused  document ${board}: `))]);
  }
  const { url } = await startServer({ DATA_DIR: dataDir });
  expect(await marksOf(url, boards, 0)).toBe(1013);
});

it('[UP4] when nothing can be shown without what is damaged, nothing is set aside', async () => {
  const boards = await makeBoards(1);
  const { dataDir, made } = boards;
  const board = made[0]?.board ?? '';
  // The document has one row: all of it.
  tamper(dataDir, (database) => {
    const [first] = database
      .prepare('SELECT min(position) AS first FROM updates WHERE document = ?')
      .all(board);
    database
      .prepare('DELETE FROM updates WHERE document = ? AND position > ?')
      .run(board, Number(first?.first));
    damageUpdate(database, board, 0);
  });
  const { code, out } = await run(['check', dataDir, '--repair']);
  expect([code, out]).toEqual([
    1,
    expect.stringContaining('nothing of it can be shown without what is damaged'),
  ]);
  expect(
    tamper(
      dataDir,
      (database) => database.prepare('SELECT count(*) AS n FROM updates WHERE document = ?').get(board)?.n,
    ),
  ).toBe(1);
});

it('[UP5] pages that were overwritten: the database is made anew of what can be read, and kept as it was', async () => {
  const boards = await makeBoards(6, 12);
  const { dataDir } = boards;
  const file = joinPath(dataDir, 'samenbord.sqlite');
  // A run of pages in the middle of the file. The first page names the tables: without it nothing can be read.
  const pages = Math.floor(statSync(file).size / 4096);
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(2 * 4096, 0xa5), 0, 2 * 4096, Math.floor(pages / 2) * 4096);
  closeSync(handle);
  const before = contentsOf(dataDir);
  const found = await run(['check', dataDir]);
  expect(found.code).toBe(1);
  expect(found.out).toContain('damage   the database: ');
  expect(contentsOf(dataDir)).toBe(before);

  const { out } = await run(['check', dataDir, '--repair']);
  const [, folder = ''] = /the whole database as it was found is kept in (\S+)/.exec(out) ?? [];
  expect(
    createHash('sha256')
      .update(readFileSync(joinPath(folder, 'samenbord.sqlite')))
      .digest('hex'),
  ).toBe(before);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  const again = await run(['check', dataDir]);
  expect(again.out).not.toContain('the database:');
  // Each board is whole, or is refused or named, or lies where rows were torn out.
  const { url } = await startServer({ DATA_DIR: dataDir });
  let whole = 0;
  for (const index of boards.made.keys()) {
    const seen = await marksOf(url, boards, index).catch(() => 'no link opens it' as const);
    if (Array.isArray(seen) && seen.length === 12) whole++;
    else expect(out.includes(boards.made[index]?.board ?? '') || out.includes('perhaps more of')).toBe(true);
  }
  expect(whole).toBeGreaterThan(0);
});

it('[UP5] what is no database at all is refused, and left as it is', async () => {
  const { dataDir } = await makeBoards(1);
  const handle = openSync(joinPath(dataDir, 'samenbord.sqlite'), 'r+');
  writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, 0);
  closeSync(handle);
  const before = contentsOf(dataDir);
  const { code, err } = await run(['check', dataDir, '--repair']);
  expect([code, err]).toEqual([2, expect.stringMatching(/damaged.*restore a backup/)]);
  expect(contentsOf(dataDir)).toBe(before);
});

it('[UP6] links, pictures and notes that lead nowhere or are damaged are set aside', async () => {
  const boards = await makeBoards(2);
  const { dataDir, made } = boards;
  const [hash] = tamper(dataDir, (database) => {
    database.exec('PRAGMA foreign_keys = OFF');
    database
      .prepare("INSERT INTO links VALUES ('lost', 'nowhere', 'partner', 'gemeente', ?, 1, NULL)")
      .run(Buffer.alloc(32));
    database
      .prepare("UPDATE links SET hash = x'00' WHERE board = ? AND role = 'observer'")
      .run(made[0]?.board ?? '');
    database.prepare("UPDATE pictures SET bytes = x'89504e47' WHERE board = ?").run(made[0]?.board ?? '');
    const note = database.prepare("INSERT INTO notes VALUES (?, 'torn', ?, ?, 1, 1)");
    note.run(made[0]?.board ?? '', 'one', '{"a":');
    note.run(made[0]?.board ?? '', 'two', '{"a":1}');
    note.run('nowhere', 'three', '{"a":1}');
    return database
      .prepare('SELECT hash FROM pictures WHERE board = ?')
      .all(made[0]?.board ?? '')
      .map((row) => String(row.hash));
  });
  const { code, out } = await run(['check', dataDir, '--repair']);
  expect(code).toBe(0);
  expect(out).toContain('damage   link lost: its board nowhere does not exist');
  expect(out).toContain('it has no hash that a secret could fit');
  expect(out).toContain(
    `damage   picture ${hash} of board ${made[0]?.board}: its bytes changed where they are kept`,
  );
  expect(out).toContain(`damage   a note torn of board ${made[0]?.board}: its value is no JSON`);
  expect(out).toContain('damage   a note torn of board nowhere: its board nowhere does not exist');
  expect(out).toContain('5 set right');
  const kinds = tamper(dataDir, (database) =>
    database.prepare('SELECT kind FROM set_aside ORDER BY kind').all(),
  );
  expect(kinds.map(({ kind }) => kind)).toEqual(['link', 'link', 'note', 'note', 'picture']);
  const left = tamper(dataDir, (database) =>
    database.prepare("SELECT id FROM notes WHERE kind = 'torn'").all(),
  );
  expect(left.map(({ id }) => id)).toEqual(['two']);
  const { url } = await startServer({ DATA_DIR: dataDir });
  const [first, second] = made.map((one) => on(one, url));
  if (first === undefined || second === undefined) throw new Error('two boards');
  const headers = bearer(await join(first, first.facilitator));
  expect((await get(`${first.api}/pictures/${hash}`, headers)).status).toBe(404);
  await join(second, second.observer);
});

it('[UP6] a board without a facilitator link is said to have none', async () => {
  const { dataDir, made } = await makeBoards(1);
  tamper(dataDir, (database) => database.exec("DELETE FROM links WHERE role = 'facilitator'"));
  const { code, out } = await run(['check', dataDir, '--repair']);
  expect(code).toBe(1);
  expect(out).toContain(`board ${made[0]?.board}: no link opens it as a facilitator`);
  expect(out).toContain('not to be set right here: restore a backup');
});

it('[UP3] what lies beside a snapshot that covers it is merged into it', async () => {
  const boards = await makeBoards(1);
  const { dataDir, made } = boards;
  const board = made[0]?.board ?? '';
  tamper(dataDir, (database) =>
    database
      .prepare(
        `INSERT INTO snapshots (document, covers, crc, bytes)
         SELECT document, position + 1000, crc, bytes FROM updates WHERE document = ? ORDER BY position LIMIT 1`,
      )
      .run(board),
  );
  const { code, out } = await run(['check', dataDir, '--repair']);
  expect([code, out]).toEqual([
    0,
    expect.stringMatching(/updates lie beside a snapshot[\s\S]*merged into one snapshot/),
  ]);
  const { url } = await startServer({ DATA_DIR: dataDir });
  expect(await marksOf(url, boards, 0)).toHaveLength(5);
});
