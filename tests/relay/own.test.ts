import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { ownPlaces } from '../../server/src/boards/ownPlaces.ts';
import type { TestClient } from './support/client.ts';
import { type House, startHouse } from './support/house.ts';
import { until } from './support/until.ts';

const BOARD = 'board1';
const TABLE = `${BOARD}/table`;
const HOMEWORK = `${BOARD}/private/gemeente`;

async function kept({ store }: House, name: string): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const { snapshot, updates = [] } = (await store.load(name)) ?? {};
  for (const update of snapshot === undefined ? updates : [snapshot, ...updates]) Y.applyUpdate(doc, update);
  return doc;
}

const meta = ({ doc }: Pick<TestClient, 'doc'>): Y.Map<unknown> => doc.getMap('meta');
const acts = ({ doc }: Pick<TestClient, 'doc'>): Y.Map<unknown> => doc.getMap('acts');

async function houseWith(name: string, schema: number | undefined = 1): Promise<House> {
  const house = await startHouse({ own: ownPlaces });
  const doc = new Y.Doc();
  if (schema !== undefined) doc.getMap('meta').set('schema', schema);
  doc.getMap('acts').set('frozen', false);
  await house.relay.create(name, Y.encodeStateAsUpdate(doc));
  return house;
}

/** What a document's map said at each change that came, for who looks on. */
function watched({ doc }: TestClient): unknown[] {
  const seen: unknown[] = [];
  doc.on('afterTransaction', () => void seen.push(doc.getMap('meta').get('schema')));
  return seen;
}

const FORGERIES: readonly [string, (meta: Y.Map<unknown>) => void][] = [
  ['a newer form', (map) => map.set('schema', 99)],
  ['an older form', (map) => map.set('schema', 0)],
  ['no number', (map) => map.set('schema', 'x')],
  ['a map in its place', (map) => map.set('schema', new Y.Map())],
  ['a large integer', (map) => map.set('schema', 10n ** 15n)],
  ['none', (map) => map.delete('schema')],
];

for (const name of [BOARD, TABLE, HOMEWORK])
  it(`[OW1] nobody ever sees another form of ${name} than the server gave it`, async () => {
    const house = await houseWith(name);
    const forger = await house.join(name, { role: 'facilitator' });
    const other = await house.join(name);
    const seen = watched(other);
    for (const [what, forge] of FORGERIES) {
      forger.doc.transact(() => {
        forge(meta(forger));
        forger.stickers.set(what, 1);
      });
      await forger.allAcknowledged();
      await until(`${what} is put back`, () => meta(forger).get('schema') === 1);
      await until('the rest of it came', () => other.stickers.has(what));
    }
    expect(new Set(seen)).toEqual(new Set([1]));
    expect(house.metrics.of('relay_refusals_total own')).toBe(FORGERIES.length);
    const late = await house.join(name);
    expect([meta(late).toJSON(), late.stickers.size]).toEqual([{ schema: 1 }, FORGERIES.length]);
    await until('it is kept', async () => (await kept(house, name)).getMap('meta').get('schema') === 1);
    const lines = JSON.stringify(house.log.lines);
    expect(lines).toContain('it was put back');
    expect(lines).not.toContain('newer form');
  });

it('[OW1] what waited for another change is put back when that comes', async () => {
  const house = await houseWith(BOARD);
  const forger = await house.join(BOARD, {}, { doc: new Y.Doc() });
  const other = await house.join(BOARD);
  const held: Uint8Array[] = [];
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(forger.doc));
  copy.on('update', (update: Uint8Array) => void held.push(update));
  copy.getMap('stickers').set('first', 1);
  copy.getMap('meta').set('schema', 99);
  for (const update of held.reverse()) {
    forger.sendUpdate(update);
    await forger.allAcknowledged();
  }
  await until('it came', () => other.stickers.has('first'));
  expect(meta(other).get('schema')).toBe(1);
});

it('[OW2] a document that is of a newer form when it is loaded stays so', async () => {
  const house = await houseWith(BOARD, 99);
  const partner = await house.join(BOARD);
  partner.edit((stickers) => stickers.set('one', 1));
  await partner.allAcknowledged();
  expect((await kept(house, BOARD)).getMap('meta').get('schema')).toBe(99);
  meta(partner).set('schema', 1);
  await until('it is put back', () => meta(partner).get('schema') === 99);
});

it('[OW2] who begins a document says its form, but none that the server does not know', async () => {
  const house = await startHouse({ own: ownPlaces });
  const [one, other] = [await house.join(HOMEWORK), await house.join(HOMEWORK)];
  meta(one).set('schema', 2);
  await until('it is taken away', () => !meta(one).has('schema'));
  meta(one).set('schema', 1);
  await until('it came', () => meta(other).get('schema') === 1);
  meta(other).set('schema', 7);
  await until('it is put back', () => meta(other).get('schema') === 1);
  expect(house.metrics.of('relay_refusals_total own')).toBe(2);
});

it('[OW3] what the server shows of its acts is put back, and its own changes stay', async () => {
  const house = await houseWith(TABLE);
  const forger = await house.join(TABLE, { role: 'facilitator' });
  const other = await house.join(TABLE);
  for (let round = 0; round < 10; round++) {
    acts(forger).set('frozen', `forged ${round}`);
    acts(forger).set('homework:gemeente', { status: 'revealed', alone: true });
    await house.relay.change(TABLE, (doc) => void doc.getMap('acts').set('ends', round));
  }
  await forger.allAcknowledged();
  await until('all of it is as the server wrote it', () =>
    [forger, other].every((one) => JSON.stringify(acts(one).toJSON()) === '{"frozen":false,"ends":9}'),
  );
  await house.relay.change(TABLE, (doc) => doc.getMap('acts').delete('ends'));
  await until('it went', () => !acts(other).has('ends'));
});
