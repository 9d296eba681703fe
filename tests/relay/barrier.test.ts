import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createRelay } from '../../server/src/relay/index.ts';
import { type DocumentStore, silentLog } from '../../server/src/store/index.ts';
import { Crowd, missing } from './support/crowd.ts';
import { temporaryDirectory } from './support/house.ts';
import { openCuttableStore, shownAfter } from './support/powerCut.ts';
import { printedSeed, seeded } from './support/seeded.ts';
import { serve } from './support/serve.ts';

const CUTS = 20;
/** The longest between two looks, ms. */
const PAUSE = 60;

/**
 * Cuts the power again and again under a relay at work: at each moment, what a server would find on the disk
 * has to hold all that was acknowledged until then. Yields what is missing, per cut.
 * @param told what the relay is told of the store.
 * @param most times that it is cut.
 */
async function* cuts(seed: number, told: (store: DocumentStore) => DocumentStore, most: number) {
  const directory = await temporaryDirectory();
  const { store, cut } = await openCuttableStore(join(directory, 'data'));
  const relay = createRelay({ store: told(store), log: silentLog, limits: { compactUpdates: 50 } });
  const server = await serve(relay);
  const crowd = await Crowd.join(
    [0, 1, 2, 3].map((n) => server.url('board', { person: `${n}` })),
    1,
  );
  onTestFinished(async () => {
    await crowd.stop();
    for (const { socket } of crowd.people) socket.terminate();
    await relay.close();
    await server.close();
    await store.close();
  });
  const random = seeded(seed);
  await crowd.work();
  for (let number = 0; number < most; number++) {
    await new Promise((resolve) => setTimeout(resolve, random() * PAUSE));
    const disk = join(directory, `cut-${number}`);
    // In one turn: nothing is acknowledged between the two.
    const acknowledged = crowd.acknowledged();
    const isCut = cut(disk, random);
    if (isCut) yield { acknowledged, lost: missing(acknowledged, await shownAfter(disk, 'board')) };
  }
}

it('[DU2] the power may go at any moment: what was acknowledged had been flushed to the disk', {
  timeout: 180_000,
}, async () => {
  const seed = printedSeed('the power cuts');
  let most = 0;
  for await (const { acknowledged, lost } of cuts(seed, (store) => store, CUTS)) {
    expect(lost, `seed ${seed}`).toEqual([]);
    most = acknowledged.size;
  }
  expect(most).toBeGreaterThan(CUTS);
});

it('[DU2] a relay that acknowledges what is written but not flushed would be noticed so', {
  timeout: 180_000,
}, async () => {
  const seed = printedSeed('the power cuts of a relay that lies');
  const hasty = (store: DocumentStore): DocumentStore => ({
    append: (document, updates) => store.append(document, updates),
    load: (document) => store.load(document),
    compact: (...of) => store.compact(...of),
    remove: (document) => store.remove(document),
    synced: async (position) => void store.synced(position).catch(() => undefined),
  });
  let noticed = false;
  for await (const { lost } of cuts(seed, hasty, 20 * CUTS)) {
    noticed = lost.length > 0;
    if (noticed) break;
  }
  expect(noticed, `seed ${seed}`).toBe(true);
});
