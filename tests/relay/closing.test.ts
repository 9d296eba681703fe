import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { updateThatSets } from './support/client.ts';
import { startHouse } from './support/house.ts';
import { until } from './support/until.ts';

it('[CL1] closing saves and acknowledges what it took, and closes everybody with 1012', async () => {
  const { join, relay, store, faults } = await startHouse();
  const people = [await join('a'), await join('a'), await join('b')];
  faults.hold('append');
  for (const [index, person] of people.entries()) person.edit((stickers) => stickers.set(`s${index}`, 1));
  await until('it is being written', () => faults.count('append') >= 2);
  const closing = relay.close();
  faults.heal('append');
  await closing;
  for (const person of people) {
    expect(await person.closed()).toBe(1012);
    expect(person.acknowledged).toBe(person.sent);
  }
  const kept = new Y.Doc();
  for (const update of (await store.load('a'))?.updates ?? []) Y.applyUpdate(kept, update);
  expect(kept.getMap('stickers').size).toBe(2);
  await relay.close();
});

it('[CL1] takes nothing once it has begun to close, so that nothing is lost that was acknowledged', async () => {
  const { join, relay, store, faults } = await startHouse();
  const anna = await join('board');
  faults.hold('synced');
  anna.edit((stickers) => stickers.set('before', 1));
  await until('it is being flushed', () => faults.count('synced') > 0);
  const closing = relay.close();
  anna.edit((stickers) => stickers.set('after', 1));
  await new Promise((resolve) => {
    anna.socket.once('pong', resolve);
    anna.socket.ping();
  });
  faults.heal('synced');
  await closing;
  await anna.closed();
  expect(anna.acknowledged).toBe(anna.sent - 1);
  const kept = new Y.Doc();
  for (const update of (await store.load('board'))?.updates ?? []) Y.applyUpdate(kept, update);
  expect(kept.getMap('stickers').toJSON()).toEqual({ before: 1 });
});

it('[CL2] a store that refuses to the end: closes in bounded time and says what is not saved', async () => {
  const { join, relay, faults, log } = await startHouse({ limits: { closeTimeout: 100 } });
  const anna = await join('board');
  faults.refuse('append');
  anna.edit((stickers) => stickers.set('a', 1));
  await until('refused', () => anna.notices.length > 0);
  await relay.close();
  expect(await anna.closed()).toBe(1012);
  const said = log.lines.find(({ message }) => message.startsWith('NOT SAVED'));
  expect(said?.level).toBe('error');
  expect(said?.fields).toMatchObject({ document: 'board' });
  expect(anna.acknowledged).toBe(anna.sent - 1);
});

it('[CL2] a store that recovers in that time: all is saved', async () => {
  const { join, relay, store, faults } = await startHouse({
    limits: { closeTimeout: 10_000, retryMost: 60_000 },
  });
  const anna = await join('board');
  faults.refuse('append');
  anna.edit((stickers) => stickers.set('a', 1));
  await until('refused', () => faults.count('append') > 3);
  const closing = relay.close();
  faults.heal('append');
  await closing;
  expect((await store.load('board'))?.updates.length).toBe(1);
});

it('[CL4] a store that refuses keeps nobody waiting: what was not acknowledged goes along, and is still saved here', async () => {
  const { join, relay, store, faults } = await startHouse({
    limits: { closeTimeout: 60_000, handOver: 20 },
  });
  const people = [await join('a'), await join('b')];
  await Promise.all(people.map((person) => person.allAcknowledged()));
  faults.refuse('append');
  for (const person of people) person.edit((stickers) => stickers.set('kept', 1));
  await until('refused', () => people.every(({ notices }) => notices.length > 0));
  const making = relay.create('c', updateThatSets('a', 1)).catch(() => undefined);
  const closing = relay.close();
  for (const person of people) {
    expect(await person.closed()).toBe(1012);
    expect(person.acknowledged).toBe(person.sent - 1);
  }
  faults.heal('append');
  await Promise.all([closing, making]);
  expect((await store.load('a'))?.updates.length).toBe(1);
});

it('[CL3] who comes after is closed with 1012', async () => {
  const { open, relay } = await startHouse();
  await relay.close();
  expect(await (await open('board')).closed()).toBe(1012);
});

it('[AD1] makes a document, on disk when it resolves, whether or not somebody has it open', async () => {
  const { join, relay, faults, store } = await startHouse();
  await relay.create('new', updateThatSets('a', 1));
  expect((await store.load('new'))?.position).toBeLessThanOrEqual(faults.syncedUpTo);
  expect((await join('new')).stickers.get('a')).toBe(1);
  const anna = await join('open');
  await relay.create('open', updateThatSets('b', 1));
  await until('she sees it', () => anna.stickers.get('b') === 1);
  await expect(relay.create('bad', Uint8Array.of(1, 2, 3))).rejects.toThrow(TypeError);
  faults.refuse('append');
  await expect(relay.create('refused', updateThatSets('a', 1))).rejects.toMatchObject({ code: 'disk-full' });
});

it('[AD1] who joins while a document is being made gets it', async () => {
  const { open, relay, faults } = await startHouse();
  faults.hold('append');
  const making = relay.create('board', updateThatSets('a', 1));
  const anna = await open('board');
  await until('it is being written', () => faults.count('append') === 1);
  faults.heal('append');
  await making;
  await until('she has it', () => anna.stickers.get('a') === 1);
});

it('[AD2] reads a document from memory or from the store, and knows when there is none', async () => {
  const { join, relay, metrics } = await startHouse();
  const readJson = async () => {
    const update = await relay.read('board');
    if (update === undefined) return undefined;
    const doc = new Y.Doc();
    Y.applyUpdate(doc, update);
    return doc.getMap('stickers').toJSON();
  };
  expect(await readJson()).toBeUndefined();
  const anna = await join('board');
  expect(await readJson()).toBeUndefined();
  anna.edit((stickers) => stickers.set('a', 1));
  anna.edit((stickers) => stickers.set('b', 2));
  await anna.allAcknowledged();
  expect(await readJson()).toEqual({ a: 1, b: 2 });
  await anna.close();
  await until('it has left memory', () => metrics.of('relay_rooms') === 0);
  expect(await readJson()).toEqual({ a: 1, b: 2 });
});

it('[AD3] closes the connections it is told to, and no others', async () => {
  const { join, relay } = await startHouse();
  const anna = await join('board', { link: 'good' });
  const bram = await join('board', { link: 'withdrawn' });
  const elsewhere = await join('other', { link: 'withdrawn' });
  relay.disconnect((session, document) => session.link === 'withdrawn' && document === 'board', 4410);
  expect(await bram.closed()).toBe(4410);
  anna.edit((stickers) => stickers.set('a', 1));
  elsewhere.edit((stickers) => stickers.set('a', 1));
  await Promise.all([anna.allAcknowledged(), elsewhere.allAcknowledged()]);
});

it('[AD4] takes nothing more of a socket that something else has closed', async () => {
  const { join, server, store } = await startHouse();
  const anna = await join('board');
  anna.edit((stickers) => stickers.set('before', 1));
  await anna.allAcknowledged();
  server.accepted[0]?.close(4401);
  // She has not heard of it yet, so this still goes out.
  anna.edit((stickers) => stickers.set('after', 1));
  expect(await anna.closed()).toBe(4401);
  await until('the socket is gone', () => server.sockets[0]?.destroyed);
  expect((await join('board')).stickers.toJSON()).toEqual({ before: 1 });
  expect((await store.load('board'))?.updates.length).toBe(1);
});
