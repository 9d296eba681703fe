import type { Point, Rect } from '@samenbord/shared/layout';
import { type LinkCurve, type LinkEnd, pointAt } from './linkCurve.ts';
import { intersects } from './shapes.ts';

/** Letters of the tag on a line, in sheet units. */
export const TAG_SIZE = 21;

/** Places along a line where its tag is tried, the middle first. */
const PLACES = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8, 0.14, 0.86] as const;
/** What a tag keeps free around it. */
const AIR = 6;

/** What a tag has to stay clear of. */
export interface TagObstacles {
  readonly stickers: readonly LinkEnd[];
  readonly labels: readonly Rect[];
}

/** The box of a tag with its centre here. `width` is that of its text, in em. */
export function tagBox({ x, y }: Point, width: number): Rect {
  const whole = { width: (width + 1) * TAG_SIZE, height: TAG_SIZE * 1.55 };
  return { x: x - whole.width / 2, y: y - whole.height / 2, ...whole };
}

/**
 * Where a line's tag lies clear of stickers and labels, as near to the middle as can be; `undefined` when
 * nothing is free: part of a word between two stickers tells nobody anything.
 */
export function tagPlace(
  curve: LinkCurve,
  width: number,
  { stickers, labels }: TagObstacles,
): Point | undefined {
  const near = [...labels, ...stickers.map(squareOf)].filter((rect) => intersects(rect, curve.bounds));
  return PLACES.map((t) => pointAt(curve, t)).find((point) => {
    const box = tagBox(point, width);
    return !near.some((rect) => intersects(rect, box));
  });
}

function squareOf({ center, side }: LinkEnd): Rect {
  const whole = side + 2 * AIR;
  return { x: center.x - whole / 2, y: center.y - whole / 2, width: whole, height: whole };
}
