import { MESSAGE } from '@samenbord/shared/protocol';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Session } from '../../server/src/relay/index.ts';
import { updateThatSets } from './support/client.ts';
import { type House, startHouse } from './support/house.ts';
import { until } from './support/until.ts';

/** What a freeze is for the relay: partners may not write, facilitators may. */
const freeze = ({ relay }: House): void =>
  relay.reconsider('board', ({ role }: Session) => role === 'facilitator');
const unfreeze = ({ relay }: House): void => relay.reconsider('board', ({ role }) => role !== 'observer');

async function kept({ store }: House): Promise<unknown> {
  const doc = new Y.Doc();
  const { snapshot, updates = [] } = (await store.load('board')) ?? {};
  for (const update of snapshot === undefined ? updates : [snapshot, ...updates]) Y.applyUpdate(doc, update);
  return doc.getMap('stickers').toJSON();
}

it('[FR1] drops what a partner writes, and takes what the facilitator writes', async () => {
  const house = await startHouse();
  const partner = await house.join('board');
  const facilitator = await house.join('board', { role: 'facilitator' });
  partner.edit((stickers) => stickers.set('before', 1));
  await partner.allAcknowledged();
  freeze(house);
  partner.edit((stickers) => stickers.set('frozen', 1));
  await partner.allAcknowledged();
  facilitator.edit((stickers) => stickers.set('after', 1));
  await facilitator.allAcknowledged();
  expect(facilitator.stickers.toJSON()).toEqual({ before: 1, after: 1 });
  expect(await kept(house)).toEqual({ before: 1, after: 1 });
  await until('the partner sees the facilitator go on', () => partner.stickers.get('after') === 1);
  expect(house.metrics.of('relay_refusals_total frozen')).toBe(1);
  expect(house.metrics.of('relay_refusals_total read-only')).toBe(0);
});

it('[FR2] tells it before it acknowledges what it dropped, and never says read-only', async () => {
  const house = await startHouse();
  const partner = await house.join('board');
  await partner.allAcknowledged();
  freeze(house);
  for (let index = 0; index < 5; index++) partner.edit((stickers) => stickers.set('frozen', index));
  await partner.allAcknowledged();
  expect(partner.notices).toEqual([{ code: 'frozen' }]);
  const told = partner.kinds().indexOf(MESSAGE.notice);
  const acknowledged = partner.kinds().lastIndexOf(MESSAGE.ack);
  expect(told).toBeGreaterThan(-1);
  expect(told).toBeLessThan(acknowledged);
  unfreeze(house);
  await until('told', () => partner.notices.at(-1)?.code === 'unfrozen');
  expect(partner.notices).toHaveLength(2);
});

it('[FR2] tells who comes while it is frozen, at the hello', async () => {
  const house = await startHouse();
  const partner = await house.join('board', { write: false, frozen: true });
  await until('told', () => partner.notices.length > 0);
  expect(partner.notices).toEqual([{ code: 'frozen' }]);
  partner.edit((stickers) => stickers.set('frozen', 1));
  await partner.allAcknowledged();
  expect(await kept(house)).toEqual({});
});

it('[FR3] what a partner writes while it is frozen is at everybody’s and on disk afterwards', async () => {
  const house = await startHouse();
  const partner = await house.join('board');
  const late = await house.join('board', { write: false, frozen: true });
  const other = await house.join('board', { role: 'observer', write: false });
  freeze(house);
  partner.edit((stickers) => stickers.set('mine', 1));
  late.edit((stickers) => stickers.set('late', 1));
  await partner.allAcknowledged();
  await late.allAcknowledged();
  expect(other.stickers.toJSON()).toEqual({});
  unfreeze(house);
  await until('everybody has it', () => other.stickers.get('mine') === 1 && other.stickers.get('late') === 1);
  // Builds on what was dropped, and is sent with it or behind it.
  partner.edit((stickers) => stickers.set('mine', 2));
  await partner.allAcknowledged();
  await late.allAcknowledged();
  expect(await kept(house)).toEqual({ mine: 2, late: 1 });
  await until('the newest too', () => other.stickers.get('mine') === 2);
});

it('[FR3] also of a client that said no hello', async () => {
  const house = await startHouse();
  const plain = await house.join('board', {}, { hello: false });
  const other = await house.join('board', { role: 'facilitator' });
  freeze(house);
  plain.edit((stickers) => stickers.set('plain', 1));
  await plain.roundTrip();
  expect(other.stickers.size).toBe(0);
  unfreeze(house);
  await until('it came', () => other.stickers.get('plain') === 1);
  expect(plain.kinds()).not.toContain(MESSAGE.notice);
});

it('[FR3] frozen again and again loses nothing', async () => {
  const house = await startHouse();
  const partner = await house.join('board');
  const other = await house.join('board', { role: 'facilitator' });
  const all: Record<string, number> = {};
  for (let round = 0; round < 20; round++) {
    freeze(house);
    partner.edit((stickers) => stickers.set(`frozen-${round}`, round));
    if (round % 3 === 0) await partner.allAcknowledged();
    unfreeze(house);
    partner.edit((stickers) => stickers.set(`free-${round}`, round));
    Object.assign(all, { [`frozen-${round}`]: round, [`free-${round}`]: round });
  }
  await until('it is all there', () => other.stickers.size === Object.keys(all).length);
  await partner.allAcknowledged();
  expect(other.stickers.toJSON()).toEqual(all);
  expect(await kept(house)).toEqual(all);
});

it('[FR4] an observer hears nothing of it', async () => {
  const house = await startHouse();
  await house.relay.create('board', updateThatSets('real', 1));
  const observer = await house.join('board', { role: 'observer', write: false });
  freeze(house);
  unfreeze(house);
  await observer.roundTrip();
  expect(observer.notices).toEqual([]);
});
