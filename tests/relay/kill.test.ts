import { expect, it } from 'vitest';
import { TestClient } from './support/client.ts';
import { Crowd, missing, type Promised } from './support/crowd.ts';
import { temporaryDirectory } from './support/house.ts';
import { relayOnStandBy } from './support/process.ts';
import { printedSeed, seeded } from './support/seeded.ts';

const ROUNDS = 20;
/** The longest a relay lives under load, ms. */
const LIFE = 150;

it('[DU4] a relay killed twenty times loses nothing that a second person saw and nothing it acknowledged', {
  timeout: 300_000,
}, async () => {
  const directory = await temporaryDirectory();
  const seed = printedSeed('the killed relay');
  const random = seeded(seed);
  let promised: Promised = new Map();
  let next = relayOnStandBy();
  for (let round = 0; round <= ROUNDS; round++) {
    const relay = await next(directory);
    const watcher = await TestClient.join(relay.url('board', 'watcher'));
    expect(missing(promised, watcher.doc), `seed ${seed}, after round ${round}`).toEqual([]);
    if (round === ROUNDS) break;
    const urls = [0, 1, 2, 3].map((number) => relay.url('board', `writer-${number}`));
    const crowd = await Crowd.join(urls, round);
    // Loads its code while this one works.
    next = relayOnStandBy();
    await crowd.work();
    // When it dies is left to chance; nothing is concluded from it.
    await new Promise((resolve) => setTimeout(resolve, random() * LIFE));
    await relay.kill();
    await Promise.all([watcher, ...crowd.people].map((client) => client.closed()));
    await crowd.stop();
    promised = new Map([...promised, ...crowd.promised()]);
  }
  expect(promised.size).toBeGreaterThan(ROUNDS * 4);
});
