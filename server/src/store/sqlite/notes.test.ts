import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { silentLog } from '../log.ts';
import type { Store } from '../types.ts';
import { openSqliteStore } from './open.ts';

async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'samenbord-notes-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

async function openStore(directory: string): Promise<Store> {
  const store = await openSqliteStore({ directory, log: silentLog });
  onTestFinished(() => store.close());
  return store;
}

async function foundIn(directory: string, text: string): Promise<boolean> {
  for (const name of await readdir(directory))
    if ((await readFile(join(directory, name))).includes(text)) return true;
  return false;
}

it('[SQ7] a note that is removed is in no file any more, nor are those of a board that goes', async () => {
  const directory = await temporaryDirectory();
  const store = await openStore(directory);
  const texts = ['who waited at the door', 'who came in by a link'] as const;
  await store.addBoard({ id: 'b1', made: 1 }, []);
  await store.putNote({ board: 'b1', kind: 'k', id: 'one', value: texts[0] }, 0);
  await store.putNote({ board: 'b1', kind: 'k', id: 'two', value: texts[1] }, 0);
  expect(await foundIn(directory, texts[0])).toBe(true);
  await store.removeNote('b1', 'k', 'one');
  expect(await foundIn(directory, texts[0])).toBe(false);
  expect(await foundIn(directory, texts[1])).toBe(true);
  await store.removeBoard('b1');
  expect(await foundIn(directory, texts[1])).toBe(false);
});

it('[SQ11] a store of an older schema is brought up to date, with all that is in it', async () => {
  const directory = await temporaryDirectory();
  const first = await openStore(directory);
  await first.append('a', [Uint8Array.of(1)]);
  await first.addBoard({ id: 'b1', made: 1 }, []);
  await first.close();
  const database = new DatabaseSync(join(directory, 'samenbord.sqlite'));
  database.exec(
    'DROP TABLE notes; DROP TABLE note_versions; ALTER TABLE pictures DROP COLUMN unused; PRAGMA user_version = 2',
  );
  database.close();
  const store = await openStore(directory);
  expect((await store.load('a'))?.updates).toEqual([Uint8Array.of(1)]);
  expect(await store.putNote({ board: 'b1', kind: 'k', id: 'n', value: '1' }, 0)).toBe(1);
});
