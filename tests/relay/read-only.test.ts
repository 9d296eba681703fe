import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { updateThatSets } from './support/client.ts';
import { startHouse } from './support/house.ts';
import { until } from './support/until.ts';

it('[RO1] a forged write of one who may only read reaches neither the store nor anybody else', async () => {
  const { join, relay, store } = await startHouse();
  await relay.create('board', updateThatSets('real', 1));
  const anna = await join('board');
  const observer = await join('board', { role: 'observer', write: false });
  expect(observer.stickers.get('real')).toBe(1);
  observer.edit((stickers) => stickers.set('forged', 1));
  observer.edit((stickers) => stickers.delete('real'));
  observer.askStep2();
  await observer.allAcknowledged();
  anna.edit((stickers) => stickers.set('after', 1));
  await anna.allAcknowledged();
  expect(anna.stickers.toJSON()).toEqual({ real: 1, after: 1 });
  const kept = new Y.Doc();
  for (const update of (await store.load('board'))?.updates ?? []) Y.applyUpdate(kept, update);
  expect(kept.getMap('stickers').toJSON()).toEqual({ real: 1, after: 1 });
});

it('[RO1] nor does a step 2 with changes made offline', async () => {
  const { join, metrics } = await startHouse();
  const offline = new Y.Doc();
  offline.getMap('stickers').set('forged', 1);
  const observer = await join('board', { write: false }, { doc: offline });
  await until('told', () => observer.notices.length > 0);
  expect((await join('board')).stickers.size).toBe(0);
  expect(metrics.of('relay_refusals_total read-only')).toBe(1);
});

it('[RO2] tells it so, once', async () => {
  const { join } = await startHouse();
  const observer = await join('board', { write: false });
  for (let index = 0; index < 5; index++) observer.edit((stickers) => stickers.set('forged', index));
  await observer.allAcknowledged();
  expect(observer.notices).toEqual([{ code: 'read-only' }]);
});

it('[RO3] who only reads is not told that it may only read', async () => {
  const { join, relay } = await startHouse();
  await relay.create('board', updateThatSets('real', 1));
  const anna = await join('board');
  anna.edit((stickers) => stickers.set('gone', 1));
  anna.edit((stickers) => stickers.delete('gone'));
  await anna.allAcknowledged();
  const observer = await join('board', { write: false });
  await observer.close();
  // Comes back with what it read, deletions included, in its step 2.
  const again = await join('board', { write: false }, { doc: observer.doc });
  await again.allAcknowledged();
  expect([...observer.notices, ...again.notices]).toEqual([]);
});

it('[RO4] is seen, and sees changes as they come', async () => {
  const { join } = await startHouse();
  const anna = await join('board');
  const observer = await join('board', { role: 'observer', write: false });
  observer.present({ sheet: 'canvas' });
  await until('seen', () => anna.presence.has(observer.doc.clientID));
  anna.edit((stickers) => stickers.set('a', 1));
  await until('sees', () => observer.stickers.get('a') === 1);
});
