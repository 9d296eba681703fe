import { expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { openPostgresStore, silentLog } from '../../server/src/store/index.ts';
import { pick, printedSeed, seeded } from '../relay/support/seeded.ts';
import { until } from '../relay/support/until.ts';
import { startSites } from './support/cluster.ts';
import { Lasting, schedule } from './support/faults.ts';
import { onMachines } from './support/machines.ts';
import { Wanderer } from './support/wanderer.ts';

const NODES = 3;
const PEOPLE = 10;
/** Faults of any kind beside one of each. */
const MORE = 4;
/** Changes between the beginnings of two faults. */
const CHANGES = 12;

/** What the database has of a document. */
async function stored(url: string, document: string): Promise<unknown> {
  const store = await openPostgresStore({ url, log: silentLog });
  onTestFinished(() => store.close());
  const kept = await store.load(document);
  const doc = new Y.Doc();
  if (kept?.snapshot !== undefined) Y.applyUpdate(doc, kept.snapshot);
  for (const update of kept?.updates ?? []) Y.applyUpdate(doc, update);
  return doc.getMap('stickers').toJSON();
}

onMachines((machines) => {
  it.each([1, 2, 3])(
    '[CN10] schedule %i of every fault there is, over three nodes and ten people: all come to the same, and nothing acknowledged is lost',
    {
      timeout: 300_000,
    },
    async (number) => {
      const seed = printedSeed(`schedule ${number}`);
      const random = seeded(seed);
      const { url, sites } = await startSites(machines(), NODES);
      const people = Array.from(
        { length: PEOPLE },
        (_, index) => new Wanderer(() => sites.map(({ node }) => node.url('board', `p${index}`)), random),
      );
      const lasting = new Lasting();
      // However this ends, nothing that others use stays paused or killed.
      onTestFinished(() => lasting.endAll());
      onTestFinished(() => {
        for (const person of people) person.leave();
      });
      let made = 0;
      async function work(): Promise<void> {
        for (let count = 0; count < CHANGES; count++) {
          const person = pick(random, people);
          person.set(`${people.indexOf(person)}/${made}`, made++);
          // The pauses are part of the schedule: nothing is concluded from their length.
          if (random() < 0.5) await new Promise((resolve) => setTimeout(resolve, random() * 30));
        }
      }

      await Promise.all(people.map((person) => person.whenSettled()));
      for (const fault of schedule({ machines: machines(), sites, people }, random, MORE)) {
        await lasting.begin(fault);
        await work();
        // Some last on into the next ones.
        if (random() < 0.6) await lasting.end(fault.of);
      }
      const promised = people.flatMap((person) => [...person.acknowledged()]);
      await lasting.endAll();
      await Promise.all(people.map((person) => person.whenSettled()));
      await until(`all have all (seed ${seed})`, () =>
        people.every(({ stickers }) => stickers.size === made),
      );
      const expected = people[0]?.stickers.toJSON();
      for (const { stickers } of people) expect(stickers.toJSON(), `seed ${seed}`).toEqual(expected);
      const kept = await stored(url, 'board');
      expect(kept, `seed ${seed}`).toEqual(expected);
      expect(kept, `seed ${seed}`).toMatchObject(Object.fromEntries(promised));
      expect(promised.length, `seed ${seed}`).toBeGreaterThan(0);
    },
  );
});
