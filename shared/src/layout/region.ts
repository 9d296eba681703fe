import type { FieldTemplate, GridBox } from '../template/index.ts';
import { regionId } from './regionId.ts';
import { GRID_RECT } from './sheet.ts';
import type { Rect, Region } from './types.ts';

/** Height of the band at the top of a region that holds its label, plain and emphasised. */
const LABEL_BAND = 60;
const LABEL_BAND_EMPHASISED = 84;
/** Free room between what the tool lays and the region's other edges; and where room is scarce. */
const PADDING = 32;
const PADDING_NARROW = 14;
/** A field narrower than this has to give its width to stickers: eight partners' fields are 510 wide. */
const NARROW = 600;

type Grid = { readonly columns: number; readonly rows: number };

/** The box of grid cells in sheet units. */
export function gridRect([col, row, colSpan, rowSpan]: GridBox, grid: Grid): Rect {
  const cellWidth = GRID_RECT.width / grid.columns;
  const cellHeight = GRID_RECT.height / grid.rows;
  return {
    x: GRID_RECT.x + (col - 1) * cellWidth,
    y: GRID_RECT.y + (row - 1) * cellHeight,
    width: colSpan * cellWidth,
    height: rowSpan * cellHeight,
  };
}

/** A field on the sheet, with its inner box worked out. */
export function makeRegion(
  field: FieldTemplate,
  rect: Rect,
  rest: Pick<Region, 'kind' | 'partner' | 'faces'>,
): Region {
  const band = field.emphasis ? LABEL_BAND_EMPHASISED : LABEL_BAND;
  const padding = rect.width < NARROW ? PADDING_NARROW : PADDING;
  const inner = {
    x: rect.x + padding,
    y: rect.y + band,
    width: rect.width - 2 * padding,
    // Below, a few units do: what matters is that a third row of stickers still fits.
    height: rect.height - band - PADDING_NARROW,
  };
  return { id: regionId(field.key, rest.partner), field, rect, inner, ...rest };
}
