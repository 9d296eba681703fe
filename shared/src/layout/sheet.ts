import type { Size } from '../board/types.ts';
import type { Rect } from './types.ts';

/** Both sheets: A3 landscape at 0.1 mm a unit. `strip` and `margin` in the same units. */
export const SHEET = { width: 4200, height: 2970, strip: 150, margin: 60 } as const;

/** Side of a square sticker in sheet units. */
export const STICKER_SIDE: Readonly<Record<Size, number>> = { S: 160, M: 220, L: 300 };

/** The whole sheet. */
export const SHEET_RECT: Rect = { x: 0, y: 0, width: SHEET.width, height: SHEET.height };

/** Where the templates' grids lie: 4080 x 2700 units. */
export const GRID_RECT: Rect = {
  x: SHEET.margin,
  y: SHEET.margin + SHEET.strip,
  width: SHEET.width - 2 * SHEET.margin,
  height: SHEET.height - 2 * SHEET.margin - SHEET.strip,
};

const STRIP_GAP = 20;

/** The band with title, date and legend; a small gap keeps it off the grid. */
export const STRIP_RECT: Rect = {
  x: SHEET.margin,
  y: SHEET.margin,
  width: GRID_RECT.width,
  height: SHEET.strip - STRIP_GAP,
};
