import type { Size } from '../board/types.ts';
import { clampBetween, overlapArea, squareAt } from './rect.ts';
import { STICKER_SIDE } from './sheet.ts';
import type { Point, Rect } from './types.ts';

/** Room between stickers the tool lays: at ease, and when that saves going to a smaller size. */
const GAPS = [12, 1] as const;
/** A new sticker is tried at every quarter of its width, to use gaps between hand-placed ones. */
const STEPS_PER_SIDE = 4;
/** How far a sticker moves off the one it has to overlap, so that both can be seen and grasped. */
const NUDGE = 24;
/** Stickers on one spot after which a further one may hide another. */
const MAX_NUDGES = 50;
/** The size below each. */
export const SMALLER: Readonly<Record<Size, Size | undefined>> = { L: 'M', M: 'S', S: undefined };

/** Stickers laid by the tool: one size for all, and their centres in sheet units. */
export interface Laid {
  readonly size: Size;
  readonly points: readonly Point[];
}

/**
 * Lays `count` stickers in rows into a box, clear of what is there already: on the places of the rows, or, when
 * hand-placed stickers stand across those, wherever a gap is left. They get the preferred size when that fits
 * without overlap, else the next smaller one that does. When not even S fits, they are spread evenly over the
 * box at size S and overlap. As long as a sticker fits the box, all lie wholly within it.
 */
export function layInRows(
  inner: Rect,
  count: number,
  preferred: Size = 'M',
  occupied: readonly Rect[] = [],
): Laid {
  const clear = layWithoutOverlap(inner, count, preferred, occupied);
  return clear ?? { size: 'S', points: spread(inner, STICKER_SIDE.S, count) };
}

/** As {@link layInRows}; `undefined` when they would overlap at any size from the preferred one down. */
export function layWithoutOverlap(
  inner: Rect,
  count: number,
  preferred: Size,
  occupied: readonly Rect[],
): Laid | undefined {
  if (!(count > 0)) return { size: preferred, points: [] };
  for (let size: Size | undefined = preferred; size; size = SMALLER[size]) {
    const side = STICKER_SIDE[size];
    if (side > inner.width || side > inner.height) continue;
    for (const gap of GAPS) {
      const free = centres(inner, side, side + gap).filter((point) => isFree(point, side, occupied));
      if (free.length >= count) return { size, points: free.slice(0, count) };
    }
    const between = occupied.length > 0 ? inGaps(inner, count, side, occupied) : [];
    if (between.length === count) return { size, points: between };
  }
  return undefined;
}

/**
 * The centre for a new sticker of this side: the first free place row by row, else the place where it covers
 * least, a little aside of what it covers. Within the box as long as the sticker fits it.
 */
export function freeSpot(inner: Rect, side: number, occupied: readonly Rect[]): Point {
  return (
    firstFree(inner, side, occupied) ??
    besideOthers(inner, leastCovering(inner, side, occupied), side, occupied)
  );
}

/** The first place in a box, row by row, where such a sticker covers nothing; `undefined` when the box is full. */
export function firstFree(inner: Rect, side: number, occupied: readonly Rect[]): Point | undefined {
  for (const gap of GAPS) {
    const found = centres(inner, side, (side + gap) / STEPS_PER_SIDE).find((p) => isFree(p, side, occupied));
    if (found) return found;
  }
  return undefined;
}

/** Up to so many centres, row by row, each in the first gap that the others and those before it leave. */
function inGaps(inner: Rect, count: number, side: number, occupied: readonly Rect[]): Point[] {
  const taken = [...occupied];
  const found: Point[] = [];
  for (const point of centres(inner, side, (side + GAPS[1]) / STEPS_PER_SIDE)) {
    if (found.length === count) break;
    if (!isFree(point, side, taken)) continue;
    taken.push(squareAt(point, side));
    found.push(point);
  }
  return found;
}

/** Centres of squares within a box, row by row from the top left; the middle when none fits. */
function centres(inner: Rect, side: number, step: number): Point[] {
  const xs = steps(inner.x, inner.width, side, step);
  return steps(inner.y, inner.height, side, step).flatMap((y) => xs.map((x) => ({ x, y })));
}

function steps(start: number, length: number, side: number, step: number): number[] {
  if (side > length) return [start + length / 2];
  const last = Math.floor((length - side) / step);
  return Array.from({ length: last + 1 }, (_, i) => start + side / 2 + i * step);
}

function isFree(point: Point, side: number, occupied: readonly Rect[]): boolean {
  const square = squareAt(point, side);
  return occupied.every((other) => overlapArea(square, other) === 0);
}

function leastCovering(inner: Rect, side: number, occupied: readonly Rect[]): Point {
  let best: Point = { x: inner.x + inner.width / 2, y: inner.y + inner.height / 2 };
  let least = Number.POSITIVE_INFINITY;
  for (const point of centres(inner, side, side / STEPS_PER_SIDE)) {
    const square = squareAt(point, side);
    const covered = occupied.reduce((sum, other) => sum + overlapArea(square, other), 0);
    if (covered < least) {
      best = point;
      least = covered;
    }
  }
  return best;
}

/** The point itself, or moved in small steps until no other sticker has practically the same centre. */
function besideOthers(inner: Rect, point: Point, side: number, occupied: readonly Rect[]): Point {
  const horizontal = centreRange(inner.x, inner.width, side);
  const vertical = centreRange(inner.y, inner.height, side);
  for (let i = 0; i < MAX_NUDGES; i++) {
    const moved = {
      x: wrapped(point.x + i * NUDGE, horizontal),
      y: wrapped(point.y + i * NUDGE, vertical),
    };
    if (!occupied.some((other) => hasCentreNear(other, moved))) return moved;
  }
  return point;
}

function hasCentreNear(rect: Rect, { x, y }: Point): boolean {
  const near = NUDGE / 2;
  return Math.abs(rect.x + rect.width / 2 - x) < near && Math.abs(rect.y + rect.height / 2 - y) < near;
}

/** Evenly over the box, row by row, however close that is. */
function spread(inner: Rect, side: number, count: number): Point[] {
  const horizontal = centreRange(inner.x, inner.width, side);
  const vertical = centreRange(inner.y, inner.height, side);
  const shape = Math.max(1, horizontal.length) / Math.max(1, vertical.length);
  const columns = clampBetween(Math.round(Math.sqrt(count * shape)), 1, count);
  const rows = Math.ceil(count / columns);
  return Array.from({ length: count }, (_, i) => ({
    x: horizontal.low + (horizontal.length * (i % columns)) / Math.max(1, columns - 1),
    y: vertical.low + (vertical.length * Math.floor(i / columns)) / Math.max(1, rows - 1),
  }));
}

type Range = { readonly low: number; readonly length: number };

/** Where a centre may lie along one axis; a sticker too large for the box may still move a little about it. */
function centreRange(start: number, length: number, side: number): Range {
  const margin = side <= length ? side / 2 : (length * 3) / 8;
  return { low: start + margin, length: length - 2 * margin };
}

/** `value` at or above `low`, brought back into the range by going round. */
function wrapped(value: number, { low, length }: Range): number {
  return length <= 0 ? low : low + ((value - low) % length);
}
