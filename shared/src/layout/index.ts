export { freeSpot, type Laid, layInRows } from './laying.ts';
export { layoutSheet } from './layoutSheet.ts';
export { regionAt, regionById } from './lookup.ts';
export { isParked, PARKING } from './parking.ts';
export { clampToSheet, placeAt, pointOf } from './place.ts';
export { contains, overlapArea, squareAt } from './rect.ts';
export { parseRegionId, regionId } from './regionId.ts';
export { SHEET, STICKER_SIDE } from './sheet.ts';
export type * from './types.ts';
