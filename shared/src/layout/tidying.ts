import type { Size } from '../board/types.ts';
import type { Square } from './aligning.ts';
import { freeSpot, layInRows } from './laying.ts';
import { overlapArea, squareAt } from './rect.ts';
import { STICKER_SIDE } from './sheet.ts';
import type { Point, Rect } from './types.ts';

/** Room between a sticker and the next one beside it. Sheet units. */
const GAP = 12;

/** Larger than the stickers of one row are out of line; sheet units. */
const ROW = 110;

/** The order in which one reads what lies on a sheet: row by row, from the left. */
export function readingOrder<T extends { readonly center: Point }>(all: readonly T[]): T[] {
  const rank = ({ center: { x, y } }: T) => Math.round(y / ROW) * 100_000 + x;
  return [...all].sort((a, b) => rank(a) - rank(b));
}

/** Where a sticker is laid by the tool. */
export interface TidySpot {
  readonly center: Point;
  /** Smaller than it was, when only so all fit; else absent. */
  readonly size?: Size;
}

/** The size of stickers with this side. */
export const SIZE_OF: ReadonlyMap<number, Size> = new Map(
  Object.entries(STICKER_SIDE).map(([size, side]) => [side, size as Size]),
);

/**
 * Lays squares in rows into a box, in the order given, clear of what stays. Each keeps its size as long as all
 * fit; else the larger ones become smaller, to S at the smallest; when even that is too much they are spread
 * evenly and overlap.
 */
export function tidied(
  inner: Rect,
  squares: readonly Square[],
  occupied: readonly Rect[] = [],
): Map<string, TidySpot> {
  const largest = Math.max(0, ...squares.map(({ side }) => side));
  const laid = layInRows(inner, squares.length, SIZE_OF.get(largest) ?? 'M', occupied);
  const most = STICKER_SIDE[laid.size];
  const spots = new Map<string, TidySpot>();
  squares.forEach(({ id, side }, index) => {
    const center = laid.points[index];
    if (center) spots.set(id, side > most ? { center, size: laid.size } : { center });
  });
  return spots;
}

/** Centres for squares that come to a box together, each on a free place as long as there is one. */
export function placedAmong(
  inner: Rect,
  sides: readonly number[],
  occupied: readonly Rect[] = [],
): readonly Point[] {
  const taken = [...occupied];
  return sides.map((side) => {
    const spot = freeSpot(inner, side, taken);
    taken.push(squareAt(spot, side));
    return spot;
  });
}

/**
 * The centre for a sticker that follows another: right of it where that is free, else further on in its row,
 * else in the rows below, else anywhere free in the box.
 */
export function spotBeside(
  inner: Rect,
  from: Omit<Square, 'id'>,
  side: number,
  occupied: readonly Rect[],
): Point {
  const step = side + GAP;
  const first = from.center.x + (from.side + side) / 2 + GAP;
  const right = inner.x + inner.width - side / 2;
  const bottom = inner.y + inner.height - side / 2;
  for (let y = from.center.y; y <= bottom; y += step) {
    const start = y === from.center.y ? first : inner.x + side / 2;
    for (let x = start; x <= right; x += step / 4) {
      const square = squareAt({ x, y }, side);
      if (occupied.every((other) => overlapArea(square, other) === 0)) return { x, y };
    }
  }
  return freeSpot(inner, side, occupied);
}
