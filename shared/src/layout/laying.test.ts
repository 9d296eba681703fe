import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Size } from '../board/types.ts';
import {
  freeSpot,
  layInRows,
  layoutSheet,
  overlapArea,
  regionById,
  STICKER_SIDE,
  squareAt,
} from './index.ts';
import type { Point, Rect } from './types.ts';

const canvas = layoutSheet('partnermodel-canvas', []);
const eight = layoutSheet('brengen-halen', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
const three = layoutSheet('brengen-halen', ['p', 'q', 'r']);

function innerOf(id: string): Rect {
  const region = regionById(canvas, id) ?? regionById(eight, id) ?? regionById(three, id);
  if (!region) throw new Error(`no region ${id}`);
  return region.inner;
}

const squaresOf = (points: readonly Point[], size: Size) =>
  points.map((point) => squareAt(point, STICKER_SIDE[size]));
const overlaps = (squares: readonly Rect[]) =>
  squares.some((square, i) => squares.slice(i + 1).some((other) => overlapArea(square, other) > 0));
const slack = 1e-6;
const isWithin = (box: Rect, square: Rect) =>
  square.x >= box.x - slack &&
  square.y >= box.y - slack &&
  square.x + square.width <= box.x + box.width + slack &&
  square.y + square.height <= box.y + box.height + slack;

const regions = fc.constantFrom(...canvas.regions, ...eight.regions);

describe('laying stickers in rows', () => {
  test.each([
    ['sharedAmbition', 10, 'M'],
    ['corePartners', 8, 'M'],
    ['channels', 4, 'M'],
    ['channels', 6, 'S'],
    ['costs', 16, 'M'],
    ['bring@h', 6, 'S'],
  ] as const)('%s holds %i at size %s, as the domain counts', (id, count, size) => {
    const laid = layInRows(innerOf(id), count);
    expect(laid.size).toBe(size);
    expect(overlaps(squaresOf(laid.points, laid.size))).toBe(false);
  });

  test('goes from the top left, row by row', () => {
    const inner = innerOf('corePartners');
    const { points } = layInRows(inner, 3);
    expect(points).toEqual([
      { x: inner.x + 110, y: inner.y + 110 },
      { x: inner.x + 110 + 232, y: inner.y + 110 },
      { x: inner.x + 110, y: inner.y + 110 + 232 },
    ]);
  });

  test('shrinks one size at a time, and only as far as needed', () => {
    const inner = innerOf('channels');
    expect(layInRows(inner, 4, 'L').size).toBe('L');
    expect(layInRows(inner, 5, 'L').size).toBe('S');
    expect(layInRows(inner, 1, 'S').size).toBe('S');
    expect(layInRows(innerOf('costs'), 13, 'L').size).toBe('M');
  });

  test('gives every sticker a centre, inside, without overlap unless even S does not fit', () => {
    fc.assert(
      fc.property(regions, fc.integer({ min: 0, max: 120 }), ({ inner }, count) => {
        const { size, points } = layInRows(inner, count);
        const squares = squaresOf(points, size);
        expect(points).toHaveLength(count);
        expect(squares.every((square) => isWithin(inner, square))).toBe(true);
        if (overlaps(squares)) {
          expect(size).toBe('S');
          const capacity = Math.floor(inner.width / 161) * Math.floor(inner.height / 161);
          expect(count).toBeGreaterThan(capacity);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('overlaps evenly: no two stickers on one spot, the whole field used', () => {
    const inner = innerOf('branding');
    const { points } = layInRows(inner, 60);
    expect(new Set(points.map(({ x, y }) => `${x},${y}`)).size).toBe(60);
    const xs = [...new Set(points.map(({ x }) => x))].sort((a, b) => a - b);
    const gaps = xs.slice(1).map((x, i) => x - (xs[i] ?? 0));
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(slack);
    expect(xs[0]).toBeCloseTo(inner.x + 80, 6);
    expect(xs.at(-1)).toBeCloseTo(inner.x + inner.width - 80, 6);
    expect(Math.max(...points.map(({ y }) => y))).toBeCloseTo(inner.y + inner.height - 80, 6);
  });

  test('keeps clear of what lies there already', () => {
    const inner = innerOf('sharedAmbition');
    const occupied = [squareAt({ x: inner.x + 110, y: inner.y + 110 }, 220)];
    const { size, points } = layInRows(inner, 5, 'M', occupied);
    expect(size).toBe('M');
    expect(overlaps([...occupied, ...squaresOf(points, size)])).toBe(false);
  });

  test('uses the gap between stickers that stand across its rows', () => {
    const inner = innerOf('gain@q');
    const y = inner.y + inner.height / 2;
    const across = [0.15, 0.31, 0.64].map((part) =>
      squareAt({ x: inner.x + part * inner.width, y }, STICKER_SIDE.S),
    );
    const { size, points } = layInRows(inner, 1, 'S', across);
    const [laid] = squaresOf(points, size);
    expect(across.map((other) => laid && overlapArea(laid, other))).toEqual([0, 0, 0]);
  });

  test('takes thousands, none, and a box that is too small', () => {
    const inner = innerOf('costs');
    expect(layInRows(inner, 5000).points).toHaveLength(5000);
    expect(layInRows(inner, 0)).toEqual({ size: 'M', points: [] });
    expect(layInRows({ x: 0, y: 0, width: 200, height: 300 }, 1)).toMatchObject({ size: 'S' });
    for (const { x, y } of layInRows({ x: 0, y: 0, width: 100, height: 40 }, 7).points)
      expect(x > 0 && x < 100 && y > 0 && y < 40).toBe(true);
  });
});

describe('a free spot for a new sticker', () => {
  /** Makes stickers one after another, as people do. */
  function fill(inner: Rect, side: number, count: number): Rect[] {
    const squares: Rect[] = [];
    for (let i = 0; i < count; i++) squares.push(squareAt(freeSpot(inner, side, squares), side));
    return squares;
  }

  test('is the first in the first row, then the next, then the next row', () => {
    const inner = innerOf('corePartners');
    expect(fill(inner, 220, 8)).toEqual(squaresOf(layInRows(inner, 8).points, 'M'));
  });

  test('is the gap that somebody left', () => {
    const inner = innerOf('sharedAmbition');
    const squares = fill(inner, 220, 10);
    const left = squares.filter((_, i) => i !== 3);
    expect(squareAt(freeSpot(inner, 220, left), 220)).toEqual(squares[3]);
  });

  test('is found between stickers that were put down anywhere', () => {
    // Free between 100 and 300: room for one, but not where a row of stickers would have it.
    const inner = { x: 0, y: 0, width: 420, height: 200 };
    const byHand = [squareAt({ x: 20, y: 100 }, 160), squareAt({ x: 380, y: 90 }, 160)];
    const spot = squareAt(freeSpot(inner, 160, byHand), 160);
    expect(overlaps([...byHand, spot])).toBe(false);
    expect(isWithin(inner, spot)).toBe(true);
  });

  test('covers none as long as so many fit at ease, and always lies inside', () => {
    const sizes = fc.constantFrom<Size>('S', 'M');
    fc.assert(
      fc.property(regions, sizes, fc.integer({ min: 1, max: 30 }), ({ inner }, size, count) => {
        const side = STICKER_SIDE[size];
        const squares = fill(inner, side, count);
        expect(squares.every((square) => isWithin(inner, square))).toBe(true);
        const atEase = (length: number) => Math.floor((length + 12) / (side + 12));
        const free = squares.slice(0, atEase(inner.width) * atEase(inner.height));
        expect(overlaps(free)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  test('in a full field is where it covers least', () => {
    const inner = { x: 0, y: 0, width: 500, height: 160 };
    const byHand = [100, 110, 120].map((x) => squareAt({ x, y: 80 }, 160));
    const rest = squareAt({ x: 420, y: 80 }, 160);
    // Between them 200..340 is free, which is 20 too narrow; the best spot covers no more than that.
    const spot = squareAt(freeSpot(inner, 160, [...byHand, rest]), 160);
    const covered = [...byHand, rest].reduce((sum, other) => sum + overlapArea(spot, other), 0);
    expect(covered).toBeGreaterThan(0);
    expect(covered).toBeLessThanOrEqual(20 * 160);
  });

  test('in a full field differs from every other by enough to see and grasp', () => {
    const squares = fill(innerOf('channels'), 220, 25);
    squares.forEach((a, i) => {
      for (const b of squares.slice(i + 1))
        expect(Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y))).toBeGreaterThanOrEqual(12);
    });
  });

  test('in a field smaller than the sticker has its centre in the field', () => {
    const inner = innerOf('coreValue@h');
    for (let count = 0; count < 5; count++) {
      const { x, y } = freeSpot(inner, 300, fill(inner, 300, count));
      expect(x > inner.x && x < inner.x + inner.width && y > inner.y && y < inner.y + inner.height).toBe(
        true,
      );
    }
  });
});
