import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { silentLog } from '../log.ts';
import type { Store } from '../types.ts';
import { openSqliteStore } from './open.ts';

async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'samenbord-store-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

async function openStore(directory: string, maxPages = 0): Promise<Store> {
  const store = await openSqliteStore({ directory, log: silentLog, maxPages });
  onTestFinished(() => store.close());
  return store;
}

/** A program that opens the store and appends numbered updates without end, saying each that is written. */
const WRITER = `
  const [, directory] = process.argv;
  const { openSqliteStore } = await import(${JSON.stringify(new URL('./open.ts', import.meta.url).href)});
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  try {
    const store = await openSqliteStore({ directory, log });
    console.log('open');
    for (let number = 0; ; number++) {
      await store.append('d' + (number % 3), [Uint8Array.of(number >> 16, number >> 8, number)]);
      console.log(number);
    }
  } catch (error) {
    console.log(error.code + ': ' + error.message);
  }
`;

interface Writer {
  readonly lines: string[];
  line(wanted: (lines: string[]) => boolean): Promise<void>;
  kill(): Promise<void>;
}

/** A program that appends numbered updates and compacts them again and again, saying each that is written. */
const COMPACTER = `
  const [, directory] = process.argv;
  const { openSqliteStore } = await import(${JSON.stringify(new URL('./open.ts', import.meta.url).href)});
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const store = await openSqliteStore({ directory, log });
  const kept = await store.load('d');
  const rows = [...(kept?.snapshot ? [kept.snapshot] : []), ...(kept?.updates ?? [])];
  const numbers = [...new Set(rows.flatMap((bytes) => [...new Uint32Array(bytes.slice().buffer)]))];
  console.log('open');
  for (let number = numbers.length; ; number++) {
    const { position } = await store.append('d', [new Uint8Array(Uint32Array.of(number).buffer)]);
    console.log(number);
    numbers.push(number);
    // Padded with its own numbers, so that it takes a while to write.
    const snapshot = Uint32Array.from({ length: 200_000 }, (_, index) => numbers[index % numbers.length]);
    void store.compact('d', new Uint8Array(snapshot.buffer), position);
  }
`;

function startWriter(directory: string, program = WRITER): Writer {
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', program, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  let rest = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  };
  onTestFinished(kill);
  return {
    lines,
    kill,
    async line(wanted) {
      while (!wanted(lines)) await once(child.stdout ?? child, 'data');
    },
  };
}

it('makes a directory that only its owner can enter', async () => {
  const directory = join(await temporaryDirectory(), 'data');
  await openStore(directory);
  expect((await stat(directory)).mode & 0o777).toBe(0o700);
});

it('[SQ1] refuses a second process on the same directory at once, and says what to do', {
  timeout: 30_000,
}, async () => {
  const directory = await temporaryDirectory();
  await openStore(directory);
  const second = startWriter(directory);
  await second.line((lines) => lines.length > 0);
  expect(second.lines[0]).toMatch(/^in-use: .*in use by another process: stop that one first.*DATA_DIR/);
});

it('[SQ1] refuses a second store in the same process as well', async () => {
  const directory = await temporaryDirectory();
  const first = await openStore(directory);
  await expect(openSqliteStore({ directory, log: silentLog })).rejects.toMatchObject({ code: 'in-use' });
  expect((await first.append('a', [Uint8Array.of(1)])).position).toBe(1);
  await first.close();
  expect((await (await openStore(directory)).load('a'))?.updates.length).toBe(1);
});

it('[SQ1] flushing the log does not give the lock away', { timeout: 30_000 }, async () => {
  const directory = await temporaryDirectory();
  const store = await openStore(directory);
  for (let index = 0; index < 5; index++) {
    const { position } = await store.append('a', [new Uint8Array(100_000)]);
    await store.synced(position);
  }
  await store.remove('a');
  const second = startWriter(directory);
  await second.line((lines) => lines.length > 0);
  expect(second.lines[0]).toMatch(/^in-use/);
});

it('[SQ2] a killed process frees the directory and loses nothing that was written', {
  timeout: 30_000,
}, async () => {
  const directory = await temporaryDirectory();
  for (let round = 1; round <= 3; round++) {
    const writer = startWriter(directory);
    await writer.line((lines) => lines.length > round * 40);
    await writer.kill();
    const written = writer.lines.slice(1).map(Number);
    const store = await openStore(directory);
    const kept = new Set<number>();
    for (const document of ['d0', 'd1', 'd2'])
      for (const [high = 0, middle = 0, low = 0] of (await store.load(document))?.updates ?? [])
        kept.add((high << 16) | (middle << 8) | low);
    expect(written.filter((number) => !kept.has(number))).toEqual([]);
    await store.close();
  }
});

it('[SQ2] a process killed in the middle of a compaction loses nothing that was written', {
  timeout: 60_000,
}, async () => {
  const directory = await temporaryDirectory();
  for (let round = 1; round <= 6; round++) {
    const writer = startWriter(directory, COMPACTER);
    // Compactions follow each other without a pause, so that one is under way whenever it is killed.
    await writer.line((lines) => lines.length > 2 + round);
    await writer.kill();
    const store = await openStore(directory);
    const kept = await store.load('d');
    const numbers = new Set(
      [kept?.snapshot, ...(kept?.updates ?? [])].flatMap((bytes) => [
        ...new Uint32Array((bytes ?? new Uint8Array()).slice().buffer),
      ]),
    );
    expect(writer.lines.slice(1).filter((line) => !numbers.has(Number(line)))).toEqual([]);
    await store.close();
  }
});

it('[SQ3] a full disk refuses with `disk-full`, keeps what is there, and takes again when there is space', async () => {
  const directory = await temporaryDirectory();
  const store = await openStore(directory, 60);
  await store.append('small', [Uint8Array.of(1, 2, 3)]);
  const piece = new Uint8Array(20_000).fill(7);
  let written = 0;
  const fill = async () => {
    for (;;) {
      await store.append('large', [piece]);
      written++;
    }
  };
  await expect(fill()).rejects.toMatchObject({
    code: 'disk-full',
    message: expect.stringMatching(/no space left.*free some space/),
  });
  expect((await store.load('large'))?.updates.length).toBe(written);
  expect((await store.load('small'))?.updates.length).toBe(1);
  expect(await store.healthy()).toBe(true);
  await store.remove('large');
  await expect(store.append('after', [piece])).resolves.toMatchObject({ position: expect.any(Number) });
});

it('[SQ3] one append too large for the space left does not stop the small ones beside it', async () => {
  const directory = await temporaryDirectory();
  const store = await openStore(directory, 60);
  const [small, large, other] = await Promise.allSettled([
    store.append('small', [Uint8Array.of(1)]),
    store.append('large', [new Uint8Array(1_000_000)]),
    store.append('other', [Uint8Array.of(2)]),
  ]);
  expect([small.status, large.status, other.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await store.load('large')).toBeUndefined();
  expect((await store.load('other'))?.updates).toEqual([Uint8Array.of(2)]);
});

it('[SQ4] a directory that cannot be written refuses with `not-writable` and names it', async () => {
  const parent = await temporaryDirectory();
  const file = join(parent, 'file');
  await writeFile(file, 'not a directory');
  const refusal = { code: 'not-writable', message: expect.stringContaining(file) };
  await expect(openSqliteStore({ directory: file, log: silentLog })).rejects.toMatchObject(refusal);
  await expect(openSqliteStore({ directory: join(file, 'below'), log: silentLog })).rejects.toMatchObject(
    refusal,
  );
  const taken = join(parent, 'taken');
  await mkdir(join(taken, 'samenbord.sqlite'), { recursive: true });
  await expect(openSqliteStore({ directory: taken, log: silentLog })).rejects.toMatchObject({
    code: 'not-writable',
  });
});

it('[SQ5] a file that is no database is refused with `corrupt`, and left as it is', async () => {
  const directory = await temporaryDirectory();
  const file = join(directory, 'samenbord.sqlite');
  await writeFile(file, 'this is no database, and it is long enough to be taken for one'.repeat(100));
  const before = await readFile(file);
  await expect(openSqliteStore({ directory, log: silentLog })).rejects.toMatchObject({
    code: 'corrupt',
    message: expect.stringMatching(/keep a copy.*backup/),
  });
  expect(Buffer.compare(await readFile(file), before)).toBe(0);
});

it('[SQ5] bytes that changed on the disk are noticed when read, for that document only', async () => {
  const directory = await temporaryDirectory();
  const first = await openStore(directory);
  const marked = new TextEncoder().encode('the bytes that will change on the disk');
  await first.append('damaged', [marked]);
  await first.append('whole', [Uint8Array.of(1)]);
  await first.close();
  await changeOnDisk(join(directory, 'samenbord.sqlite'), 'will change', 'WILL change');
  const store = await openStore(directory);
  await expect(store.load('damaged')).rejects.toMatchObject({
    code: 'corrupt',
    message: expect.stringMatching(/document damaged .*backup/),
  });
  expect((await store.load('whole'))?.updates).toEqual([Uint8Array.of(1)]);
});

it('[SQ6] a store of a newer schema is refused with `newer-schema`, and left as it is', async () => {
  const directory = await temporaryDirectory();
  await (await openSqliteStore({ directory, log: silentLog })).close();
  const database = new DatabaseSync(join(directory, 'samenbord.sqlite'));
  database.exec('PRAGMA user_version = 99');
  database.close();
  await expect(openSqliteStore({ directory, log: silentLog })).rejects.toMatchObject({
    code: 'newer-schema',
    message: expect.stringMatching(/schema 99 .*newer program/),
  });
});

it('[SQ7] what is removed is not in any file any more', async () => {
  const directory = await temporaryDirectory();
  const store = await openStore(directory);
  const secret = 'a very private sticker';
  await store.append('private', [new TextEncoder().encode(secret)]);
  await store.append('other', [Uint8Array.of(1)]);
  expect(await foundIn(directory, secret)).toBe(true);
  await store.remove('private');
  expect(await foundIn(directory, secret)).toBe(false);
  expect((await store.load('other'))?.updates.length).toBe(1);
});

it('[SQ7] nor is what a check had set aside of it', async () => {
  const directory = await temporaryDirectory();
  const store = await openStore(directory);
  const secret = 'a very private sticker';
  const database = new DatabaseSync(join(directory, 'samenbord.sqlite'));
  onTestFinished(() => database.close());
  const aside = database.prepare(
    "INSERT INTO set_aside (at, board, kind, name, reason, bytes) VALUES (1, 'board', 'update', ?, 'torn', ?)",
  );
  aside.run('board/private/one', new TextEncoder().encode(secret));
  aside.run('board/private/two', Uint8Array.of(2));
  expect(await foundIn(directory, secret)).toBe(true);
  await store.remove('board/private/one');
  await store.scrub();
  expect(await foundIn(directory, secret)).toBe(false);
  expect(database.prepare('SELECT name FROM set_aside').all()).toEqual([{ name: 'board/private/two' }]);
});

/** Every kind of thing that a board has, each with the secret in it. */
async function fillBoard(store: Store, secret: Uint8Array): Promise<void> {
  await store.addBoard({ id: 'board', made: 1 }, []);
  const { position } = await store.append('board', [secret]);
  await store.compact('board', secret, position);
  await store.append('board/table', [secret]);
  await store.pictures.put('board', { type: 'image/png', content: secret, made: 1 }, 1000);
}

it('[SQ7] a board that is removed is in no file any more, nor are its pictures', async () => {
  const directory = await temporaryDirectory();
  const store = await openStore(directory);
  const secret = 'what partners told each other';
  await fillBoard(store, new TextEncoder().encode(secret));
  expect(await foundIn(directory, secret)).toBe(true);
  await store.removeBoard('board');
  expect(await foundIn(directory, secret)).toBe(false);
  await fillBoard(store, new TextEncoder().encode(secret));
  await store.pictures.removeAll('board');
  for (const document of ['board', 'board/table']) await store.remove(document);
  expect(await foundIn(directory, secret)).toBe(false);
});

it('[SQ7] while another program reads the database, removing does not hold others up, and is done after', async () => {
  const directory = await temporaryDirectory();
  const store = await openStore(directory);
  const secret = 'what partners told each other';
  await fillBoard(store, new TextEncoder().encode(secret));
  const reader = new DatabaseSync(join(directory, 'samenbord.sqlite'), { readOnly: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM updates').get();
  await store.removeBoard('board');
  const { position } = await store.append('other', [Uint8Array.of(1)]);
  await store.synced(position);
  expect(await foundIn(directory, secret)).toBe(true);
  reader.exec('COMMIT');
  await expect.poll(() => foundIn(directory, secret), { timeout: 10_000 }).toBe(false);
  reader.close();
});

it('[SQ8] appends of one turn share one commit', async () => {
  const directory = await temporaryDirectory();
  const store = await openStore(directory);
  await store.append('warm', [Uint8Array.of(1)]);
  const before = await size(join(directory, 'samenbord.sqlite-wal'));
  await Promise.all(Array.from({ length: 100 }, (_, index) => store.append('many', [Uint8Array.of(index)])));
  const together = (await size(join(directory, 'samenbord.sqlite-wal'))) - before;
  // A commit writes at least one page of 4 kB with its header: a hundred would be more than 400 kB.
  expect(together).toBeLessThan(40_000);
});

async function size(file: string): Promise<number> {
  return (await stat(file)).size;
}

async function foundIn(directory: string, text: string): Promise<boolean> {
  for (const name of await readdir(directory))
    if ((await readFile(join(directory, name))).includes(text)) return true;
  return false;
}

async function changeOnDisk(file: string, from: string, to: string): Promise<void> {
  const at = (await readFile(file)).indexOf(from);
  expect(at).toBeGreaterThan(0);
  const handle = await open(file, 'r+');
  await handle.write(Buffer.from(to), 0, to.length, at);
  await handle.close();
}

it('[SQ4] refuses a directory that cannot be made, at once', async () => {
  for (const directory of ['/proc/nope', '/proc/nope/data'])
    await expect(openSqliteStore({ directory, log: silentLog })).rejects.toMatchObject({
      code: 'not-writable',
      message: expect.stringContaining(directory),
    });
});

it.each(['', 'samenbord.sqlite', 'samenbord.sqlite-wal', 'samenbord.lock'])(
  '[SQ10] says that nothing is saved while `%s` in the directory is gone, and goes on when it is back',
  async (file) => {
    const directory = join(await temporaryDirectory(), 'data');
    const store = await openStore(directory);
    const { position } = await store.append('a', [Uint8Array.of(1)]);
    await rename(join(directory, file), `${directory}-away`);
    const gone = { code: 'unavailable', message: expect.stringMatching(/removed or replaced.*put it back/) };
    await expect(store.synced(position)).rejects.toMatchObject(gone);
    expect(await store.healthy()).toBe(false);
    let written = position;
    const writeOn = async () => {
      for (;;) ({ position: written } = await store.append('a', [Uint8Array.of(2)]));
    };
    await expect(writeOn()).rejects.toMatchObject(gone);
    await rename(`${directory}-away`, join(directory, file));
    await store.synced(written);
    expect(await store.healthy()).toBe(true);
  },
);

it('[SQ10] a second process that gets in because the lock was removed stops the first', async () => {
  const directory = await temporaryDirectory();
  const first = await openStore(directory);
  const { position } = await first.append('a', [Uint8Array.of(1)]);
  await rm(join(directory, 'samenbord.lock'));
  const second = await openStore(directory);
  await expect(first.synced(position)).rejects.toMatchObject({ code: 'unavailable' });
  expect(await first.healthy()).toBe(false);
  expect(await second.healthy()).toBe(true);
});
