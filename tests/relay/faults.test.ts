import { join as joinPath } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { updateThatSets } from './support/client.ts';
import { type House, startHouse, temporaryDirectory } from './support/house.ts';
import { until } from './support/until.ts';

/** What goes wrong beneath the relay: nothing acknowledged is lost, other boards go on, and it is said what to do. */

/** The newest error in the log, as one text. */
function lastError({ log }: House): string {
  const newest = log.lines.filter(({ level }) => level === 'error').at(-1);
  return JSON.stringify(newest, (_, value: unknown) => (value instanceof Error ? value.message : value));
}

/** Somebody on another board, who may not notice any of it. */
async function bystander(house: House) {
  const somebody = await house.join('other');
  somebody.edit((stickers) => stickers.set('before', 1));
  await somebody.allAcknowledged();
  return somebody;
}

it('[DU5] a full disk: what is acknowledged stays, what is not waits, other boards are read and written, and all is saved when there is space', async () => {
  const house = await startHouse({ maxPages: 120 });
  const { join, store, metrics } = house;
  const other = await bystander(house);
  await store.append('filler', [new Uint8Array(150_000)]);
  const anna = await join('board');
  const acknowledged: string[] = [];
  for (let index = 0; anna.notices.length === 0; index++) {
    const before = anna.acknowledged;
    anna.edit((stickers) => stickers.set(`s${index}`, 'x'.repeat(30_000)));
    await until('taken or refused', () => anna.acknowledged > before || anna.notices.length > 0);
    if (anna.acknowledged > before) acknowledged.push(`s${index}`);
  }
  expect(anna.notices).toEqual([{ code: 'unsaved', reason: 'disk-full' }]);
  expect(lastError(house)).toMatch(/no space left.*free some space on that disk/);
  expect([metrics.of('relay_unsaved_rooms'), metrics.of('relay_store_errors_total append') > 0]).toEqual([
    1,
    true,
  ]);
  expect(house.relay.figures().relay_store_queue_bytes).toBeGreaterThan(30_000);
  // Small changes of others still fit, and who joins gets what is written.
  other.edit((stickers) => stickers.set('meanwhile', 1));
  await other.allAcknowledged();
  expect(other.notices).toEqual([]);
  const late = await join('board');
  expect(acknowledged.filter((key) => !late.stickers.has(key))).toEqual([]);
  expect(late.stickers.size).toBe(acknowledged.length);
  // Somebody makes room.
  await store.remove('filler');
  await anna.allAcknowledged();
  await until('late has all', () => late.stickers.size === anna.stickers.size);
  await until('said', () => anna.notices.at(-1)?.code === 'saved-again');
  expect(metrics.of('relay_unsaved_rooms')).toBe(0);
});

it('[DU5] a disk that turns read-only: nothing is acknowledged, nothing is lost, boards stay readable', async () => {
  const house = await startHouse();
  const { join, faults, metrics } = house;
  const other = await bystander(house);
  const anna = await join('board');
  anna.edit((stickers) => stickers.set('saved', 1));
  await anna.allAcknowledged();
  const before = anna.acknowledged;
  for (const verb of ['append', 'synced', 'compact'] as const) faults.refuse(verb, 'not-writable');
  anna.edit((stickers) => stickers.set('waiting', 1));
  await until('told', () => anna.notices.length > 0);
  expect(anna.notices).toEqual([{ code: 'unsaved', reason: 'store-unavailable' }]);
  expect(anna.acknowledged).toBe(before);
  expect(lastError(house)).toMatch(/"code":"not-writable".*kept in memory and tried again/);
  expect(metrics.of('relay_store_errors_total append')).toBeGreaterThan(0);
  const [late, lateOther] = [await join('board'), await join('other')];
  expect([late.stickers.toJSON(), lateOther.stickers.toJSON()]).toEqual([{ saved: 1 }, { before: 1 }]);
  expect(other.notices).toEqual([]);
  for (const verb of ['append', 'synced', 'compact'] as const) faults.heal(verb);
  await anna.allAcknowledged();
  await until('late has it', () => late.stickers.has('waiting'));
});

for (const verb of ['append', 'synced'] as const)
  it(`[DU14] a store that hangs (${verb}): people are told and the log says what to do, before it answers; then all is saved`, async () => {
    // In a server after five seconds, so within any hang of thirty.
    const house = await startHouse({ limits: { storePatience: 30, presenceHold: 10 } });
    const { join, faults, metrics, relay } = house;
    const other = await bystander(house);
    const [anna, bram] = [await join('board'), await join('board')];
    await anna.allAcknowledged();
    const before = anna.acknowledged;
    faults.hold(verb);
    anna.edit((stickers) => stickers.set('a', 1));
    await until('told', () => anna.notices.length > 0 && bram.notices.length > 0);
    expect(anna.notices).toEqual([{ code: 'unsaved', reason: 'store-unavailable' }]);
    expect(anna.acknowledged).toBe(before);
    expect(lastError(house)).toMatch(/takes too long.*check its disk/);
    expect(metrics.of(`relay_store_errors_total ${verb === 'append' ? 'append' : 'sync'}-slow`)).toBe(1);
    expect(metrics.of('relay_unsaved_rooms')).toBe(1);
    expect(relay.figures().relay_unsaved_seconds).toBeGreaterThan(0);
    anna.present({ sheet: 'canvas' });
    await until('presence goes on', () => bram.presence.has(anna.doc.clientID));
    expect([(await join('board')).notices[0]?.code, other.notices]).toEqual(['unsaved', []]);
    faults.heal(verb);
    await anna.allAcknowledged();
    await until('said', () => anna.notices.at(-1)?.code === 'saved-again');
    await until('bram has it', () => bram.stickers.get('a') === 1);
    expect(metrics.of('relay_unsaved_rooms')).toBe(0);
    await until('all on disk', () => relay.figures().relay_unsaved_seconds === 0);
  });

it('[DU14] a load that hangs is said in the log, and who waits is asked to try again', async () => {
  const house = await startHouse({ limits: { storePatience: 20, joinDeadline: 50, heartbeat: 10 } });
  const other = await bystander(house);
  house.faults.hold('load');
  expect(await (await house.open('board')).closed()).toBe(1013);
  await until('said', () => /takes too long to load/.test(lastError(house)));
  expect(house.metrics.of('relay_store_errors_total load-slow')).toBe(1);
  other.edit((stickers) => stickers.set('a', 1));
  await other.allAcknowledged();
});

it('[LO3] a corrupt row: its board is refused and left as it is, others go on, and the log says what to do', async () => {
  const directory = await temporaryDirectory();
  const first = await startHouse({ directory });
  await first.relay.create('board', updateThatSets('a', 1));
  await first.relay.create('other', updateThatSets('b', 1));
  await first.relay.close();
  await first.store.close();
  const file = joinPath(directory, 'samenbord.sqlite');
  const database = new DatabaseSync(file);
  database.exec("UPDATE updates SET crc = crc + 1 WHERE document = 'board'");
  const rows = (of: DatabaseSync) =>
    JSON.stringify(of.prepare('SELECT * FROM updates ORDER BY position').all());
  const before = rows(database);
  database.close();
  const house = await startHouse({ directory });
  expect(await (await house.open('board')).closed()).toBe(1013);
  expect(lastError(house)).toContain('npm run server -- check');
  expect(house.metrics.of('relay_store_errors_total load')).toBe(1);
  const other = await house.join('other');
  expect(other.stickers.toJSON()).toEqual({ b: 1 });
  await expect(house.relay.read('board')).rejects.toMatchObject({ code: 'corrupt' });
  const after = new DatabaseSync(file, { readOnly: true });
  expect(rows(after)).toBe(before);
  after.close();
});
