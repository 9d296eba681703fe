import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { memoryStore } from '../../server/src/store/index.ts';
import { createNetwork, type Line, type Network } from './network.ts';
import { act, BOARD, DEEDS, type Deed, makeBoard, openAs, type Person, saysOf, seen } from './people.ts';

/** Another seed or more courses: `CONVERGENCE_SEED=1 CONVERGENCE_RUNS=1000`. */
const seed = Number(process.env.CONVERGENCE_SEED ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env.CONVERGENCE_RUNS ?? 300);

const file = {
  stickers: ['a', 'b', 'c', 'd'].map((id) => ({
    id,
    template: 'brengen-halen' as const,
    region: 'core.essence',
    text: 'samen 🙂',
  })),
};

type Step =
  | { readonly kind: 'deed'; readonly who: number; readonly deed: Deed }
  | { readonly kind: 'up' | 'down'; readonly who: number; readonly count: number }
  | { readonly kind: 'drop' | 'connect'; readonly who: number }
  | { readonly kind: 'write' | 'compact' | 'crash' };

const who = fc.nat(4);
/** Evenly over 0..1; doubles would nearly all lie next to 0. */
const fraction = fc.nat(999).map((n) => n / 1_000);
const deed: fc.Arbitrary<Deed> = fc.record({
  what: fc.constantFrom(...DEEDS),
  which: fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }),
  x: fraction,
  y: fraction,
  text: fc.constantFrom('x', 'zaal ', '🙂', 'é', 'een lange gedachte\n'),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('deed' as const), who, deed }) },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constantFrom('up' as const, 'down' as const),
      who,
      count: fc.integer({ min: 1, max: 5 }),
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('write' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('connect' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('drop' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('compact' as const, 'crash' as const) }) },
);

interface Scene {
  readonly updates: ReturnType<typeof makeBoard>;
  readonly network: Network;
  readonly people: readonly (Person & { readonly line: Line })[];
}

async function meet(count: number): Promise<Scene> {
  const updates = makeBoard(file);
  const network = await createNetwork(memoryStore(), BOARD, updates.board);
  const people = Array.from({ length: count }, (_, n) => {
    const person = openAs(`p${n}`, updates);
    return { ...person, line: network.add(person.doc) };
  });
  await network.settle();
  return { updates, network, people };
}

function happen({ network, people }: Scene, what: Step): Promise<void> | void {
  if (!('who' in what)) return network[what.kind]();
  const person = people[what.who % people.length];
  if (person === undefined) return;
  if (what.kind === 'deed') act(person, what.deed);
  else if (what.kind === 'up') person.line.deliverUp(what.count);
  else if (what.kind === 'down') person.line.deliverDown(what.count);
  else person.line[what.kind]();
}

/** Everybody has the same, in the document and on screen, and so has who comes in later. */
async function expectEqual({ updates, network, people }: Scene): Promise<void> {
  // The views follow in microtasks.
  await Promise.resolve();
  const rebuilt = await network.rebuilt();
  const newcomer = openAs('newcomer', updates, rebuilt);
  const [document, screen] = [saysOf(rebuilt), seen(newcomer.handle.view.get())];
  expect(screen.unreadable).toBe(0);
  for (const person of people) {
    expect(saysOf(person.doc)).toEqual(document);
    expect(seen(person.handle.view.get())).toEqual(screen);
  }
}

describe('people at one board', () => {
  it(`end equal, and equal to what the store has, whatever the network does (seed ${seed})`, {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 5 }),
        fc.array(step, { minLength: 20, maxLength: 150, size: 'max' }),
        async (count, steps) => {
          const scene = await meet(count);
          for (const what of steps) await happen(scene, what);
          await scene.network.settle();
          await expectEqual(scene);
        },
      ),
      { seed, numRuns },
    );
  });

  it('lose nothing of what anybody saw when the relay dies', async () => {
    const scene = await meet(2);
    const [mine, theirs] = scene.people as [Scene['people'][number], Scene['people'][number]];
    const deed = { what: 'add', which: [0], x: 0.2, y: 0.2, text: 'gezien' } as const;
    act(mine, deed);
    mine.line.deliverUp(9);
    await scene.network.write();
    theirs.line.deliverDown(9);
    act(mine, { ...deed, text: 'nog bij niemand' });
    mine.line.deliverUp(9);
    await scene.network.crash();
    const texts = openAs('p9', scene.updates, await scene.network.rebuilt()).handle.view.get().byId;
    expect([...texts.values()].map(({ text }) => text)).toContain('gezien');
    expect([...texts.values()].map(({ text }) => text)).not.toContain('nog bij niemand');
    // Who did it still has it, and brings it back.
    await scene.network.settle();
    await expectEqual(scene);
    expect(JSON.stringify(saysOf(theirs.doc))).toContain('nog bij niemand');
  });

  it('would be found unequal: the comparison sees one letter and one place', async () => {
    const scene = await meet(2);
    const [mine] = scene.people as [Scene['people'][number]];
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(mine.doc));
    const other = openAs('other', scene.updates, copy);
    act(mine, { what: 'type', which: [0], x: 0.5, y: 0, text: 'x' });
    await Promise.resolve();
    expect(saysOf(mine.doc)).not.toEqual(saysOf(copy));
    expect(seen(mine.handle.view.get())).not.toEqual(seen(other.handle.view.get()));
  });
});
