import { MESSAGE, SYNC } from '@samenbord/shared/protocol';
import * as encoding from 'lib0/encoding';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { syncMessage, type TestClient, updateThatSets } from './support/client.ts';
import { startHouse } from './support/house.ts';
import { until } from './support/until.ts';

const updatesSeen = (client: TestClient) =>
  client.frames.filter((frame) => frame[0] === MESSAGE.sync && frame[1] === SYNC.update).length;

it('[BO1] a message over the limit closes its connection with 4413 and harms nobody else', async () => {
  const { join, open } = await startHouse({ limits: { frame: 10_000 } });
  const anna = await join('board');
  const mallory = await open('board');
  mallory.send(new Uint8Array(10_001));
  expect(await mallory.closed()).toBe(4413);
  anna.edit((stickers) => stickers.set('a', 1));
  await anna.allAcknowledged();
});

it('[BO2] bytes that are no message close their connection with 4400', async () => {
  const { join, open } = await startHouse();
  const anna = await join('board');
  const bad: readonly (Uint8Array | string)[] = [
    Uint8Array.of(),
    Uint8Array.of(MESSAGE.auth, 0),
    Uint8Array.of(50),
    Uint8Array.of(MESSAGE.sync),
    Uint8Array.of(MESSAGE.sync, 3, 0),
    Uint8Array.of(MESSAGE.sync, SYNC.update, 200, 200, 200, 200, 1),
    Uint8Array.of(MESSAGE.sync, SYNC.step1, 1, 0, 99),
    Uint8Array.of(MESSAGE.sync, SYNC.step1, 2, 255, 255),
    Uint8Array.of(MESSAGE.awareness, 2, 255, 255),
    Uint8Array.of(MESSAGE.hello),
    'text',
  ];
  for (const message of bad) {
    const mallory = await open('board', {}, { join: false });
    mallory.socket.send(message);
    expect(await mallory.closed(), String(message)).toBe(4400);
  }
  anna.edit((stickers) => stickers.set('a', 1));
  await anna.allAcknowledged();
  expect(anna.closeCode).toBeUndefined();
});

it('[BO2] kinds of a newer version of ours are passed over', async () => {
  const { join } = await startHouse();
  const anna = await join('board');
  anna.send(Uint8Array.of(120, 1, 2, 3));
  anna.edit((stickers) => stickers.set('a', 1));
  await anna.allAcknowledged();
});

it('[BO3] what is no Yjs update is refused, said and counted; the connection goes on', async () => {
  const { join, metrics } = await startHouse();
  const anna = await join('board');
  // Truncated, random, one whose only struct is empty, and one that deletes nothing of somebody unknown.
  const whole = updateThatSets('a', 'text');
  anna.sendUpdate(whole.slice(0, -3));
  anna.sendUpdate(Uint8Array.of(200, 1, 2, 3));
  anna.sendUpdate(Uint8Array.of(1, 1, 5, 0, 0, 0, 0));
  anna.sendUpdate(Uint8Array.of(0, 1, 5, 1, 0, 0));
  await until('said', () => anna.notices.length === 4);
  expect(anna.notices).toEqual(Array.from({ length: 4 }, () => ({ code: 'refused', reason: 'malformed' })));
  anna.edit((stickers) => stickers.set('b', 1));
  await anna.allAcknowledged();
  expect(metrics.of('relay_refusals_total malformed')).toBe(4);
  expect((await join('board')).stickers.toJSON()).toEqual({ b: 1 });
});

it('[BO4] a document at its bound is refused more, stays readable, and can be made smaller', async () => {
  const { join } = await startHouse({ limits: { document: 50_000, documentWarning: 100 } });
  const anna = await join('board');
  for (let index = 0; index < 8; index++) {
    anna.edit((stickers) => stickers.set(`s${index}`, 'x'.repeat(5000)));
    await anna.allAcknowledged();
  }
  const bram = await join('board');
  bram.edit((stickers) => stickers.set('too much', 'y'.repeat(20_000)));
  await until('refused', () => bram.notices.length > 0);
  expect(bram.notices[0]).toEqual({ code: 'refused', reason: 'too-large' });
  await bram.allAcknowledged();
  const carla = await join('board');
  expect([carla.stickers.size, carla.stickers.has('too much')]).toEqual([8, false]);
  for (let index = 0; index < 6; index++) anna.edit((stickers) => stickers.delete(`s${index}`));
  await until('carla sees them go', () => carla.stickers.size === 2);
});

it('[BO4] when there is room again, who was refused is asked for it', async () => {
  const { join } = await startHouse({
    limits: { document: 50_000, documentWarning: 100, compactUpdates: 4 },
  });
  const anna = await join('board');
  for (let index = 0; index < 8; index++) {
    anna.edit((stickers) => stickers.set(`s${index}`, 'x'.repeat(5000)));
    await anna.allAcknowledged();
  }
  const bram = await join('board');
  bram.edit((stickers) => stickers.set('too much', 'y'.repeat(20_000)));
  await until('refused', () => bram.notices.length > 0);
  for (let index = 0; index < 8; index++) {
    anna.edit((stickers) => stickers.delete(`s${index}`));
    await anna.allAcknowledged();
  }
  await until('it came after all', () => anna.stickers.has('too much'));
});

const nearlyFull = ({ notices }: TestClient): number =>
  notices.filter(({ code }) => code === 'nearly-full').length;

it('[BO14] who has a document open is told that it is nearly full, once, and who comes later too', async () => {
  const { join, log, metrics } = await startHouse({ limits: { document: 50_000, documentWarning: 80 } });
  const [anna, bram] = [await join('board'), await join('board')];
  const plain = await join('board', {}, { hello: false });
  const add = async (index: number) => {
    anna.edit((stickers) => stickers.set(`s${index}`, 'x'.repeat(5000)));
    await anna.allAcknowledged();
  };
  for (let index = 0; index < 7; index++) await add(index);
  await bram.roundTrip();
  expect([nearlyFull(anna), nearlyFull(bram)]).toEqual([0, 0]);
  await add(7);
  await until('both are told', () => nearlyFull(anna) === 1 && nearlyFull(bram) === 1);
  const carla = await join('board');
  await until('carla too', () => nearlyFull(carla) === 1);
  await add(8);
  await bram.roundTrip();
  expect([nearlyFull(bram), plain.notices]).toEqual([1, []]);
  expect(metrics.of('relay_nearly_full_total')).toBe(1);
  expect(log.lines).toContainEqual(
    expect.objectContaining({ level: 'warn', message: expect.stringMatching(/nearly full.*RELAY_DOCUMENT/) }),
  );
  // Well below it again, and back: that is news.
  for (let index = 0; index < 8; index++) anna.edit((stickers) => stickers.delete(`s${index}`));
  await anna.allAcknowledged();
  for (let index = 0; index < 60 && nearlyFull(bram) === 1; index++) await add(index);
  expect(nearlyFull(bram)).toBe(2);
});

it('[BO14] what only lies uncompacted in the store fills nothing', async () => {
  const { join, metrics } = await startHouse({ limits: { document: 50_000, documentWarning: 80 } });
  const anna = await join('board');
  for (let index = 0; index < 60; index++) {
    anna.edit((stickers) => stickers.set('dragged', `${index} ${'x'.repeat(2000)}`));
    await anna.allAcknowledged();
  }
  expect([nearlyFull(anna), metrics.of('relay_nearly_full_total')]).toEqual([0, 0]);
});

it('[BO15] a connection carries the document of its address, and no message opens a second one on it', async () => {
  const house = await startHouse();
  const [anna, bram] = [await house.join('board'), await house.join('other')];
  bram.edit((stickers) => stickers.set('of other', 1));
  await bram.allAcknowledged();
  const named = (kind: number): Uint8Array => {
    const encoder = encoding.createEncoder();
    // As protocols that carry several documents on one socket begin their messages.
    encoding.writeVarString(encoder, 'other');
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, updateThatSets('smuggled', 1));
    return encoding.toUint8Array(encoder);
  };
  const senders = await Promise.all([0, 1, 2].map(() => house.join('board')));
  for (const [kind, sender] of senders.entries()) {
    sender.send(named(kind));
    expect(await sender.closed()).toBe(4400);
  }
  anna.sendUpdate(updateThatSets('of board', 1));
  await anna.allAcknowledged();
  await bram.roundTrip();
  expect(bram.stickers.toJSON()).toEqual({ 'of other': 1 });
  expect([anna.stickers.has('of other'), house.metrics.of('relay_rooms')]).toEqual([false, 2]);
});

it('[BO5] a slow reader misses presence, then gets its updates merged, and is whole when it reads again', async () => {
  const { join, metrics } = await startHouse({ limits: { slowFrom: 20_000, held: 100_000_000 } });
  const [anna, slow, other] = [await join('board'), await join('board'), await join('board')];
  slow.socket.pause();
  let sent = 0;
  // The kernel takes some megabytes for a reader that has stopped; after that the relay must hold.
  while (metrics.of('relay_updates_held_total') < 10) {
    anna.edit((stickers) => stickers.set(`s${sent % 10}`, 'x'.repeat(500_000)));
    anna.present({ at: sent++ });
    await anna.allAcknowledged();
  }
  await until('presence was skipped', () => metrics.of('relay_presence_skipped_total') > 0);
  await until('the other misses nothing', () => other.stickers.size === anna.stickers.size);
  expect(updatesSeen(other)).toBe(sent);
  slow.socket.resume();
  await until(
    'the slow one is whole',
    () => Y.encodeStateVector(slow.doc).join() === Y.encodeStateVector(anna.doc).join(),
  );
  await until('and sees her', () => slow.presence.get(anna.doc.clientID)?.clock === sent);
  expect(updatesSeen(slow)).toBeLessThan(sent);
});

it('[BO5] a reader that is slower still is closed with 4508 and has slowed nobody', async () => {
  const { join, metrics, server } = await startHouse({
    limits: { slowFrom: 20_000, held: 2_000_000, closeGrace: 50 },
  });
  const [anna, slow, other] = [await join('board'), await join('board'), await join('board')];
  slow.socket.pause();
  for (let index = 0; metrics.of('relay_closes_total 4508') === 0; index++) {
    anna.edit((stickers) => stickers.set(`s${index % 10}`, 'x'.repeat(500_000)));
    await anna.allAcknowledged();
  }
  await until(
    'the other misses nothing',
    () => JSON.stringify(other.stickers) === JSON.stringify(anna.stickers),
  );
  // It does not even read the close: its socket is cut after a moment.
  await until('its socket is gone', () => server.sockets[1]?.destroyed);
  expect(metrics.of('relay_connections')).toBe(2);
  slow.socket.terminate();
});

it('[BO5] of many questions a slow reader asks, only the newest is answered', async () => {
  const { join, relay, metrics } = await startHouse({ limits: { slowFrom: 20_000 } });
  await relay.create('board', updateThatSets('large', 'x'.repeat(6_000_000)));
  const slow = await join('board');
  slow.socket.pause();
  const ask = syncMessage(SYNC.step1, Uint8Array.of(0));
  for (let index = 0; index < 300; index++) slow.send(ask);
  await until('all were read', () => metrics.of('relay_frames_in_total step1') === 301);
  expect(metrics.of('relay_frames_out_total step2')).toBeLessThan(10);
  expect(slow.closeCode).toBeUndefined();
  slow.socket.resume();
  const before = slow.answers;
  await until('and answered', () => slow.answers > before);
});

it('[BO6] what waits for a store that refuses is bounded: who sends more may try again later', async () => {
  const { join, faults } = await startHouse({ limits: { backlog: 20_000 } });
  const [anna, bram] = [await join('board'), await join('board')];
  faults.refuse('append');
  for (let index = 0; index < 8; index++)
    anna.edit((stickers) => stickers.set(`s${index}`, 'x'.repeat(5000)));
  expect(await anna.closed()).toBe(1013);
  expect(bram.closeCode).toBeUndefined();
  faults.heal('append');
  await until('what was taken is saved', () => bram.stickers.size > 0);
  const again = await join('board', {}, { doc: anna.doc });
  await again.allAcknowledged();
  await until('nothing was lost', () => bram.stickers.size === 8);
});

it('[BO7] changes that build on nothing and pile up close who sends them', async () => {
  const { join } = await startHouse({ limits: { pending: 20_000 } });
  const anna = await join('board');
  const mallory = await join('board');
  const offline = new Y.Doc();
  const updates: Uint8Array[] = [];
  offline.on('update', (update: Uint8Array) => updates.push(update));
  for (let index = 0; index < 10; index++) offline.getMap('stickers').set(`s${index}`, 'x'.repeat(5000));
  for (const update of updates.slice(1)) mallory.sendUpdate(update);
  expect(await mallory.closed()).toBe(4400);
  anna.edit((stickers) => stickers.set('a', 1));
  await anna.allAcknowledged();
});

it('[BO8] one who sends faster than the pace is read later, loses nothing and stays', async () => {
  const { join } = await startHouse({ limits: { messagesPerSecond: 200 } });
  const [anna, bram] = [await join('board'), await join('board')];
  for (let index = 0; index < 400; index++) anna.edit((stickers) => stickers.set('a', index));
  await anna.allAcknowledged();
  await until('all came', () => bram.stickers.get('a') === 399);
  expect(anna.closeCode).toBeUndefined();
});

it('[BO9] one who gives no sign of life is cut, one who does stays', async () => {
  const { join, metrics } = await startHouse({ limits: { heartbeat: 20, missedHeartbeats: 3 } });
  const anna = await join('board');
  const dead = await join('board');
  dead.present({ here: 1 });
  await until('seen', () => anna.presence.get(dead.doc.clientID)?.state);
  dead.socket.pause();
  await until('gone', () => anna.presence.get(dead.doc.clientID)?.state === null);
  expect(metrics.of('relay_closes_total silent')).toBe(1);
  expect(anna.closeCode).toBeUndefined();
});

it('[BO9] one who never asks for the document is closed with 4508', async () => {
  const { open } = await startHouse({ limits: { heartbeat: 10, joinDeadline: 300 } });
  expect(await (await open('board', {}, { join: false })).closed()).toBe(4508);
});

it('[BO10] a state vector over its bound closes its connection with 4413', async () => {
  const { join } = await startHouse({ limits: { stateVector: 100 } });
  const anna = await join('board');
  anna.send(syncMessage(SYNC.step1, new Uint8Array(101)));
  expect(await anna.closed()).toBe(4413);
});

it('[BO11] pings of one who does not read the answers do not pile up', async () => {
  const { join, server } = await startHouse({ limits: { slowFrom: 20_000, closeGrace: 50 } });
  const slow = await join('board');
  slow.socket.pause();
  const payload = Buffer.alloc(125, 1);
  const end = server.sockets[0];
  for (let round = 0; round < 400; round++) {
    for (let index = 0; index < 250; index++) slow.socket.ping(payload);
    await until('they have left', () => slow.socket.bufferedAmount === 0);
    expect(end?.writableLength ?? 0).toBeLessThan(60_000);
  }
});
