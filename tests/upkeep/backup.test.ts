import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join as joinPath } from 'node:path';
import { CLOSE } from '@samenbord/shared/protocol';
import { expect, it, onTestFinished, vi } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { spawnServer } from '../api/child.ts';
import { bearer, join, type Made, makeBoard } from '../api/client.ts';
import { attendWith, gather, textsOf, write } from '../api/meeting.ts';
import { openPeer, updateFrame } from '../api/peer.ts';
import { builtPage, startServer, temporaryDirectory } from '../api/server.ts';
import { bringPicture, edit, exportOf, makeBoards, marks, on, tamper } from './support/boards.ts';
import { PATIENCE, run, runApart } from './support/run.ts';

vi.setConfig({ testTimeout: PATIENCE });

/** Waits for a condition, on a busy machine too. */
const soon = (holds: () => boolean): Promise<void> =>
  vi.waitFor(() => expect(holds()).toBe(true), { timeout: 60_000, interval: 10 });

/** Somebody who keeps moving things on a board, and knows what of it is saved. */
interface Worker {
  readonly made: Made;
  /** Marks that were acknowledged, in order. */
  readonly saved: string[];
  stop(): Promise<void>;
}

async function putToWork(url: string, made: Made): Promise<Worker> {
  const peer = openPeer(url, made.board, await join(made, made.facilitator));
  await peer.synced;
  const saved: string[] = [];
  let working = true;
  const work = async () => {
    for (let count = 0; working; count++) {
      const key = `${peer.doc.clientID} ${count}`;
      peer.doc.transact(() => {
        marks(peer.doc).set(key, count);
        marks(peer.doc).set('dragged', { x: count, y: count });
      });
      await peer.saved();
      saved.push(key);
    }
  };
  // Whoever cannot go on saves nothing more, and that is waited for in vain.
  const worked = work().catch(() => undefined);
  return {
    made,
    saved,
    async stop() {
      working = false;
      await worked;
      peer.close();
    },
  };
}

it('[UP8] a backup while people work has everything that was acknowledged before it began', async () => {
  const dataDir = joinPath(temporaryDirectory(), 'data');
  const folder = temporaryDirectory();
  const server = spawnServer({ DATA_DIR: dataDir, CLIENT_DIR: builtPage(), RELAY_COMPACT_UPDATES: '20' });
  const url = await server.ready;
  const boards = await Promise.all([0, 1, 2, 3].map(() => makeBoard(url)));
  const workers = await Promise.all([...boards, ...boards].map((made) => putToWork(url, made)));
  const pictures = await Promise.all(boards.map((made) => bringPicture(made, 200_000)));
  const backups: { readonly file: string; readonly before: readonly (readonly string[])[] }[] = [];
  for (const round of [1, 2, 3]) {
    await soon(() => workers.every(({ saved }) => saved.length > round * 5));
    const before = workers.map(({ saved }) => [...saved]);
    const file = joinPath(folder, `backup ${round}.sqlite`);
    const { code, out, err } = await runApart(['backup', file, dataDir]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Backed up .*: \d+ bytes\.\n$/);
    backups.push({ file, before });
  }
  // Nobody was held up or sent away.
  const during = workers.map(({ saved }) => saved.length);
  await soon(() => workers.every(({ saved }, index) => saved.length > (during[index] ?? 0)));
  for (const worker of workers) await worker.stop();
  server.process.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(readdirSync(folder).toSorted()).toEqual(backups.map(({ file }) => file.slice(folder.length + 1)));

  for (const { file, before } of backups) {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const restored = joinPath(folder, `restored from ${before[0]?.length}`);
    const { code, out } = await run(['restore', file, restored]);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/4 boards, 8 documents.*4 pictures, \d+ notes\.\nNothing is damaged\./),
    ]);
    const again = await startServer({ DATA_DIR: restored });
    for (const [index, acknowledged] of before.entries()) {
      const made = workers[index]?.made;
      if (made === undefined) throw new Error('no such worker');
      const peer = openPeer(again.url, made.board, await join(on(made, again.url), made.facilitator));
      await peer.synced;
      const there = marks(peer.doc);
      expect(acknowledged.filter((key) => !there.has(key))).toEqual([]);
      peer.close();
    }
    for (const [index, made] of boards.entries()) {
      const headers = bearer(await join(on(made, again.url), made.observer));
      const picture = await fetch(`${on(made, again.url).api}/pictures/${pictures[index]}`, { headers });
      expect((await picture.arrayBuffer()).byteLength).toBe(200_008);
    }
    await again.stop();
  }
}, 120_000);

it('[UP8] a backup of a store that nobody uses is one file, and leaves nothing beside', async () => {
  const { dataDir, exports, made } = await makeBoards(1);
  const folder = temporaryDirectory();
  const file = joinPath(folder, 'backup.sqlite');
  expect((await run(['backup', file], { DATA_DIR: dataDir })).code).toBe(0);
  expect(readdirSync(folder)).toEqual(['backup.sqlite']);
  expect(readdirSync(dataDir).toSorted()).toEqual(['samenbord.lock', 'samenbord.sqlite']);
  const restored = joinPath(folder, 'new', 'data');
  expect((await run(['restore', file, restored])).code).toBe(0);
  expect(statSync(restored).mode & 0o777).toBe(0o700);
  expect(statSync(joinPath(restored, 'samenbord.sqlite')).mode & 0o777).toBe(0o600);
  const { url } = await startServer({ DATA_DIR: restored });
  const [board] = made;
  if (board !== undefined) expect(await exportOf(on(board, url))).toEqual(exports[0]);
});

it('[UP8] a backup replaces nothing without --force, and what fails leaves nothing behind', async () => {
  const { dataDir } = await makeBoards(1);
  const folder = temporaryDirectory();
  const file = joinPath(folder, 'backup.sqlite');
  writeFileSync(file, 'the backup of yesterday');
  const refused = await run(['backup', file, dataDir]);
  expect([refused.code, refused.err]).toEqual([2, expect.stringMatching(/is there already.*--force/)]);
  expect(statSync(file).size).toBe(23);
  expect((await run(['backup', file, dataDir, '--force'])).code).toBe(0);
  expect(statSync(file).size).toBeGreaterThan(10_000);
  const nowhere = await run(['backup', joinPath(folder, 'none', 'backup.sqlite'), dataDir]);
  expect([nowhere.code, nowhere.err]).toEqual([2, expect.stringContaining('none')]);
  const nothing = await run(['backup', joinPath(folder, 'other.sqlite'), joinPath(folder, 'no data')]);
  expect([nothing.code, nothing.err]).toEqual([2, expect.stringContaining('there are no boards')]);
  expect(readdirSync(folder)).toEqual(['backup.sqlite']);
});

it('[UP9] restore takes a new or empty directory only, and a backup that is well', async () => {
  const { dataDir } = await makeBoards(1);
  const folder = temporaryDirectory();
  const file = joinPath(folder, 'backup.sqlite');
  await run(['backup', file, dataDir]);
  const full = await run(['restore', file, dataDir]);
  expect([full.code, full.err]).toEqual([2, expect.stringMatching(/is not empty: name a new directory/)]);
  const empty = joinPath(folder, 'empty');
  mkdirSync(empty);
  expect((await run(['restore', file, empty])).code).toBe(0);
  const none = await run(['restore', joinPath(folder, 'none'), joinPath(folder, 'x')]);
  expect([none.code, none.err]).toEqual([2, expect.stringContaining('there is no file')]);

  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, 2 * 4096);
  closeSync(handle);
  const target = joinPath(folder, 'target');
  const damaged = await run(['restore', file, target]);
  expect([damaged.code, damaged.out]).toEqual([2, '']);
  expect(damaged.err).toContain('the backup is damaged and nothing was restored');
  expect(existsSync(target)).toBe(false);
});

it('[UP9] one board is brought back from a backup, with what can be read of it beside', async () => {
  const boards = await makeBoards(2);
  const { dataDir, made } = boards;
  const file = joinPath(temporaryDirectory(), 'backup.sqlite');
  await run(['backup', file, dataDir]);
  const [damaged, other] = made;
  if (damaged === undefined || other === undefined) throw new Error('two boards');
  const working = await startServer({ DATA_DIR: dataDir, RELAY_LINGER: '3600000' });
  for (const board of [damaged, other]) await edit(working.url, on(board, working.url), 2, 'after');
  await working.stop();
  // Everything before the last two edits is gone, in a snapshot that cannot be read.
  tamper(dataDir, (database) => {
    const last = database
      .prepare('SELECT position FROM updates WHERE document = ? ORDER BY position DESC LIMIT 1 OFFSET 2')
      .get(damaged.board);
    const covers = Number(last?.position);
    database.prepare("INSERT OR REPLACE INTO snapshots VALUES (?, ?, 5, x'0102')").run(damaged.board, covers);
    database.prepare('DELETE FROM updates WHERE document = ? AND position <= ?').run(damaged.board, covers);
  });
  expect((await run(['check', dataDir, '--repair'])).code).toBe(1);
  const none = await run(['restore', file, dataDir, '--board', 'no-such-board']);
  expect([none.code, none.err]).toEqual([2, expect.stringContaining('there is no board no-such-board')]);
  const brought = await run(['restore', file, dataDir, '--board', damaged.board]);
  expect([brought.code, brought.err]).toEqual([0, '']);
  expect(brought.out).toContain(`document ${damaged.board}: its snapshot was set aside`);
  expect((await run(['check', dataDir])).code).toBe(0);
  const { url } = await startServer({ DATA_DIR: dataDir });
  for (const board of [damaged, other]) {
    const peer = openPeer(url, board.board, await join(on(board, url), board.facilitator));
    await peer.synced;
    const expected = [...[0, 1, 2, 3, 4].map((index) => `edit ${index}`), 'after 0', 'after 1'];
    expect([...marks(peer.doc).keys()].toSorted()).toEqual(expected.toSorted());
  }
});

it('[AN1] homework that was erased does not come back with its board from a backup, nor from a copy', async () => {
  const folder = temporaryDirectory();
  const dataDir = joinPath(folder, 'data');
  const server = await startServer({ DATA_DIR: dataDir });
  const { made, gemeente } = await gather(server.url);
  const gea = await gemeente.open('/private/gemeente');
  write(gea, 'old', 'kanarie');
  await gea.saved();
  const file = joinPath(folder, 'backup.sqlite');
  expect((await run(['backup', file, dataDir])).code).toBe(0);
  await gemeente.act('homework/erase');
  await server.stop();
  const brought = await run(['restore', file, dataDir, '--board', made.board]);
  expect([brought.code, brought.err]).toEqual([0, '']);
  expect(brought.out).toContain('/private/gemeente: not brought back');
  const again = await startServer({ DATA_DIR: dataDir });
  const there = attendWith(again.url, made, gemeente.session);
  expect(textsOf(await there.open('/private/gemeente'))).toEqual({});
  // A backup of now knows it too.
  const later = joinPath(folder, 'later.sqlite');
  expect((await run(['backup', later, dataDir])).code).toBe(0);
  const second = joinPath(folder, 'second');
  expect((await run(['restore', later, second])).code).toBe(0);
  const restored = attendWith((await startServer({ DATA_DIR: second })).url, made, gemeente.session);
  const forger = await restored.open('/private/gemeente');
  forger.send(updateFrame(Y.encodeStateAsUpdate(gea.doc)));
  expect(await forger.closed).toBe(CLOSE.erased);
});

it('[UP10] who has newer changes than a restored server brings them back, and others see them', async () => {
  const folder = temporaryDirectory();
  const file = joinPath(folder, 'backup.sqlite');
  const before = await startServer({ DATA_DIR: joinPath(folder, 'first') });
  const made = await makeBoard(before.url);
  const { ticket } = await join(made, made.facilitator);
  const provider = new WebsocketProvider(
    `${before.url.replace('http', 'ws')}/relay`,
    made.board,
    new Y.Doc(),
    {
      disableBc: true,
      params: { ticket },
      maxBackoffTime: 100,
    },
  );
  onTestFinished(() => provider.destroy());
  await soon(() => provider.synced);
  await edit(before.url, made, 2, 'before');
  await soon(() => marks(provider.doc).size === 2);
  expect((await run(['backup', file, before.dataDir])).code).toBe(0);
  await edit(before.url, made, 3, 'after');
  marks(provider.doc).delete('before 0');
  await soon(() => marks(provider.doc).has('after 2'));
  await before.stop();
  expect((await run(['restore', file, joinPath(folder, 'second')])).code).toBe(0);

  const after = await startServer({
    DATA_DIR: joinPath(folder, 'second'),
    PORT: new URL(before.url).port,
  });
  const other = openPeer(after.url, made.board, await join(on(made, after.url), made.observer));
  await soon(() => marks(other.doc).has('after 2') && !marks(other.doc).has('before 0'));
  expect([...marks(other.doc).keys()].toSorted()).toEqual(['after 0', 'after 1', 'after 2', 'before 1']);
});
