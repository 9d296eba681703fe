import type { Point, Rect } from './types.ts';

/** Whether the point is in the half-open box: its left and top edge are inside, right and bottom are not. */
export function contains(rect: Rect, { x, y }: Point): boolean {
  return x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;
}

/** The area two boxes share, in square units; 0 when they only touch. */
export function overlapArea(a: Rect, b: Rect): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** The box of a square with this centre. */
export function squareAt({ x, y }: Point, side: number): Rect {
  return { x: x - side / 2, y: y - side / 2, width: side, height: side };
}

/** `value` within low..high, or their middle when low exceeds high (what must fit does not). */
export function clampBetween(value: number, low: number, high: number): number {
  return low > high ? (low + high) / 2 : Math.min(high, Math.max(low, value));
}

/** The centre nearest to `point` at which a square of this side lies wholly in the box. */
export function clampCentre(box: Rect, point: Point, side: number): Point {
  const half = side / 2;
  return {
    x: clampBetween(point.x, box.x + half, box.x + box.width - half),
    y: clampBetween(point.y, box.y + half, box.y + box.height - half),
  };
}

/**
 * Cuts a box along one axis in two, in proportion to the shares. Cuts fall on sixteenths of a unit: sums of
 * those are exact in binary, so that neighbours share their edge exactly and no point falls between them.
 */
export function splitTwo(rect: Rect, axis: 'x' | 'y', first: number, second: number): [Rect, Rect] {
  const length = axis === 'x' ? rect.width : rect.height;
  const cut = Math.round((16 * length * first) / (first + second)) / 16;
  return axis === 'x'
    ? [
        { ...rect, width: cut },
        { ...rect, x: rect.x + cut, width: length - cut },
      ]
    : [
        { ...rect, height: cut },
        { ...rect, y: rect.y + cut, height: length - cut },
      ];
}

/** Cuts a box along one axis into `count` parts that are equal to a sixteenth of a unit. */
export function splitEqually(rect: Rect, axis: 'x' | 'y', count: number): Rect[] {
  if (count <= 1) return [rect];
  const [first, rest] = splitTwo(rect, axis, 1, count - 1);
  return [first, ...splitEqually(rest, axis, count - 1)];
}
