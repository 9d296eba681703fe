import { readdirSync, readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { CLOSE } from '@samenbord/shared/protocol';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { updateThatSets } from './support/client.ts';
import { startHouse, temporaryDirectory } from './support/house.ts';
import { until } from './support/until.ts';

const CANARY = 'kanarievogel-die-zingt';
const filesOf = (directory: string): string =>
  readdirSync(directory)
    .map((name) => readFileSync(joinPath(directory, name), 'latin1'))
    .join('');

it('[AD5] changes a document that nobody has open, and one that somebody has', async () => {
  const { relay, join } = await startHouse();
  await relay.create('board', updateThatSets('a', 1));
  expect(await relay.change('board', (doc) => doc.getMap('stickers').get('a'))).toBe(1);
  await relay.change('board', (doc) => doc.getMap('stickers').set('b', 2));
  const anna = await join('board');
  expect(anna.stickers.toJSON()).toEqual({ a: 1, b: 2 });
  await relay.change('board', (doc) => doc.getMap('stickers').set('b', 3));
  await until('she sees it', () => anna.stickers.get('b') === 3);
});

it('[AD5] of many changes at once each sees the one before it', async () => {
  const { relay, join, store } = await startHouse();
  const anna = await join('board');
  const counts = Array.from({ length: 50 }, () =>
    relay.change('board', (doc) => {
      const next = Number(doc.getMap('stickers').get('count') ?? 0) + 1;
      doc.getMap('stickers').set('count', next);
      return next;
    }),
  );
  expect(await Promise.all(counts)).toEqual(counts.map((_, index) => index + 1));
  await until('she sees the last', () => anna.stickers.get('count') === 50);
  const kept = new Y.Doc();
  for (const update of (await store.load('board'))?.updates ?? []) Y.applyUpdate(kept, update);
  expect(kept.getMap('stickers').get('count')).toBe(50);
});

it('[AD5] what changes nothing writes nothing', async () => {
  const { relay, store } = await startHouse();
  await relay.change('board', () => undefined);
  expect(await store.load('board')).toBeUndefined();
});

it('[AD5] a change that throws harms nothing and holds up nothing', async () => {
  const { relay } = await startHouse();
  const failing = relay.change('board', () => {
    throw new RangeError('no');
  });
  const next = relay.change('board', (doc) => doc.getMap('stickers').set('a', 1));
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe(1);
});

it('[AD6] what was deleted is in no file after compacting, and not in what is sent to who joins', async () => {
  const directory = await temporaryDirectory();
  const { relay, store, join } = await startHouse({ directory });
  const anna = await join('board');
  anna.edit((stickers) => stickers.set('secret', new Y.Text(CANARY)));
  anna.edit((stickers) => stickers.set('rest', 1));
  await anna.allAcknowledged();
  const reader = await join('board');
  expect(JSON.stringify(reader.stickers)).toContain(CANARY);
  expect(filesOf(directory)).toContain(CANARY);
  anna.edit((stickers) => stickers.delete('secret'));
  await anna.allAcknowledged();
  await relay.compact('board');
  await store.scrub();
  expect(filesOf(directory)).not.toContain(CANARY);
  const later = await join('board');
  expect(later.stickers.toJSON()).toEqual({ rest: 1 });
  expect(Buffer.concat(later.frames).toString('latin1')).not.toContain(CANARY);
});

it('[AD7] removes a document that people are writing in: from memory, from the files, for everybody', async () => {
  const directory = await temporaryDirectory();
  const { relay, join, store } = await startHouse({ directory });
  const people = await Promise.all([join('board'), join('board'), join('other')]);
  const [anna, bram, other] = people;
  for (let index = 0; index < 30; index++)
    for (const person of people) person.edit((stickers) => stickers.set(CANARY, `${CANARY} ${index}`));
  const removed = relay.remove('board', CLOSE.over);
  anna.edit((stickers) => stickers.set('after', CANARY));
  await removed;
  expect([await anna.closed(), await bram.closed()]).toEqual([CLOSE.over, CLOSE.over]);
  expect(await store.load('board')).toBeUndefined();
  await other.allAcknowledged();
  await relay.remove('other', CLOSE.noBoard);
  expect(await other.closed()).toBe(CLOSE.noBoard);
  expect(filesOf(directory)).not.toContain(CANARY);
  expect((await join('board')).stickers.size).toBe(0);
});

it('[AD8] ending a document closes everybody and keeps all that was taken', async () => {
  const { relay, join, store } = await startHouse();
  const [anna, other] = [await join('board/a'), await join('board/b')];
  const taken = new Set<string>();
  for (let index = 0; index < 30; index++) anna.edit((stickers) => stickers.set(`s${index}`, index));
  await until('some of it has come', () => anna.acknowledged > 1);
  expect(relay.names('board').toSorted()).toEqual(['board/a', 'board/b']);
  const acknowledged = anna.acknowledged;
  await relay.end('board/a', CLOSE.over);
  expect(await anna.closed()).toBe(CLOSE.over);
  const kept = new Y.Doc();
  const { snapshot, updates = [] } = (await store.load('board/a')) ?? {};
  for (const update of snapshot === undefined ? updates : [snapshot, ...updates]) Y.applyUpdate(kept, update);
  for (const key of kept.getMap('stickers').keys()) taken.add(key);
  // The first message was the answer to the relay's question.
  expect(taken.size).toBeGreaterThanOrEqual(acknowledged - 1);
  await other.roundTrip();
});

it('[AD7] who comes while it is being removed finds it empty, and may begin anew', async () => {
  const { relay, join } = await startHouse();
  await relay.create('board', updateThatSets('old', 1));
  const anna = await join('board');
  const removed = relay.remove('board', CLOSE.over);
  const bram = await join('board');
  await removed;
  expect(bram.stickers.size).toBe(0);
  bram.edit((stickers) => stickers.set('new', 1));
  await bram.allAcknowledged();
  expect(await anna.closed()).toBe(CLOSE.over);
  expect((await join('board')).stickers.toJSON()).toEqual({ new: 1 });
});

it('[AD7] a change of the server’s own that meets a removal is refused and leaves nothing', async () => {
  const { relay, store, faults, join } = await startHouse();
  await join('board');
  faults.hold('append');
  const first = relay.change('board', (doc) => doc.getMap('stickers').set('a', 1));
  await until('it is under way to the store', () => faults.count('append') === 1);
  const refusals = [first, relay.create('board', updateThatSets('b', 1))].map((change) =>
    change.then(
      () => undefined,
      (error: unknown) => error,
    ),
  );
  const removed = relay.remove('board', CLOSE.over);
  faults.release('append');
  await removed;
  for (const refusal of await Promise.all(refusals)) expect(refusal).toMatchObject({ code: 'unavailable' });
  expect(await store.load('board')).toBeUndefined();
});

it('[AD7] forgetting leaves the store as it is', async () => {
  const { relay, join } = await startHouse();
  const anna = await join('board');
  anna.edit((stickers) => stickers.set('a', 1));
  await anna.allAcknowledged();
  await relay.forget('board', CLOSE.tryAgain);
  expect(await anna.closed()).toBe(CLOSE.tryAgain);
  expect((await join('board')).stickers.toJSON()).toEqual({ a: 1 });
});
