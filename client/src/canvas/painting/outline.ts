import type { Rect } from '@samenbord/shared/layout';
import { inset, type Painter2D, roundedPath } from '../../drawing/index.ts';

/** A line around a sticker, with a white edge so that it is seen on any colour. The unit is a CSS pixel. */
export function outline(ctx: Painter2D, box: Rect, color: string, width: number): void {
  roundedPath(ctx, inset(box, -2 - width / 2), box.width * 0.045 + 3);
  ctx.strokeStyle = '#FFFFFF';
  ctx.lineWidth = width + 2;
  ctx.stroke();
  ctx.strokeStyle = color;
  ctx.lineWidth = width;
  ctx.stroke();
}
