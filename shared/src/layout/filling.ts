import type { Square } from './aligning.ts';
import { firstFree, layWithoutOverlap, SMALLER } from './laying.ts';
import { overlapArea, squareAt } from './rect.ts';
import { STICKER_SIDE } from './sheet.ts';
import { SIZE_OF, type TidySpot } from './tidying.ts';
import type { Rect } from './types.ts';

/**
 * Whether a sticker covers others because there was no room left for it: it overlaps some of them, and at its size
 * there is no place in the box where it would not.
 */
export function isCrowding(
  inner: Rect,
  { center, side }: Omit<Square, 'id'>,
  others: readonly Rect[],
): boolean {
  const box = squareAt(center, side);
  const covers = others.some((other) => overlapArea(box, other) > 0);
  return covers && firstFree(inner, side, others) === undefined;
}

/**
 * Lays squares in rows into a box, in the order given and clear of what stays, those of the largest size at the next
 * smaller one; smaller again when only so all fit.
 * @returns `undefined` when there is nothing smaller, or when they would overlap at the smallest size too
 */
export function shrunk(
  inner: Rect,
  squares: readonly Square[],
  occupied: readonly Rect[] = [],
): Map<string, TidySpot> | undefined {
  const largest = SIZE_OF.get(Math.max(0, ...squares.map(({ side }) => side)));
  const smaller = largest && SMALLER[largest];
  const laid = smaller && layWithoutOverlap(inner, squares.length, smaller, occupied);
  if (!laid) return undefined;
  const spots = new Map<string, TidySpot>();
  squares.forEach(({ id, side }, index) => {
    const center = laid.points[index];
    if (center) spots.set(id, side > STICKER_SIDE[laid.size] ? { center, size: laid.size } : { center });
  });
  return spots;
}
