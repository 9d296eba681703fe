import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { silentLog } from '../log.ts';
import { openSqliteStore } from './open.ts';
import { tendDirectory } from './tend.ts';

/** Every row of every table there is. */
function everything(directory: string): Record<string, unknown[]> {
  const database = new DatabaseSync(join(directory, 'samenbord.sqlite'));
  try {
    const tables = database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      .all();
    return Object.fromEntries(
      tables.map(({ name }) => [name, database.prepare(`SELECT * FROM ${String(name)}`).all()]),
    );
  } finally {
    database.close();
  }
}

it('[UP5] a database that is made anew has every row of every table', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'samenbord-rebuild-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const store = await openSqliteStore({ directory, log: silentLog });
  await store.addBoard({ id: 'board', made: 1 }, [
    {
      id: 'link',
      board: 'board',
      role: 'partner',
      partner: 'gemeente',
      hash: new Uint8Array(32).fill(7),
      made: 2,
      withdrawn: 3,
    },
  ]);
  const { position } = await store.append('board', [Uint8Array.of(1)]);
  await store.compact('board', Uint8Array.of(1, 2), position);
  await store.append('board', [Uint8Array.of(3)]);
  await store.pictures.put('board', { type: 'image/png', content: Uint8Array.of(4), made: 5 }, 100);
  await store.putNote({ board: 'board', kind: 'k', id: 'n', value: 'v' }, 0);
  await store.key('tickets', () => Uint8Array.of(6));
  await store.close();
  const database = new DatabaseSync(join(directory, 'samenbord.sqlite'));
  database.exec("INSERT INTO set_aside VALUES (9, 1, 'board', 'update', 'board', 1, 'why', '{}', x'07')");
  database.close();

  const before = everything(directory);
  // A table that is new in the schema has a row here, so that it is not forgotten there.
  for (const [table, rows] of Object.entries(before)) expect(rows, table).not.toEqual([]);
  const tended = tendDirectory(directory);
  const rebuilt = tended.rebuild?.();
  await tended.close();
  expect(rebuilt).toMatchObject({ unreadable: new Map(), torn: [] });
  expect(everything(directory)).toEqual(before);
  expect(everything(rebuilt?.kept ?? '')).toEqual(before);
  expect((await readdir(directory)).filter((name) => name.startsWith('samenbord.sqlite'))).toEqual([
    'samenbord.sqlite',
  ]);
});
