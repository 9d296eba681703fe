import pg from 'pg';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { silentLog } from '../log.ts';
import type { SharedStore } from '../types.ts';
import { openPostgresStore, type PostgresStoreOptions } from './open.ts';
import { type PostgresServer, postgresMissing, startPostgres } from './testing/postgresServer.ts';

const missing = postgresMissing();
if (missing === undefined) onPostgres();
else it(`cannot be tested here: ${missing}`, () => process.stderr.write(`NOT TESTED: ${missing}\n`));

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

/** An append by hand, so that a test can stop between it and its commit. */
const APPEND = (document: string, value: number) =>
  `SELECT * FROM samenbord.append(ARRAY['${document}'], ARRAY[1], ARRAY[1], ARRAY[0::bigint], '\\x0${value}')`;

let server: PostgresServer;

async function open(url: string, more: Partial<PostgresStoreOptions> = {}): Promise<SharedStore> {
  const store = await openPostgresStore({ url, log: silentLog, ...more });
  onTestFinished(() => store.close());
  return store;
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

/** Keeps what `synchronous_commit` is where updates are written. */
const NOTE_SETTING = `
  CREATE TABLE noted (value text);
  CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO public.noted VALUES (current_setting('synchronous_commit'));
    RETURN NULL;
  END
  $$;
  CREATE TRIGGER note AFTER INSERT ON samenbord.updates EXECUTE FUNCTION note()`;

/** Asks until the answer is no error. */
async function eventually<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (attempt > 500) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** Resolves when a statement waits for a lock. */
function somebodyWaits(): Promise<void> {
  return eventually(async () => {
    const waiting = await server.run('SELECT 1 FROM pg_locks WHERE NOT granted');
    if (waiting.length === 0) throw new Error('nobody waits for a lock');
  });
}

/** Appends numbered updates to two documents, four at a time. */
async function appendMany(store: SharedStore, writer: number, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round++)
    await Promise.all(
      [0, 1, 2, 3].map((index) => store.append(`d${index % 2}`, [bytes(writer, round, index)])),
    );
}

/** Reads a document from where it stopped, until `done`, and once more. Returns all it was given. */
async function follow(store: SharedStore, document: string, done: () => boolean): Promise<string[]> {
  const seen: string[] = [];
  let position = 0;
  for (let last = false; ; last = done()) {
    const newer = await store.loadAfter(document, position);
    seen.push(...(newer?.updates ?? []).map((update) => [...update].join('.')));
    position = newer?.position ?? position;
    if (last) return seen;
  }
}

function onPostgres(): void {
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.dispose());

  it('[PG1] of two appends to a document, the later position is never to be seen before the earlier one', async () => {
    const url = await server.createDatabase();
    const store = await open(url);
    const other = await connect(url);
    await other.query('BEGIN');
    const [first] = (await other.query(APPEND('a', 1))).rows;
    const second = store.append('a', [bytes(2)]);
    await somebodyWaits();
    const elsewhere = await store.heads(['a', 'b']);
    expect([elsewhere.get('a'), await store.load('a')]).toEqual([0, undefined]);
    await other.query('COMMIT');
    expect((await second).previous).toBe(Number(first?.written));
    expect((await second).position).toBeGreaterThan((await second).previous);
  });

  it('[PG1] who follows a document that several nodes write to misses nothing', async () => {
    const url = await server.createDatabase();
    const stores = await Promise.all([open(url), open(url), open(url)]);
    const reader = await open(url);
    let done = false;
    const following = [0, 1].map((index) => follow(reader, `d${index}`, () => done));
    await Promise.all(stores.map((store, writer) => appendMany(store, writer, 40)));
    done = true;
    const seen = (await Promise.all(following)).flat();
    expect(seen.length).toBe(3 * 40 * 4);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('[PG2] an append says what was newest just before it', async () => {
    const store = await open(await server.createDatabase());
    const first = await store.append('a', [bytes(1), bytes(2)]);
    expect(first.previous).toBe(0);
    await store.append('b', [bytes(9)]);
    const second = await store.append('a', [bytes(3)]);
    expect(second.previous).toBe(first.position);
    await store.compact('a', bytes(1, 2, 3), second.position);
    expect((await store.append('a', [bytes(4)])).previous).toBe(second.position);
    expect(await store.heads(['b', 'none'])).toEqual(
      new Map([
        ['b', first.position + 1],
        ['none', 0],
      ]),
    );
  });

  it('[PG3] what is newer than a position: the updates, and the snapshot if it took the place of some', async () => {
    const store = await open(await server.createDatabase());
    const { position } = await store.append('a', [bytes(1)]);
    const second = await store.append('a', [bytes(2)]);
    expect(await store.loadAfter('a', second.position)).toBeUndefined();
    expect((await store.loadAfter('a', position))?.updates.map((update) => [...update])).toEqual([[2]]);
    await store.compact('a', bytes(1, 2), second.position);
    const third = await store.append('a', [bytes(3)]);
    const newer = await store.loadAfter('a', position);
    expect([...(newer?.snapshot ?? [])]).toEqual([1, 2]);
    expect(newer?.position).toBe(third.position);
    expect((await store.loadAfter('a', second.position))?.snapshot).toBeUndefined();
  });

  it('[PG4] a compaction leaves what another node appended after what it covers', async () => {
    const url = await server.createDatabase();
    const [one, two] = [await open(url), await open(url)];
    const first = await one.append('a', [bytes(1)]);
    const second = await two.append('a', [bytes(2)]);
    await one.compact('a', bytes(1), first.position);
    expect((await one.load('a'))?.updates.map((update) => [...update])).toEqual([[2]]);
    await Promise.all([
      one.compact('a', bytes(1, 2), second.position),
      two.compact('a', bytes(1), first.position),
    ]);
    expect([...((await two.load('a'))?.snapshot ?? [])]).toEqual([1, 2]);
  });

  it('[PG5] nodes that start at once make the schema once, and a newer one is refused and left alone', async () => {
    const url = await server.createDatabase();
    const stores = await Promise.all(Array.from({ length: 5 }, () => open(url)));
    await Promise.all(stores.map((store, index) => store.append('a', [bytes(index)])));
    expect((await stores[0]?.load('a'))?.updates.length).toBe(5);
    await server.run('UPDATE samenbord.version SET number = 99', url);
    await expect(openPostgresStore({ url, log: silentLog })).rejects.toMatchObject({ code: 'newer-schema' });
    expect(await server.run('SELECT number FROM samenbord.version', url)).toEqual([{ number: 99 }]);
  });

  it('[PG6] a commit waits for the disk and sees what it waited for, whatever the database is set to', async () => {
    const url = await server.createDatabase();
    const database = new URL(url).pathname.slice(1);
    await server.run(`ALTER DATABASE ${database} SET synchronous_commit = off`);
    await server.run(`ALTER DATABASE ${database} SET default_transaction_isolation = 'repeatable read'`);
    const store = await open(url);
    const other = await connect(url);
    await other.query('BEGIN ISOLATION LEVEL READ COMMITTED');
    const [first] = (await other.query(APPEND('a', 1))).rows;
    const second = store.append('a', [bytes(2)]);
    await somebodyWaits();
    await other.query('COMMIT');
    expect((await second).previous).toBe(Number(first?.written));
    await server.run(NOTE_SETTING, url);
    await store.append('a', [bytes(3)]);
    expect(await server.run('SELECT value FROM noted', url)).toEqual([{ value: 'on' }]);
  });

  it('[PG7] refuses while the database is gone, takes again when it is back, and has lost nothing', async () => {
    const store = await open(await server.createDatabase(), { retryMost: 50 });
    await store.append('a', [bytes(1)]);
    const underWay = Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => store.append('a', [bytes(2, index)])),
    );
    await server.kill();
    const outcomes = await underWay;
    await expect(store.append('a', [bytes(3)])).rejects.toMatchObject({ code: 'unavailable' });
    expect(await store.healthy()).toBe(false);
    await server.start();
    await eventually(() => store.append('a', [bytes(4)]));
    expect(await store.healthy()).toBe(true);
    const kept = (await store.load('a'))?.updates.map((update) => [...update].join('.')) ?? [];
    expect(kept[0]).toBe('1');
    for (const [index, outcome] of outcomes.entries())
      if (outcome.status === 'fulfilled') expect(kept).toContain(`2.${index}`);
  });

  it('[PG8] a database that does not answer is given up, and asked anew', async () => {
    const store = await open(await server.createDatabase(), { timeout: 300, retryMost: 50 });
    await store.append('a', [bytes(1)]);
    await server.pause();
    await expect(store.append('a', [bytes(2)])).rejects.toMatchObject({ code: 'unavailable' });
    await server.resume();
    await eventually(() => store.append('a', [bytes(3)]));
    expect((await store.load('a'))?.updates.map((update) => [...update])).toContainEqual([3]);
  });

  it('[PG9] a row that cannot be read back is refused with `corrupt`, for that document only', async () => {
    const url = await server.createDatabase();
    const store = await open(url);
    await Promise.all([store.append('a', [bytes(1)]), store.append('b', [bytes(2)])]);
    await server.run(`UPDATE samenbord.updates SET bytes = '\\x07' WHERE document = 'a'`, url);
    await expect(store.load('a')).rejects.toMatchObject({ code: 'corrupt' });
    expect((await store.load('b'))?.updates.length).toBe(1);
  });

  it('[PG10] an append that the database refuses does not stop the others beside it', async () => {
    const url = await server.createDatabase();
    const store = await open(url);
    await server.run(`ALTER TABLE samenbord.updates ADD CHECK (document <> 'refused')`, url);
    const outcomes = await Promise.allSettled(
      ['a', 'refused', 'b'].map((document) => store.append(document, [bytes(1)])),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('[PG11] says why it cannot be opened, without the address or the password', async () => {
    const url = 'postgresql://somebody:geheim@127.0.0.1:1/bord';
    const opening = openPostgresStore({ url, log: silentLog });
    await expect(opening).rejects.toMatchObject({ name: 'StoreError', code: 'unavailable' });
    await expect(opening).rejects.not.toThrow(/geheim/);
    await expect(opening).rejects.toThrow(/DATABASE_URL/);
  });

  it('[PG13] removes with a document what a check had set aside of it', async () => {
    const url = await server.createDatabase();
    const store = await open(url);
    const aside = (name: string) =>
      server.run(
        `INSERT INTO samenbord.set_aside (at, board, kind, name, reason, bytes)
         VALUES (1, 'board', 'update', '${name}', 'torn', '\\x07')`,
        url,
      );
    for (const name of ['board/private/one', 'board/private/two']) await aside(name);
    await store.append('board/private/one', [bytes(1)]);
    await store.remove('board/private/one');
    expect(await store.load('board/private/one')).toBeUndefined();
    expect(await server.run('SELECT name FROM samenbord.set_aside', url)).toEqual([
      { name: 'board/private/two' },
    ]);
  });

  it('[PG12] knows the links that were withdrawn lately', async () => {
    const store = await open(await server.createDatabase());
    const link = {
      id: 'l1',
      board: 'b1',
      role: 'observer',
      partner: null,
      hash: bytes(1),
      made: 1,
      withdrawn: null,
    } as const;
    await store.addBoard({ id: 'b1', made: 1 }, [link, { ...link, id: 'l2' }]);
    await store.withdrawLink('l2', 5000);
    expect((await store.withdrawnSince(5000)).map(({ id }) => id)).toEqual(['l2']);
    expect(await store.withdrawnSince(5001)).toEqual([]);
  });
}
