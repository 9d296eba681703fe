import { MESSAGE, SYNC } from '@samenbord/shared/protocol';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import type { TestClient } from './support/client.ts';
import { startHouse } from './support/house.ts';
import { until } from './support/until.ts';

const isUpdate = (frame: Uint8Array) => frame[0] === MESSAGE.sync && frame[1] === SYNC.update;
const isPresence = (frame: Uint8Array) => frame[0] === MESSAGE.awareness;
const updatesSeen = (client: TestClient) => client.frames.filter(isUpdate).length;

it('[FA1] sends everybody every change', async () => {
  const { join } = await startHouse();
  const people = await Promise.all(Array.from({ length: 5 }, () => join('board')));
  for (const [number, person] of people.entries())
    for (let index = 0; index < 20; index++)
      person.edit((stickers) => stickers.set(`${number}/${index}`, index));
  await until('all have all', () => people.every((person) => person.stickers.size === 100));
});

it('[FA2] sends what arrives in one window as one message per person, merged', async () => {
  // A window that does not end by itself: the rooms counts as busy from the first message on.
  const { join, metrics } = await startHouse({ limits: { quietLoad: -1, busyLoad: 0, windowMost: 300 } });
  const [anna, bram, carla] = [await join('board'), await join('board'), await join('board')];
  anna.edit((stickers) => stickers.set('first', 1));
  await until('the window before is over', () => carla.stickers.size === 1);
  const [updates, presences] = [updatesSeen(carla), carla.frames.filter(isPresence).length];
  for (let index = 0; index < 20; index++) {
    anna.edit((stickers) => stickers.set(`a${index}`, index));
    bram.edit((stickers) => stickers.set(`b${index}`, index));
    anna.present({ count: index });
    bram.present({ count: index });
  }
  await until('all is there', () => carla.stickers.size === 41 && carla.presence.size === 2);
  expect(updatesSeen(carla) - updates).toBeLessThanOrEqual(2);
  expect(carla.frames.filter(isPresence).length - presences).toBeLessThanOrEqual(2);
  expect(carla.presence.get(anna.doc.clientID)?.state).toMatchObject({ count: 19 });
  await Promise.all([anna.allAcknowledged(), bram.allAcknowledged()]);
  expect(metrics.of('relay_updates_written_total')).toBeLessThanOrEqual(3);
});

it('[FA2] to who takes bundles, changes, presence and the acknowledgement of a window go as one', async () => {
  const { join, metrics } = await startHouse({ limits: { quietLoad: -1, busyLoad: 0, windowMost: 200 } });
  const [anna, bram, old] = [
    await join('board'),
    await join('board'),
    await join('board', {}, { version: 1 }),
  ];
  for (let round = 0; round < 5; round++) {
    const before = [bram.received, bram.frames.length, old.received, old.frames.length];
    for (const person of [anna, bram, old]) {
      person.edit((stickers) => stickers.set(`${person.doc.clientID}`, round));
      person.present({ round });
    }
    await until('all is there', () =>
      [anna, bram, old].every(
        (one) =>
          [...one.presence.values()].filter(({ state }) => (state as { round: number }).round === round)
            .length >= 2 && [...one.stickers.values()].filter((value) => value === round).length === 3,
      ),
    );
    await Promise.all([anna.allAcknowledged(), bram.allAcknowledged(), old.allAcknowledged()]);
    const after = [bram.received, bram.frames.length, old.received, old.frames.length];
    const [received = 0, frames = 0, oldReceived = 0, oldFrames = 0] = after.map(
      (n, at) => n - (before[at] ?? 0),
    );
    expect(received).toBeLessThanOrEqual(frames);
    // [WS3] One message in each for who said hello with version 1.
    expect(oldReceived).toBe(oldFrames);
  }
  expect(metrics.of('relay_frames_out_total bundle')).toBeGreaterThan(0);
});

it('[FA3] what is said of presence after a change is not heard before it', async () => {
  const { join, faults } = await startHouse({ limits: { presenceHold: 60_000 } });
  const [anna, bram] = [await join('board'), await join('board')];
  await anna.allAcknowledged();
  for (let round = 0; round < 20; round++) {
    faults.hold('append');
    anna.present({ drag: round });
    anna.edit((stickers) => stickers.set('place', round));
    anna.present({ drag: null, after: round });
    await until('it is being written', () => faults.count('append') === round + 1);
    // Said while the change is being written: the answer to her question shows that it has arrived.
    anna.present({ drag: null, after: round });
    await anna.roundTrip();
    await bram.roundTrip();
    const heard = bram.presence.get(anna.doc.clientID)?.state as { after?: number } | undefined;
    expect(heard?.after ?? -1).toBeLessThan(round);
    faults.heal('append');
    await until('heard', () => {
      const state = bram.presence.get(anna.doc.clientID)?.state as { after?: number } | undefined;
      if (state?.after === round) expect(bram.stickers.get('place')).toBe(round);
      return state?.after === round;
    });
  }
});

it('[FA4] does not send a change back to the one who alone made it', async () => {
  const { join } = await startHouse();
  const [anna, bram] = [await join('board'), await join('board')];
  for (let index = 0; index < 10; index++) {
    anna.edit((stickers) => stickers.set('a', index));
    await anna.allAcknowledged();
  }
  await until('bram has it', () => bram.stickers.get('a') === 9);
  await anna.roundTrip();
  expect(updatesSeen(anna)).toBe(0);
});

it('[FA5] a step 2 with nothing new in it is neither stored nor sent on', async () => {
  const { join, metrics } = await startHouse();
  const anna = await join('board');
  anna.edit((stickers) => {
    stickers.set('a', 1);
    stickers.set('b', 2);
  });
  anna.edit((stickers) => stickers.delete('a'));
  await anna.allAcknowledged();
  const written = metrics.of('relay_updates_written_total');
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(anna.doc));
  const bram = await join('board', {}, { doc: copy });
  await bram.allAcknowledged();
  await anna.roundTrip();
  expect(metrics.of('relay_updates_written_total')).toBe(written);
  expect(updatesSeen(anna)).toBe(0);
  const deleted = new Y.Doc();
  Y.applyUpdate(deleted, Y.encodeStateAsUpdate(anna.doc));
  deleted.getMap('stickers').delete('b');
  await join('board', {}, { doc: deleted });
  await until('a deletion made offline does come', () => anna.stickers.size === 0);
});

it('[FA6] one who has not asked for the document yet is sent no changes of it', async () => {
  const { join, open } = await startHouse();
  const anna = await join('board');
  const bram = await open('board', {}, { join: false });
  await until('bram is greeted', () => bram.frames.length > 0);
  anna.edit((stickers) => stickers.set('a', 1));
  await anna.allAcknowledged();
  await bram.roundTrip();
  expect(updatesSeen(bram)).toBe(0);
  expect(bram.stickers.get('a')).toBe(1);
});

it('[FA7] a quiet room sends at once, however long its window may get', async () => {
  const { join } = await startHouse({ limits: { windowMost: 600_000 } });
  const [anna, bram] = [await join('board'), await join('board')];
  for (let round = 1; round <= 10; round++) {
    anna.edit((stickers) => stickers.set('place', round));
    anna.present({ round });
    await until('bram has it', () => bram.stickers.get('place') === round);
    await until('and sees her', () => bram.presence.get(anna.doc.clientID)?.clock === round);
  }
  // Each by itself: nothing was gathered.
  expect(updatesSeen(bram)).toBe(10);
});

it('[FA7] a busy room gathers until its window ends', async () => {
  // Any load at all counts as the highest, so that its window never ends while this runs.
  const limits = { quietLoad: -1, busyLoad: 0, windowMost: 600_000 };
  const { join, relay } = await startHouse({ limits });
  const [anna, bram] = [await join('board'), await join('board')];
  for (let index = 0; index < 20; index++) anna.edit((stickers) => stickers.set(`s${index}`, index));
  await anna.roundTrip();
  await bram.roundTrip();
  expect([updatesSeen(bram), bram.stickers.size]).toEqual([0, 0]);
  const acknowledged = anna.allAcknowledged();
  void relay.close();
  await acknowledged;
});

it('[FA2] the figures say how much goes with one message', async () => {
  const { join, relay } = await startHouse({ limits: { quietLoad: -1, busyLoad: 0, windowMost: 200 } });
  const [anna, bram] = [await join('board'), await join('board')];
  for (let index = 0; index < 50; index++) anna.edit((stickers) => stickers.set(`${index}`, index));
  await until('he has them', () => bram.stickers.size === 50);
  expect(relay.figures().relay_coalescing_ratio).toBeGreaterThan(10);
  // Whoever reads it changes nothing for the next.
  expect(relay.figures().relay_coalescing_ratio).toBeGreaterThan(10);
});
