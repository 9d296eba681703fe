import { MESSAGE, SYNC } from '@samenbord/shared/protocol';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { updateThatSets } from './support/client.ts';
import { startHouse } from './support/house.ts';
import { until } from './support/until.ts';

it('[LO1] answers nobody before the document is loaded, and everybody after', async () => {
  const { open, faults, store } = await startHouse();
  await store.append('board', [updateThatSets('a', 1)]);
  faults.hold('load');
  const anna = await open('board');
  const bram = await open('board');
  await until('the load has begun', () => faults.count('load') === 1);
  anna.present({ sheet: 'canvas' });
  // The relay has read what anna said when the answer to a ping, sent after it, is back.
  await new Promise((resolve) => {
    anna.socket.once('pong', resolve);
    anna.socket.ping();
  });
  expect([...anna.frames, ...bram.frames]).toEqual([]);
  faults.heal('load');
  await until('both have it', () => anna.stickers.get('a') === 1 && bram.stickers.get('a') === 1);
  expect(anna.frames[0]?.slice(0, 2)).toEqual(Uint8Array.of(MESSAGE.sync, SYNC.step1));
});

it('[LO2] keeps what comes before the document is loaded, in order, and takes it then', async () => {
  const { open, join, faults } = await startHouse();
  faults.hold('load');
  const anna = await open('board');
  anna.edit((stickers) => stickers.set('early', 1));
  anna.edit((stickers) => stickers.set('early', 2));
  anna.present({ sheet: 'canvas' });
  faults.heal('load');
  await anna.allAcknowledged();
  const bram = await join('board');
  expect(bram.stickers.get('early')).toBe(2);
  await until('present', () => bram.presence.has(anna.doc.clientID));
});

it('[LO2] stops reading a socket that sends more than its bound, and loses nothing of it', async () => {
  const { open, join, faults } = await startHouse({ limits: { beforeLoad: 10_000 } });
  faults.hold('load');
  const anna = await open('board');
  for (let index = 0; index < 200; index++)
    anna.edit((stickers) => stickers.set(`s${index}`, 'x'.repeat(20_000)));
  await until('the load has begun', () => faults.count('load') === 1);
  expect(anna.closeCode).toBeUndefined();
  faults.heal('load');
  await anna.allAcknowledged();
  expect((await join('board')).stickers.size).toBe(200);
});

it('[LO3] a document that cannot be loaded is shown to nobody as empty; who waits may try again', async () => {
  const { open, join, faults, store, log } = await startHouse();
  await store.append('board', [updateThatSets('a', 1)]);
  faults.hold('load');
  const anna = await open('board');
  await until('the load has begun', () => faults.count('load') === 1);
  const bram = await open('board');
  faults.refuse('load', 'unavailable');
  faults.release('load');
  expect([await anna.closed(), await bram.closed()]).toEqual([1013, 1013]);
  expect([...anna.frames, ...bram.frames]).toEqual([]);
  expect(
    log.lines.some(({ level, message }) => level === 'error' && message.includes('cannot be loaded')),
  ).toBe(true);
  faults.heal('load');
  expect((await join('board')).stickers.get('a')).toBe(1);
});

it('[LO3] stored bytes that are no document are not shown as an empty one, and not overwritten', async () => {
  const { open, store } = await startHouse();
  await store.append('board', [Uint8Array.of(255, 255, 255, 1, 2, 3)]);
  const anna = await open('board');
  expect(await anna.closed()).toBe(1013);
  expect(anna.frames).toEqual([]);
  expect((await store.load('board'))?.updates).toEqual([Uint8Array.of(255, 255, 255, 1, 2, 3)]);
});

it('[LO4] who waits longer than the deadline for a store that hangs is asked to try again', async () => {
  const { open, faults } = await startHouse({ limits: { joinDeadline: 50, heartbeat: 10 } });
  faults.hold('load');
  expect(await (await open('board')).closed()).toBe(1013);
});

it('[LO5] many who come at once share one load', async () => {
  const { join, faults } = await startHouse();
  await Promise.all(Array.from({ length: 20 }, () => join('board')));
  expect(faults.count('load')).toBe(1);
});

it('[LO6] migrates after loading, and stores what that changed before it answers', async () => {
  const { open, faults, store } = await startHouse({
    migrate: (doc, name) => {
      doc.getMap('stickers').set('schema', name);
      doc.getMap('stickers').delete('old');
    },
  });
  await store.append('board', [updateThatSets('old', 1)]);
  faults.hold('append');
  const anna = await open('board');
  await until('the migration is being stored', () => faults.count('append') === 1);
  expect(anna.frames).toEqual([]);
  faults.heal('append');
  await until('in step', () => anna.synced);
  expect(anna.stickers.toJSON()).toEqual({ schema: 'board' });
  const kept = new Y.Doc();
  for (const update of (await store.load('board'))?.updates ?? []) Y.applyUpdate(kept, update);
  expect(kept.getMap('stickers').toJSON()).toEqual({ schema: 'board' });
});

it('[LO6] a migration that fails, or that cannot be stored, counts as a failed load', async () => {
  const failing = await startHouse({
    migrate: () => {
      throw new Error('made to fail');
    },
  });
  await failing.store.append('board', [updateThatSets('a', 1)]);
  expect(await (await failing.open('board')).closed()).toBe(1013);
  const refused = await startHouse({ migrate: (doc) => doc.getMap('stickers').set('schema', 1) });
  await refused.store.append('board', [updateThatSets('a', 1)]);
  refused.faults.refuse('append');
  expect(await (await refused.open('board')).closed()).toBe(1013);
});

it('[LO6] a document that was never written is not migrated', async () => {
  const { join, store } = await startHouse({ migrate: (doc) => doc.getMap('stickers').set('schema', 1) });
  expect((await join('board')).stickers.size).toBe(0);
  expect(await store.load('board')).toBeUndefined();
});

it('[LO7] an empty client gets all, one that was here before only what it lacks', async () => {
  const { join } = await startHouse();
  const anna = await join('board');
  anna.edit((stickers) => stickers.set('long', 'x'.repeat(5000)));
  await anna.allAcknowledged();
  const bram = await join('board');
  await bram.close();
  anna.edit((stickers) => stickers.set('later', 1));
  await anna.allAcknowledged();
  const again = await join('board', {}, { doc: bram.doc });
  await until('the rest came', () => again.stickers.get('later') === 1);
  expect(again.frames.reduce((sum, frame) => sum + frame.byteLength, 0)).toBeLessThan(1000);
  const fresh = await join('board');
  await until('all came', () => fresh.stickers.get('later') === 1 && fresh.stickers.has('long'));
});

it('[LO7] many changes between two who join: the second gets all of them', async () => {
  const { join } = await startHouse();
  const anna = await join('board');
  anna.edit((stickers) => stickers.set('first', 1));
  for (let round = 0; round < 5; round++) {
    const before = await join('board');
    for (let index = 0; index < 40; index++)
      anna.edit((stickers) => stickers.set(`s${index % 7}`, [round, index]));
    await anna.allAcknowledged();
    const after = await join('board');
    await until(
      'in step',
      () => JSON.stringify(after.stickers.toJSON()) === JSON.stringify(anna.stickers.toJSON()),
    );
    await until(
      'in step too',
      () => Y.encodeStateVector(before.doc).join() === Y.encodeStateVector(anna.doc).join(),
    );
  }
});

it('[LO8] asks every client for what the relay lacks', async () => {
  const { join } = await startHouse();
  const offline = new Y.Doc();
  offline.getMap('stickers').set('made offline', true);
  const anna = await join('board', {}, { doc: offline });
  const bram = await join('board');
  await until('it came', () => bram.stickers.get('made offline') === true);
  await anna.allAcknowledged();
});
