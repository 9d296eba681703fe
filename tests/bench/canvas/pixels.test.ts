import { expect, it } from 'vitest';
import { type Pixels, patchOf, seenStickers } from './pixels.ts';

const COLORS = [
  [190, 220, 240],
  [240, 225, 170],
  [190, 230, 205],
] as const;

/** A picture of squares of ten pixels in a row, each of one colour with a dark pixel in every tenth. */
function rowOf(groups: readonly number[]): Pixels {
  const width = 10 * groups.length;
  const data = new Uint8Array(4 * width * 10);
  for (let y = 0; y < 10; y++)
    for (let x = 0; x < width; x++) {
      const color =
        (x + 3 * y) % 10 === 0 ? ([20, 20, 30] as const) : COLORS[groups[Math.floor(x / 10)] ?? 0];
      data.set([...(color ?? []), 255], 4 * (y * width + x));
    }
  return { width, height: 10, data };
}

const boxes = (groups: readonly number[]) =>
  groups.map((group, n) => ({ group, box: { x: 10 * n, y: 0, width: 10, height: 10 } }));

it('knows a ground from the letters on it', () => {
  const patch = patchOf(rowOf([1]), { x: 0, y: 0, width: 10, height: 10 });
  expect(patch.ground).toEqual([240, 225, 170]);
  expect(patch.evenness).toBeCloseTo(0.9);
  expect(patch.ink).toBeCloseTo(0.1);
});

it('sees all stickers that are there, and misses one that is not', () => {
  const wanted = [0, 1, 2, 0, 1, 2, 0, 1, 2];
  expect(seenStickers(rowOf(wanted), boxes(wanted))).toMatchObject({ drawn: 9, lettered: 9 });
  // The fifth is gone: what lies under it, of another group, is seen instead.
  expect(seenStickers(rowOf([0, 1, 2, 0, 0, 2, 0, 1, 2]), boxes(wanted))).toMatchObject({
    drawn: 8,
    lettered: 8,
  });
});

it('says nothing of an empty picture', () => {
  const wanted = [0, 1, 2];
  expect(() => seenStickers(rowOf([1, 1, 1]), boxes(wanted))).toThrow(/one colour/);
});
