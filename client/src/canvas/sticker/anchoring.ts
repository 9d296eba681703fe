import type { Point, Rect } from '@samenbord/shared/layout';
import type { Extent } from '../camera/camera.ts';

/** Between a thing on the sheet and what belongs to it, and to the view's edges. CSS pixels. */
const GAP = 12;
const MARGIN = 8;

/**
 * Where a panel of this size stands that belongs to a box on the sheet: above it, else below it, else over
 * it; always wholly in view. All in CSS pixels of the view.
 */
export function placeBeside(
  box: Rect,
  panel: Extent,
  view: Extent,
  prefer: 'above' | 'below' = 'above',
): Point {
  const x = clamp(box.x + box.width / 2 - panel.width / 2, MARGIN, view.width - panel.width - MARGIN);
  const above = box.y - GAP - panel.height;
  const below = box.y + box.height + GAP;
  const fitsAbove = above >= MARGIN;
  const fitsBelow = below + panel.height <= view.height - MARGIN;
  const first = prefer === 'above' ? fitsAbove : !fitsBelow && fitsAbove;
  const y = first ? above : fitsBelow ? below : fitsAbove ? above : box.y;
  return { x, y: clamp(y, MARGIN, view.height - panel.height - MARGIN) };
}

/**
 * Where a box with this centre and size lies so that it is wholly in the part of the view that can be seen,
 * which a keyboard on screen makes smaller.
 */
export function keepInside(center: Point, size: Extent, visible: Rect): Point {
  return {
    x: clamp(center.x - size.width / 2, visible.x + MARGIN, visible.x + visible.width - size.width - MARGIN),
    y: clamp(
      center.y - size.height / 2,
      visible.y + MARGIN,
      visible.y + visible.height - size.height - MARGIN,
    ),
  };
}

/** The lower bound wins where what must fit does not: beginnings are kept in view. */
function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
