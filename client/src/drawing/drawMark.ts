import type { Point } from '@samenbord/shared/layout';
import { readableOn } from './colors.ts';
import { font } from './font.ts';
import type { Painter2D } from './shapes.ts';

/** The height of capitals in Inter, in em: what centres a letter in its disc. */
const CAP_HEIGHT = 0.727;

/** A partner's letter mark: one or two letters, readable, on a disc in the partner's colour. */
export function drawMark(
  ctx: Painter2D,
  center: Point,
  radius: number,
  partner: { readonly mark: string; readonly color: string },
): void {
  ctx.beginPath();
  ctx.arc(center.x, center.y, radius, 0, 2 * Math.PI);
  ctx.fillStyle = partner.color;
  ctx.fill();
  const size = radius * (partner.mark.length > 1 ? 0.95 : 1.25);
  ctx.font = font(size, 700);
  ctx.fillStyle = readableOn(partner.color);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  ctx.direction = 'ltr';
  ctx.fillText(partner.mark, center.x, center.y + (size * CAP_HEIGHT) / 2, radius * 1.8);
}
