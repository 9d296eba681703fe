import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Square } from './aligning.ts';
import { freeSpot } from './laying.ts';
import { overlapArea, squareAt } from './rect.ts';
import { STICKER_SIDE } from './sheet.ts';
import { placedAmong, readingOrder, spotBeside, tidied } from './tidying.ts';
import type { Rect } from './types.ts';

const BOX: Rect = { x: 100, y: 200, width: 1400, height: 900 };
const point = fc.record({ x: fc.integer({ min: 210, max: 1390 }), y: fc.integer({ min: 310, max: 990 }) });
const side = fc.constantFrom(160, 220, 300);
const squares = (maxLength: number) =>
  fc
    .array(fc.tuple(point, side), { maxLength })
    .map((all) => all.map(([center, size], index): Square => ({ id: `s${index}`, center, side: size })));
const overlaps = (boxes: readonly Rect[]): number =>
  boxes
    .flatMap((a, i) => boxes.slice(i + 1).map((b) => overlapArea(a, b)))
    .reduce((sum, one) => sum + one, 0);
const isInside = (box: Rect): boolean =>
  box.x >= BOX.x - 1e-6 &&
  box.y >= BOX.y - 1e-6 &&
  box.x + box.width <= BOX.x + BOX.width + 1e-6 &&
  box.y + box.height <= BOX.y + BOX.height + 1e-6;

describe('tidied', () => {
  it('lays all within the box, in their order, without overlap as long as that is possible', () => {
    fc.assert(
      fc.property(squares(30), (all) => {
        const spots = tidied(BOX, all);
        expect([...spots.keys()]).toEqual(all.map(({ id }) => id));
        const boxes = all.map(({ id, side: was }) => {
          const spot = spots.get(id);
          return squareAt(spot?.center ?? { x: 0, y: 0 }, spot?.size ? STICKER_SIDE[spot.size] : was);
        });
        for (const box of boxes) expect(isInside(box)).toBe(true);
        // 8 x 5 of the smallest fit.
        if (all.length <= 40) expect(overlaps(boxes)).toBe(0);
        const ordered = readingOrder(all.map(({ id }) => ({ id, center: spots.get(id)?.center ?? BOX })));
        expect(ordered.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
      }),
    );
  });

  it('makes nothing larger, and nothing smaller without need', () => {
    fc.assert(
      fc.property(squares(12), (all) => {
        for (const { id, side: was } of all) {
          const { size } = tidied(BOX, all).get(id) ?? {};
          if (size) expect(STICKER_SIDE[size]).toBeLessThan(was);
        }
        // 4 x 2 of the largest fit at ease.
        if (all.length <= 8) for (const { size } of tidied(BOX, all).values()) expect(size).toBeUndefined();
      }),
    );
  });

  it('stays clear of what is not laid', () => {
    const stays = squareAt({ x: 300, y: 400 }, 300);
    const all = Array.from({ length: 6 }, (_, i) => ({ id: `${i}`, center: { x: 0, y: i }, side: 220 }));
    for (const { center } of tidied(BOX, all, [stays]).values())
      expect(overlapArea(squareAt(center, 220), stays)).toBe(0);
  });
});

describe('placedAmong', () => {
  it('takes free places as long as there are any', () => {
    fc.assert(
      fc.property(fc.array(side, { maxLength: 7 }), squares(2), (sides, there) => {
        const occupied = there.map((one) => squareAt(one.center, one.side));
        const spots = placedAmong(BOX, sides, occupied);
        spots.forEach((spot, index) => {
          const own = squareAt(spot, sides[index] ?? 0);
          expect(isInside(own)).toBe(true);
          const before = [
            ...occupied,
            ...spots.slice(0, index).map((other, i) => squareAt(other, sides[i] ?? 0)),
          ];
          const wanted = freeSpot(BOX, sides[index] ?? 0, before);
          expect(spot).toEqual(wanted);
        });
      }),
    );
  });
});

describe('spotBeside', () => {
  it('is right of the sticker when that is free, in its row', () => {
    const from = { center: { x: 300, y: 500 }, side: 220 };
    expect(spotBeside(BOX, from, 220, [squareAt(from.center, 220)])).toEqual({ x: 532, y: 500 });
  });

  it('goes to the next row at the end of one', () => {
    const from = { center: { x: 1390, y: 500 }, side: 220 };
    expect(spotBeside(BOX, from, 220, [squareAt(from.center, 220)])).toEqual({ x: 210, y: 732 });
  });

  it('never overlaps while anything is free, however often', () => {
    fc.assert(
      fc.property(point, (start) => {
        let from = { center: start, side: 160 };
        const occupied = [squareAt(start, 160)];
        for (let i = 0; i < 12; i += 1) {
          const next = spotBeside(BOX, from, 160, occupied);
          const box = squareAt(next, 160);
          expect(isInside(box)).toBe(true);
          for (const other of occupied) expect(overlapArea(box, other)).toBe(0);
          occupied.push(box);
          from = { center: next, side: 160 };
        }
      }),
    );
  });
});
