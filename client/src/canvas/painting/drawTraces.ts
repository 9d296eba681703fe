import type { Point, Rect } from '@samenbord/shared/layout';
import { PALETTE, type Painter2D } from '../../drawing/index.ts';
import { type Camera, rectToView, toView } from '../camera.ts';
import type { Guide } from '../snapping.ts';

/** What selecting and moving leave on the sheet, in CSS pixels: the same at every zoom. */

/** Unlike any partner's colour, and seen on all of them. */
const GUIDE = '#C2185B';
/** CSS pixels of the crosses at the ends of a distance. */
const TICK = 4;

/** The box somebody draws to select with. */
export function drawBrush(ctx: Painter2D, camera: Camera, box: Rect): void {
  const { x, y, width, height } = rectToView(camera, box);
  ctx.fillStyle = 'rgb(11 92 102 / 0.08)';
  ctx.fillRect(x, y, width, height);
  ctx.strokeStyle = PALETTE.accent;
  ctx.lineWidth = 1;
  ctx.strokeRect(Math.round(x) + 0.5, Math.round(y) + 0.5, Math.round(width), Math.round(height));
}

/** The frame around several selected stickers. */
export function drawFrame(ctx: Painter2D, camera: Camera, frame: Rect): void {
  const { x, y, width, height } = rectToView(camera, frame);
  ctx.save();
  ctx.setLineDash([6, 4]);
  ctx.strokeStyle = PALETTE.accent;
  ctx.lineWidth = 1.5;
  ctx.strokeRect(x - 8, y - 8, width + 16, height + 16);
  ctx.restore();
}

/** The lines on which something lies, and the distances that are there twice. */
export function drawGuides(ctx: Painter2D, camera: Camera, guides: readonly Guide[]): void {
  ctx.strokeStyle = GUIDE;
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (const { kind, axis, at, from, to } of guides) {
    const along = (kind === 'line') === (axis === 'x') ? 'y' : 'x';
    const point = (value: number): Point => (along === 'x' ? { x: value, y: at } : { x: at, y: value });
    const [start, end] = [toView(camera, point(from)), toView(camera, point(to))];
    ctx.moveTo(start.x, start.y);
    ctx.lineTo(end.x, end.y);
    if (kind === 'line') continue;
    for (const tick of [start, end]) {
      const [dx, dy] = along === 'x' ? [0, TICK] : [TICK, 0];
      ctx.moveTo(tick.x - dx, tick.y - dy);
      ctx.lineTo(tick.x + dx, tick.y + dy);
    }
  }
  ctx.stroke();
}
