import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { startHouse } from './support/house.ts';
import { until } from './support/until.ts';

it('[ME1] a room with nobody in it and nothing unsaved leaves memory', async () => {
  const { join, metrics } = await startHouse({ limits: { linger: 10 } });
  const people = await Promise.all(['a', 'b', 'a/table'].map((document) => join(document)));
  expect(metrics.of('relay_rooms')).toBe(3);
  for (const person of people) {
    person.edit((stickers) => stickers.set('x', 1));
    await person.close();
  }
  await until('all rooms have left', () => metrics.of('relay_rooms') === 0);
  expect(metrics.of('relay_connections')).toBe(0);
  expect((await join('a')).stickers.get('x')).toBe(1);
});

it('[ME1] also when everybody left before it was loaded', async () => {
  const { open, faults, metrics } = await startHouse({ limits: { linger: 10 } });
  faults.hold('load');
  const anna = await open('board');
  await anna.close();
  faults.heal('load');
  await until('it has left', () => metrics.of('relay_rooms') === 0);
});

it('[ME2] a room with unsaved changes stays until they are saved, though nobody is in it', async () => {
  const { join, faults, metrics, relay } = await startHouse({ limits: { linger: 5 } });
  const anna = await join('board');
  faults.refuse('append');
  anna.edit((stickers) => stickers.set('a', 1));
  await until('refused', () => anna.notices.length > 0);
  await anna.close();
  const tried = faults.count('append');
  await until('tried on', () => faults.count('append') > tried + 3);
  expect(metrics.of('relay_rooms')).toBe(1);
  faults.heal('append');
  await until('it has left', () => metrics.of('relay_rooms') === 0);
  expect((await join('board')).stickers.get('a')).toBe(1);
  expect(await relay.read('board')).toBeDefined();
});

it('[ME3] who comes back in time finds the room in memory', async () => {
  const { join, faults, metrics } = await startHouse({ limits: { linger: 60_000 } });
  const anna = await join('board');
  anna.edit((stickers) => stickers.set('a', 1));
  await anna.allAcknowledged();
  await anna.close();
  await until('she is gone', () => metrics.of('relay_connections') === 0);
  expect((await join('board')).stickers.get('a')).toBe(1);
  expect(faults.count('load')).toBe(1);
});

it('[ME3] who comes while the room is being compacted on its way out finds all of it', async () => {
  const { join, faults, metrics } = await startHouse({ limits: { linger: 1 } });
  const anna = await join('board');
  for (let index = 0; index < 3; index++) {
    anna.edit((stickers) => stickers.set(`s${index}`, index));
    await anna.allAcknowledged();
  }
  faults.hold('compact');
  await anna.close();
  await until('it is being compacted', () => faults.count('compact') === 1);
  const bram = await join('board');
  bram.edit((stickers) => stickers.set('meanwhile', 1));
  await bram.allAcknowledged();
  faults.heal('compact');
  await bram.roundTrip();
  expect(metrics.of('relay_rooms')).toBe(1);
  await bram.close();
  await until('it has left', () => metrics.of('relay_rooms') === 0);
  expect((await join('board')).stickers.size).toBe(4);
});

it('[ME4] a small change does not keep what its socket read in memory', async () => {
  const { join, faults } = await startHouse();
  const held: number[] = [];
  const append = faults.append.bind(faults);
  faults.append = (document, updates) => {
    held.push(...updates.map((update) => update.buffer.byteLength));
    return append(document, updates);
  };
  const anna = await join('board');
  anna.edit((stickers) => stickers.set('a', 1));
  await anna.allAcknowledged();
  anna.edit((stickers) => stickers.set('b', 1));
  await anna.allAcknowledged();
  expect(held.length).toBe(2);
  expect(Math.max(...held)).toBeLessThan(200);
});

it('[ME5] a document at rest sleeps, and wakes for the next change', async () => {
  const { join, metrics, relay } = await startHouse({ limits: { restAfter: 30 } });
  const [anna, bram] = [await join('board'), await join('board')];
  for (let round = 0; round < 3; round++) {
    anna.edit((stickers) => stickers.set(`a${round}`, round));
    anna.edit((stickers) => stickers.delete('gone'));
    await anna.allAcknowledged();
    await until('it sleeps', () => metrics.of('relay_sleeping_rooms') === 1);
    bram.edit((stickers) => stickers.set(`b${round}`, round));
    await bram.allAcknowledged();
    await until('she has it', () => anna.stickers.get(`b${round}`) === round);
  }
  const copy = new Y.Doc();
  Y.applyUpdate(copy, (await relay.read('board')) ?? expect.fail('there is none'));
  expect(copy.getMap('stickers').toJSON()).toEqual(anna.stickers.toJSON());
});

it('[ME5] who joins while it sleeps gets it, whole or what they lack, and brings what it lacks', async () => {
  const { join, metrics } = await startHouse({ limits: { restAfter: 30 } });
  const asleep = () => until('it sleeps', () => metrics.of('relay_sleeping_rooms') === 1);
  const anna = await join('board');
  anna.edit((stickers) => stickers.set('a', 1));
  await anna.allAcknowledged();
  const early = new Y.Doc();
  Y.applyUpdate(early, Y.encodeStateAsUpdate(anna.doc));
  anna.edit((stickers) => stickers.set('b', 2));
  anna.edit((stickers) => stickers.delete('a'));
  await anna.allAcknowledged();
  await asleep();
  const whole = await join('board');
  expect(whole.stickers.toJSON()).toEqual({ b: 2 });
  const returning = await join('board', {}, { doc: early });
  expect(returning.stickers.toJSON()).toEqual({ b: 2 });
  await returning.allAcknowledged();
  await asleep();
  const offline = new Y.Doc();
  Y.applyUpdate(offline, Y.encodeStateAsUpdate(anna.doc));
  offline.getMap('stickers').set('c', 3);
  await join('board', {}, { doc: offline });
  await until('what was done offline has come', () => anna.stickers.get('c') === 3);
});

it('[ME5] one that is larger than may sleep, or in which changes wait for others, stays awake', async () => {
  const { join, metrics } = await startHouse({ limits: { restAfter: 10, restMost: 2000 } });
  const [anna, bram] = [await join('large'), await join('waiting')];
  anna.edit((stickers) => stickers.set('a', 'x'.repeat(3000)));
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.getMap('stickers').set('a', 1);
  doc.getMap('stickers').set('b', 1);
  const [first, second] = updates;
  if (first === undefined || second === undefined) expect.fail('no updates');
  bram.sendUpdate(second);
  await Promise.all([anna.allAcknowledged(), bram.allAcknowledged()]);
  const carla = await join('small');
  carla.edit((stickers) => stickers.set('a', 1));
  await until('the small one sleeps', () => metrics.of('relay_sleeping_rooms') === 1);
  bram.sendUpdate(first);
  await bram.allAcknowledged();
  expect((await join('waiting')).stickers.toJSON()).toEqual({ a: 1, b: 1 });
  await until('the other sleeps too now', () => metrics.of('relay_sleeping_rooms') === 2);
});
