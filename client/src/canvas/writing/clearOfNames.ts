import { clampToSheet, type Point, type Rect, type SheetLayout } from '@samenbord/shared/layout';

/**
 * Where a sticker is laid that was dropped at a centre: there, unless that is in the sheet's title or a
 * partner's header, whose name it would hide. Then in the nearest field. Sheet units.
 */
export function clearOfNames(layout: SheetLayout, center: Point, side: number): Point {
  const names = [layout.strip, ...layout.panels.map(({ header }) => header)];
  if (!names.some((name) => isIn(name, center))) return center;
  let nearest: Point | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { inner } of layout.regions) {
    const spot = {
      x: within(inner.x, inner.width, center.x, side),
      y: within(inner.y, inner.height, center.y, side),
    };
    const distance = Math.hypot(spot.x - center.x, spot.y - center.y);
    if (distance >= least) continue;
    least = distance;
    nearest = spot;
  }
  return clampToSheet(nearest ?? center, side);
}

function isIn({ x, y, width, height }: Rect, point: Point): boolean {
  return point.x >= x && point.x < x + width && point.y >= y && point.y < y + height;
}

/** The nearest place on one axis at which all of the side is inside; the middle where it does not fit. */
function within(start: number, length: number, at: number, side: number): number {
  if (length <= side) return start + length / 2;
  return Math.min(start + length - side / 2, Math.max(start + side / 2, at));
}
