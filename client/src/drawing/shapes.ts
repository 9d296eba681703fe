import type { Rect } from '@samenbord/shared/layout';

/** Paths and small marks that sheet, stickers and overlay share. */

export type Painter2D = CanvasRenderingContext2D;

/** A rounded rectangle as the current path. */
export function roundedPath(ctx: Painter2D, rect: Rect, radius: number | readonly number[]): void {
  ctx.beginPath();
  ctx.roundRect(rect.x, rect.y, rect.width, rect.height, typeof radius === 'number' ? radius : [...radius]);
}

/** The rectangle made smaller (or with a negative amount larger) on all sides. */
export function inset(rect: Rect, by: number): Rect {
  return { x: rect.x + by, y: rect.y + by, width: rect.width - 2 * by, height: rect.height - 2 * by };
}

/** Whether two boxes share an area. */
export function intersects(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The smallest box around both. */
export function union(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
