import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Square } from './aligning.ts';
import { isCrowding, shrunk } from './filling.ts';
import { layInRows } from './laying.ts';
import { overlapArea, squareAt } from './rect.ts';
import { STICKER_SIDE } from './sheet.ts';
import type { Rect } from './types.ts';

/** Three stickers of size M beside each other and two rows of them, with little to spare. */
const BOX: Rect = { x: 100, y: 200, width: 700, height: 480 };

const filled = (count: number, size: 'S' | 'M' | 'L'): Square[] =>
  layInRows(BOX, count, size).points.map((center, n) => ({ id: `s${n}`, center, side: STICKER_SIDE[size] }));
const boxesOf = (squares: readonly Square[]): Rect[] =>
  squares.map(({ center, side }) => squareAt(center, side));

describe('isCrowding', () => {
  const others = boxesOf(filled(6, 'M'));
  const onTop = { center: { x: 300, y: 400 }, side: STICKER_SIDE.M };

  it('says so of a sticker that covers others in a box that is full at its size', () => {
    expect(isCrowding(BOX, onTop, others)).toBe(true);
  });

  it('not while there is a place for it elsewhere', () => {
    expect(isCrowding(BOX, onTop, others.slice(1))).toBe(false);
  });

  it('not of the one that took the last place', () => {
    const last = { center: layInRows(BOX, 6).points[5] ?? BOX, side: STICKER_SIDE.M };
    expect(isCrowding(BOX, last, others.slice(0, 5))).toBe(false);
  });
});

describe('shrunk', () => {
  it('lays the largest at the next smaller size, and those that are smaller as they are', () => {
    const squares = [...filled(2, 'L'), { id: 'm', center: { x: 300, y: 400 }, side: STICKER_SIDE.M }];
    const spots = shrunk(BOX, squares);
    expect([...(spots?.values() ?? [])].map(({ size }) => size)).toEqual(['M', 'M', undefined]);
  });

  it('goes further down when the next size is too large for all', () => {
    const squares = Array.from({ length: 7 }, (_, n) => ({
      id: `s${n}`,
      center: { x: 300, y: 400 },
      side: STICKER_SIDE.L,
    }));
    expect(new Set([...(shrunk(BOX, squares)?.values() ?? [])].map(({ size }) => size))).toEqual(
      new Set(['S']),
    );
  });

  it('is nothing for the smallest, for none, and where even those would overlap', () => {
    expect(shrunk(BOX, filled(3, 'S'))).toBeUndefined();
    expect(shrunk(BOX, [])).toBeUndefined();
    expect(shrunk(BOX, filled(30, 'M'))).toBeUndefined();
  });

  it('never overlaps, neither each other nor what stays', () => {
    const square = fc.record({
      center: fc.record({ x: fc.integer({ min: 150, max: 700 }), y: fc.integer({ min: 250, max: 600 }) }),
      side: fc.constantFrom(160, 220, 300),
    });
    fc.assert(
      fc.property(fc.array(square, { maxLength: 14 }), fc.array(square, { maxLength: 2 }), (all, stays) => {
        const squares = all.map((one, n): Square => ({ id: `s${n}`, ...one }));
        const kept = stays.map(({ center, side }) => squareAt(center, side));
        const spots = shrunk(BOX, squares, kept);
        const boxes = squares.flatMap(({ id, side }) => {
          const spot = spots?.get(id);
          return spot ? [squareAt(spot.center, spot.size ? STICKER_SIDE[spot.size] : side)] : [];
        });
        const crossings = boxes.flatMap((a, i) =>
          [...kept, ...boxes.slice(i + 1)].map((b) => overlapArea(a, b)),
        );
        expect(Math.max(0, ...crossings)).toBeLessThan(1e-6);
        if (spots) expect(spots.size).toBe(squares.length);
      }),
    );
  });
});
