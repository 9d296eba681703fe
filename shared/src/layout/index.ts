export { ALIGNMENTS, type Alignment, aligned, boxAround, distributed, type Square } from './aligning.ts';
export { isCrowding, shrunk } from './filling.ts';
export { GROUP_TITLE, groupFrame } from './groupFrame.ts';
export { freeSpot, type Laid, layInRows } from './laying.ts';
export { layoutSheet } from './layoutSheet.ts';
export { regionAt, regionById } from './lookup.ts';
export {
  BESIDE,
  clampHeld,
  clampToTable,
  isBesideSheet,
  isParked,
  landingAt,
  PARKING,
  PARKING_INNER,
  parkedRegion,
  SHEET_WITH_PARKING,
} from './parking.ts';
export { clampToSheet, placeAt, pointOf } from './place.ts';
export { contains, overlapArea, squareAt } from './rect.ts';
export { parseRegionId, type RegionParts, regionId } from './regionId.ts';
export { SHEET, SHEET_RECT, STICKER_SIDE } from './sheet.ts';
export { placedAmong, readingOrder, spotBeside, type TidySpot, tidied } from './tidying.ts';
export type * from './types.ts';
