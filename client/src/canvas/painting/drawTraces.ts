import type { Rect } from '@samenbord/shared/layout';
import { PALETTE, type Painter2D } from '../../drawing/index.ts';
import { type Camera, rectToView, toView } from '../camera/camera.ts';
import type { Guide } from '../moving/snapping.ts';

/** What selecting and moving leave on the sheet, in CSS pixels: the same at every zoom. */

/** The colour of guides: unlike any partner's, and seen on all of them. */
export const GUIDE = '#C2185B';
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

/** The frame around several selected stickers. The unit is a CSS pixel. */
export function drawFrame(ctx: Painter2D, { x, y, width, height }: Rect): void {
  ctx.save();
  ctx.setLineDash([6, 4]);
  ctx.strokeStyle = PALETTE.accent;
  ctx.lineWidth = 1.5;
  ctx.strokeRect(x, y, width, height);
  ctx.restore();
}

/** Whether a guide runs from top to bottom. */
const isUpright = ({ kind, axis }: Guide): boolean => (kind === 'line') === (axis === 'x');

/** The lines of a guide as boxes one CSS pixel thin, in CSS pixels of the view. */
export function guideLines(camera: Camera, guide: Guide): Rect[] {
  const { at, from, to } = guide;
  const upright = isUpright(guide);
  const start = toView(camera, upright ? { x: at, y: from } : { x: from, y: at });
  const length = (to - from) * camera.scale;
  const line = upright
    ? { x: start.x - 0.5, y: start.y, width: 1, height: length }
    : { x: start.x, y: start.y - 0.5, width: length, height: 1 };
  if (guide.kind === 'line') return [line];
  const tick = (along: number): Rect =>
    upright
      ? { x: start.x - TICK, y: start.y + along, width: 2 * TICK, height: 1 }
      : { x: start.x + along, y: start.y - TICK, width: 1, height: 2 * TICK };
  return [line, tick(0), tick(length - 1)];
}
