import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Chain, type Link } from './chain.ts';

const link = (previous: number, position: number): Link => ({ previous, position });

it('[CN4] knows as far as there is no gap, in whatever order links come', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 30 }),
      fc.infiniteStream(fc.nat()),
      (steps, order) => {
        const links: Link[] = [];
        let position = 0;
        for (const step of steps) {
          links.push(link(position, position + step));
          position += step;
        }
        const shuffled = links
          .map((one) => ({ one, at: order.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const chain = new Chain();
        const added = new Set<Link>();
        for (const one of shuffled) {
          expect(chain.add(one)).toBe(true);
          added.add(one);
          const missing = links.find((other) => !added.has(other));
          expect(chain.known).toBe(missing === undefined ? position : missing.previous);
          expect(chain.hasGap).toBe(
            added.size > links.findIndex((other) => !added.has(other)) && missing !== undefined,
          );
        }
        expect(links.some((one) => chain.add(one))).toBe(false);
      },
    ),
  );
});

it('[CN4] a stretch from the store closes all gaps within it', () => {
  const chain = new Chain();
  chain.start(10);
  chain.add(link(12, 13));
  chain.add(link(15, 20));
  expect([chain.known, chain.hasGap]).toEqual([10, true]);
  chain.add(link(10, 16));
  expect([chain.known, chain.hasGap]).toEqual([20, false]);
  expect(chain.add(link(8, 9))).toBe(false);
});

it('[CN4] more gaps than it keeps still count as one', () => {
  const chain = new Chain();
  for (let index = 0; index < 3000; index++) chain.add(link(index * 2 + 1, index * 2 + 2));
  expect([chain.known, chain.hasGap]).toEqual([0, true]);
  chain.add(link(0, 10_000));
  expect([chain.known, chain.hasGap]).toEqual([10_000, false]);
});
