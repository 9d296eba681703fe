import { bringVotes, ORIGIN, votesOf } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { ownPlaces } from '../../server/src/boards/ownPlaces.ts';
import type { TestClient } from './support/client.ts';
import { type House, startHouse } from './support/house.ts';
import { until } from './support/until.ts';

const BOARD = 'board1';

const votes = ({ doc }: Pick<TestClient, 'doc'>): Y.Map<unknown> => votesOf(doc);

async function votingHouse(): Promise<House> {
  const house = await startHouse({ own: ownPlaces });
  const doc = new Y.Doc();
  doc.getMap('meta').set('schema', 1);
  bringVotes(doc, new Map([['s1', 3]]), ORIGIN.create);
  await house.relay.create(BOARD, Y.encodeStateAsUpdate(doc));
  return house;
}

const as = (house: House, id: string): Promise<TestClient> => house.join(BOARD, { person: id });

it('[OW4] a person’s dots are taken from all of their pages, and shown to all', async () => {
  const house = await votingHouse();
  const [anna, annasPhone, bram] = [
    await as(house, 'anna'),
    await as(house, 'anna'),
    await as(house, 'bram'),
  ];
  votes(anna).set('anna s1', true);
  votes(bram).set('bram s1', true);
  await until('both came', () => votes(annasPhone).size === 3);
  votes(annasPhone).set('anna s1', false);
  await until('it was taken back', () => votes(bram).get('anna s1') === false);
  votes(anna).set('anna s1', true);
  await anna.allAcknowledged();
  const late = await as(house, 'cor');
  expect(votes(late).toJSON()).toEqual({ ' s1': 3, 'anna s1': true, 'bram s1': true });
  expect(house.metrics.of('relay_refusals_total own')).toBe(0);
});

const FORGERIES: readonly [string, (map: Y.Map<unknown>) => void][] = [
  ['a dot for somebody else', (map) => map.set('anna s2', true)],
  ['somebody else’s dot taken back', (map) => map.set('anna s1', false)],
  ['somebody else’s dot deleted', (map) => map.delete('anna s1')],
  ['dots of nobody', (map) => map.set(' s2', 99)],
  ['other dots of the file', (map) => map.set(' s1', 99)],
  ['those deleted', (map) => map.delete(' s1')],
  ['a key of no form', (map) => map.set('mallory', true)],
  ['a long id', (map) => map.set(`mallory ${'s'.repeat(65)}`, true)],
  ['what is no dot', (map) => map.set('mallory s1', new Y.Map())],
];

it('[OW4] what one sets of others is put back, and the rest of what they wrote stays', async () => {
  const house = await votingHouse();
  const [anna, mallory] = [await as(house, 'anna'), await as(house, 'mallory')];
  votes(anna).set('anna s1', true);
  await until('it came', () => votes(mallory).get('anna s1') === true);
  const seen: unknown[] = [];
  anna.doc.on('afterTransaction', () => void seen.push(votes(anna).toJSON()));
  const right = { ' s1': 3, 'anna s1': true };
  for (const [what, forge] of FORGERIES) {
    mallory.doc.transact(() => {
      forge(votes(mallory));
      mallory.stickers.set(what, 1);
    });
    await mallory.allAcknowledged();
    await until(`${what} is put back`, () => same(votes(mallory).toJSON(), right));
    await until('the rest came', () => anna.stickers.has(what));
  }
  for (const one of seen) expect(one).toEqual(right);
  expect(house.metrics.of('relay_refusals_total own')).toBe(FORGERIES.length);
});

it('[OW4] also when it is written in one moment with what those others do themselves', async () => {
  const house = await votingHouse();
  const [anna, mallory, cor] = [await as(house, 'anna'), await as(house, 'mallory'), await as(house, 'cor')];
  for (let round = 0; round < 20; round++) {
    anna.stickers.set(`a${round}`, round);
    votes(anna).set(`anna s${round}`, true);
    votes(mallory).set(`anna t${round}`, true);
    votes(mallory).set(`mallory s${round}`, true);
  }
  await Promise.all([anna.allAcknowledged(), mallory.allAcknowledged()]);
  await until('all that is right came', () => votes(cor).size === 41);
  const keys = [...votes(cor).keys()];
  expect(keys.filter((key) => key.includes(' t'))).toEqual([]);
  expect(keys.filter((key) => key.startsWith('anna '))).toHaveLength(20);
});

it('[OW4] nobody has more of them than a board keeps', async () => {
  const house = await votingHouse();
  const [anna, cor] = [await as(house, 'anna'), await as(house, 'cor')];
  anna.doc.transact(() => {
    for (let n = 0; n < LIMITS.votesKept + 5; n++) votes(anna).set(`anna s${n}`, true);
  });
  await anna.allAcknowledged();
  await until('the rest is put back', () => votes(anna).size === LIMITS.votesKept + 1);
  votes(anna).set('anna s0', false);
  await until('what is there can still be changed', () => votes(cor).get('anna s0') === false);
});

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(Object.entries(one as object).sort()) ===
  JSON.stringify(Object.entries(other as object).sort());
