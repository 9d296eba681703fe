import type { Point } from '@samenbord/shared/layout';
import { PALETTE, type Painter2D, roundedPath } from '../../drawing/index.ts';

/** Half the width of the sign as a part of the sticker's side. */
const PART = 0.062;

/**
 * A small padlock on a sticker's upper right corner: it stays where it is. The context's unit is a sheet unit.
 * @param center the sticker's
 */
export function drawLock(ctx: Painter2D, center: Point, side: number): void {
  const r = side * PART;
  const x = center.x + side / 2 - r * 0.9;
  const y = center.y - side / 2 + r * 0.9;
  ctx.beginPath();
  ctx.arc(x, y, r * 1.5, 0, 2 * Math.PI);
  ctx.fillStyle = '#FFFFFF';
  ctx.fill();
  ctx.strokeStyle = PALETTE.ink;
  ctx.lineWidth = r * 0.16;
  ctx.stroke();
  ctx.beginPath();
  ctx.arc(x, y - r * 0.15, r * 0.42, Math.PI, 2 * Math.PI);
  ctx.lineWidth = r * 0.22;
  ctx.stroke();
  roundedPath(ctx, { x: x - r * 0.68, y: y - r * 0.15, width: r * 1.36, height: r * 0.98 }, r * 0.18);
  ctx.fillStyle = PALETTE.ink;
  ctx.fill();
}
