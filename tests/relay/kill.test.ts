import { expect, it } from 'vitest';
import { TestClient } from './support/client.ts';
import { temporaryDirectory } from './support/house.ts';
import { startRelayProcess } from './support/process.ts';
import { until } from './support/until.ts';

/** Rounds of killing, each with more behind it than the one before. */
const ROUNDS = 5;

/** Sends changes from all writers until the watcher has seen `enough`. Returns what each sent, in order. */
async function writeUntilSeen(
  writers: readonly TestClient[],
  watcher: TestClient,
  enough: number,
  prefix: string,
): Promise<readonly (readonly string[])[]> {
  const sent = writers.map(() => [] as string[]);
  const before = watcher.stickers.size;
  for (let count = 0; watcher.stickers.size - before < enough; count++) {
    const number = count % writers.length;
    const key = `${prefix}/${number}/${count}`;
    writers[number]?.edit((stickers) => stickers.set(key, count));
    sent[number]?.push(key);
    await until('not too many are under way', () => count - (watcher.stickers.size - before) < 60);
  }
  return sent;
}

/** What may not be missing after the relay was killed: all the watcher saw, and all that was acknowledged. */
function promised(
  writers: readonly TestClient[],
  sent: readonly (readonly string[])[],
  sentBefore: readonly number[],
  watcher: TestClient,
): ReadonlyMap<string, unknown> {
  const promises = new Map<string, unknown>(watcher.stickers.entries());
  for (const [number, writer] of writers.entries()) {
    const acknowledged = Math.max(0, writer.acknowledged - (sentBefore[number] ?? 0));
    for (const key of sent[number]?.slice(0, acknowledged) ?? []) promises.set(key, writer.stickers.get(key));
  }
  return promises;
}

it('[DU4] a killed relay loses nothing that a second person saw and nothing it acknowledged', async () => {
  const directory = await temporaryDirectory();
  const seed = Date.now() % 1_000_000;
  const random = seeded(seed);
  let promises: ReadonlyMap<string, unknown> = new Map();
  for (let round = 0; round <= ROUNDS; round++) {
    const relay = await startRelayProcess(directory);
    const watcher = await TestClient.join(relay.url('board', 'watcher'));
    for (const [key, value] of promises)
      expect(watcher.stickers.get(key), `seed ${seed}, round ${round}, ${key}`).toBe(value);
    const writers = await Promise.all(
      [0, 1, 2, 3].map((number) => TestClient.join(relay.url('board', `writer-${number}`))),
    );
    const sentBefore = writers.map((writer) => writer.sent);
    const sent = await writeUntilSeen(writers, watcher, 50 + Math.floor(random() * 300), `${round}`);
    await relay.kill();
    await Promise.all([watcher, ...writers].map((client) => client.closed()));
    promises = promised(writers, sent, sentBefore, watcher);
  }
  expect(promises.size).toBeGreaterThan(ROUNDS * 50);
});

/** A small seeded generator (mulberry32, public domain, Tommy Ettinger). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
