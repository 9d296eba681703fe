import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALIGNMENTS, aligned, boxAround, distributed, type Square } from './aligning.ts';

const coordinate = fc.integer({ min: 0, max: 4000 });
const squares = fc
  .array(fc.tuple(coordinate, coordinate, fc.constantFrom(160, 220, 300)), { minLength: 1, maxLength: 12 })
  .map((all) => all.map(([x, y, side], index): Square => ({ id: String(index), center: { x, y }, side })));

const moved = (all: readonly Square[], to: ReadonlyMap<string, Square['center']>): Square[] =>
  all.map((one) => ({ ...one, center: to.get(one.id) ?? one.center }));

const EDGES = {
  left: ({ center, side }: Square) => center.x - side / 2,
  center: ({ center }: Square) => center.x,
  right: ({ center, side }: Square) => center.x + side / 2,
  top: ({ center, side }: Square) => center.y - side / 2,
  middle: ({ center }: Square) => center.y,
  bottom: ({ center, side }: Square) => center.y + side / 2,
} as const;

describe('aligned', () => {
  it.each(ALIGNMENTS)('to the %s they share that line, within the box they had, on one axis only', (to) => {
    const other = to === 'left' || to === 'center' || to === 'right' ? 'y' : 'x';
    fc.assert(
      fc.property(squares, (all) => {
        const after = moved(all, aligned(all, to));
        const box = boxAround(all);
        const line = EDGES[to](after[0] as Square);
        for (const [index, one] of after.entries()) {
          expect(EDGES[to](one)).toBeCloseTo(line, 6);
          expect(one.center[other]).toBe(all[index]?.center[other]);
        }
        const around = boxAround(after);
        expect(around?.x).toBeGreaterThanOrEqual((box?.x ?? 0) - 1e-6);
        expect(around?.y).toBeGreaterThanOrEqual((box?.y ?? 0) - 1e-6);
      }),
    );
  });

  it('twice is once', () => {
    fc.assert(
      fc.property(squares, fc.constantFrom(...ALIGNMENTS), (all, to) => {
        const once = moved(all, aligned(all, to));
        const twice = moved(once, aligned(once, to));
        for (const [index, one] of twice.entries()) {
          expect(one.center.x).toBeCloseTo(once[index]?.center.x ?? 0, 6);
          expect(one.center.y).toBeCloseTo(once[index]?.center.y ?? 0, 6);
        }
      }),
    );
  });
});

describe('distributed', () => {
  it.each(['x', 'y'] as const)(
    'leaves equal gaps along %s, the order and the other axis as they were',
    (axis) => {
      fc.assert(
        fc.property(squares, (all) => {
          const after = moved(all, distributed(all, axis));
          const order = [...all]
            .sort((a, b) => a.center[axis] - b.center[axis] || (a.id < b.id ? -1 : 1))
            .map(({ id }) => after.find((one) => one.id === id) as Square);
          const gaps = order
            .slice(1)
            .map((one, i) => one.center[axis] - one.side / 2 - edge(order[i] as Square, axis));
          if (all.length > 2) for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0] ?? 0, 6);
          expect(order[0]?.center).toEqual(all.find(({ id }) => id === order[0]?.id)?.center);
          const other = axis === 'x' ? 'y' : 'x';
          for (const [index, one] of after.entries())
            expect(one.center[other]).toBe(all[index]?.center[other]);
        }),
      );
    },
  );

  it('of one or two changes nothing', () => {
    const two = [
      { id: 'a', center: { x: 0, y: 0 }, side: 160 },
      { id: 'b', center: { x: 900, y: 5 }, side: 300 },
    ];
    expect(moved(two, distributed(two, 'x'))).toEqual(two);
    expect(distributed([], 'y').size).toBe(0);
  });
});

const edge = ({ center, side }: Square, axis: 'x' | 'y'): number => center[axis] + side / 2;
