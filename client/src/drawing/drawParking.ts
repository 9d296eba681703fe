import { PARKING, SHEET } from '@samenbord/shared/layout';
import { PALETTE } from './colors.ts';
import { fitBox, LINE_HEIGHT } from './fitText.ts';
import { font } from './font.ts';
import { intersects, type Painter2D, roundedPath } from './shapes.ts';
import type { SheetOptions } from './sheetOptions.ts';

/** Room for the name above the stickers, and what the strip keeps free of the sheet's lower edge. */
const LABEL = 58;
const EDGE = 6;
const SIZES = [36, 32, 28] as const;

/** Where the parking strip and its name are drawn. Sheet units. */
export const PARKING_BOX = {
  x: PARKING.x - EDGE,
  y: PARKING.y - LABEL,
  width: PARKING.width + 2 * EDGE,
  height: SHEET.height - PARKING.y + LABEL - EDGE,
} as const;

/**
 * The strip on which stickers wait whose field left with its partner. Over the fields that lie there, and so that
 * one still sees them: it is there until somebody has found these stickers a place.
 */
export function drawParking(
  ctx: Painter2D,
  name: string,
  { clip, scale, type }: Pick<SheetOptions, 'clip' | 'scale' | 'type'>,
): void {
  if (clip && !intersects(PARKING_BOX, clip)) return;
  const width = Math.max(4, 1.5 / scale);
  ctx.save();
  roundedPath(ctx, PARKING_BOX, 18);
  ctx.fillStyle = 'rgb(246 244 239 / 0.86)';
  ctx.fill();
  ctx.strokeStyle = PALETTE.muted;
  ctx.lineWidth = width;
  ctx.setLineDash([6 * width, 4 * width]);
  ctx.stroke();
  const box = { width: PARKING_BOX.width - 48, height: LABEL };
  const { size, lines } = fitBox(name, box, SIZES, type.measure(600));
  ctx.font = font(size, 600);
  ctx.fillStyle = PALETTE.ink;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.textRendering = 'geometricPrecision';
  ctx.direction = 'ltr';
  const middle = PARKING_BOX.y + LABEL / 2;
  lines.slice(0, 1).forEach(({ text }) => {
    ctx.fillText(text, PARKING_BOX.x + 24, middle + size * 0.36 * LINE_HEIGHT);
  });
  ctx.restore();
}
