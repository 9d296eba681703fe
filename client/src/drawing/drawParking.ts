import { PARKING, SHEET } from '@samenbord/shared/layout';
import { PALETTE } from './colors.ts';
import { fitBox } from './fitText.ts';
import { font } from './font.ts';
import { intersects, type Painter2D, roundedPath } from './shapes.ts';
import type { SheetOptions } from './sheetOptions.ts';

/** What the strip keeps free of the sheet's edges. */
const EDGE = 6;
const SIZES = [38, 34, 30, 26] as const;
/** The share of the bottom margin its name may take: the credit has the other end. */
const NAME_SHARE = 0.45;

/** Where the parking strip is drawn. Sheet units. */
export const PARKING_BOX = {
  x: PARKING.x - EDGE,
  y: PARKING.y - EDGE,
  width: PARKING.width + 2 * EDGE,
  height: SHEET.height - PARKING.y,
} as const;

type ParkingOptions = Pick<SheetOptions, 'clip' | 'scale' | 'type'>;

/**
 * The strip on which stickers wait whose field left with its partner: a see-through edge and ground, since it
 * lies over fields of others until somebody has found these stickers a place.
 */
export function drawParking(ctx: Painter2D, { clip, scale }: ParkingOptions): void {
  if (clip && !intersects(PARKING_BOX, clip)) return;
  const width = Math.max(4, 1.5 / scale);
  ctx.save();
  roundedPath(ctx, PARKING_BOX, 18);
  ctx.fillStyle = 'rgb(246 244 239 / 0.4)';
  ctx.fill();
  ctx.strokeStyle = PALETTE.muted;
  ctx.lineWidth = width;
  ctx.setLineDash([6 * width, 4 * width]);
  ctx.stroke();
  ctx.restore();
}

/** What the strip is called, in the bottom margin at its right end. Over the stickers, whatever lies there. */
export function drawParkingName(ctx: Painter2D, name: string, { clip, type }: ParkingOptions): void {
  const margin = { ...PARKING_BOX, y: SHEET.height - SHEET.margin, height: SHEET.margin };
  if (clip && !intersects(margin, clip)) return;
  const room = { width: margin.width * NAME_SHARE, height: SIZES[0] };
  const { size, lines } = fitBox(name, room, SIZES, type.measure(600));
  const text = lines[0]?.text ?? '';
  const width = type.measure(600)(text) * size;
  const right = margin.x + margin.width - 24;
  const middle = margin.y + SHEET.margin / 2 - EDGE / 2;
  ctx.save();
  roundedPath(ctx, { x: right - width - 18, y: middle - 24, width: width + 36, height: 48 }, 24);
  ctx.fillStyle = PALETTE.page;
  ctx.fill();
  ctx.font = font(size, 600);
  ctx.fillStyle = PALETTE.ink;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'alphabetic';
  ctx.textRendering = 'geometricPrecision';
  ctx.direction = 'ltr';
  ctx.fillText(text, right, middle + size * 0.36);
  ctx.restore();
}
