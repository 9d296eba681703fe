import { PARKING, PARKING_INNER } from '@samenbord/shared/layout';
import { PALETTE } from './colors.ts';
import { fitBox, LINE_HEIGHT } from './fitText.ts';
import { font } from './font.ts';
import { type Painter2D, roundedPath } from './shapes.ts';
import type { Typesetter } from './typesetter.ts';

const SIZES = [52, 46, 40, 34, 30] as const;
/** What the strip keeps free around its name. */
const AIR = 20;

/**
 * The strip beside the sheet on which stickers are parked, with its name at its top: an edge of dashes, since it is
 * no field. The context's unit is a sheet unit.
 * @param scale device pixels per sheet unit
 */
export function drawParking(
  ctx: Painter2D,
  name: string,
  { scale, type }: { readonly scale: number; readonly type: Typesetter },
): void {
  const width = Math.max(4, 1.5 / scale);
  ctx.save();
  roundedPath(ctx, PARKING, 18);
  ctx.fillStyle = PALETTE.page;
  ctx.fill();
  ctx.strokeStyle = PALETTE.muted;
  ctx.lineWidth = width;
  ctx.setLineDash([6 * width, 4 * width]);
  ctx.stroke();
  ctx.restore();
  drawName(ctx, name, type);
}

function drawName(ctx: Painter2D, name: string, type: Typesetter): void {
  const room = { width: PARKING.width - 2 * AIR, height: PARKING_INNER.y - PARKING.y - AIR };
  const { size, lines } = fitBox(name, room, SIZES, type.measure(600));
  ctx.save();
  ctx.font = font(size, 600);
  ctx.fillStyle = PALETTE.ink;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.textRendering = 'geometricPrecision';
  ctx.direction = 'ltr';
  lines.forEach(({ text }, n) => {
    ctx.fillText(text, PARKING.x + AIR, PARKING.y + AIR + size * (0.86 + n * LINE_HEIGHT));
  });
  ctx.restore();
}
