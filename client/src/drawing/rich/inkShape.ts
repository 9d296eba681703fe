import { decodeInk, INK_GRAIN, INK_SIDE, type InkPoint, type InkStroke } from '@samenbord/shared/board';
import type { Point, Rect } from '@samenbord/shared/layout';

/** A stroke as it can be drawn and hit: in sheet units on a sheet, in parts of the side from a sticker's centre. */
export interface InkShape {
  readonly points: readonly InkPoint[];
  readonly width: number;
  /** The box it leaves a trace in. */
  readonly bounds: Rect;
}

const known = new WeakMap<InkStroke, InkShape>();

/** The shape of a stroke, worked out once. */
export function shapeOf(stroke: InkStroke): InkShape {
  const before = known.get(stroke);
  if (before) return before;
  const grain = stroke.ground.sheet === undefined ? INK_SIDE : INK_GRAIN;
  const width = stroke.ground.sheet === undefined ? stroke.width / INK_SIDE : stroke.width;
  const points = (decodeInk(stroke.points) ?? []).map((point) => ({
    ...point,
    x: point.x / grain,
    y: point.y / grain,
  }));
  const made = { points, width, bounds: boundsOf(points, width) };
  known.set(stroke, made);
  return made;
}

/** The box around points drawn in this width, as hard as one can press. */
export function boundsOf(points: readonly Point[], width: number): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  if (left > right) return { x: 0, y: 0, width: 0, height: 0 };
  const reach = width * HARDEST;
  return {
    x: left - reach,
    y: top - reach,
    width: right - left + 2 * reach,
    height: bottom - top + 2 * reach,
  };
}

/** Half the width where a pen is pressed like this, as a part of the width; half without pressure. */
export function halfWidth(pressure: number | undefined): number {
  return pressure === undefined ? 0.5 : 0.18 + 0.62 * pressure;
}

const HARDEST = halfWidth(1);

/** How far a point lies from the middle line of a shape, less half its width; negative on it. */
export function distanceTo({ points, width }: InkShape, at: Point): number {
  let least = Number.POSITIVE_INFINITY;
  points.forEach((point, index) => {
    const from = points[index - 1] ?? point;
    least = Math.min(least, distanceToSegment(at, from, point));
  });
  return least - width / 2;
}

function distanceToSegment({ x, y }: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / length));
  return Math.hypot(x - a.x - part * dx, y - a.y - part * dy);
}
