import type { Place } from '../board/types.ts';
import { type FieldTemplate, TEMPLATES, type TemplateKey } from '../template/index.ts';
import { regionById } from './lookup.ts';
import { parseRegionId } from './regionId.ts';
import { SHEET, STICKER_SIDE } from './sheet.ts';
import type { Point, Rect, SheetLayout } from './types.ts';

/** Room for rows to stay apart in the parking strip. */
const ROW_ROOM = 100;

/**
 * Where stickers show whose region the sheet no longer has, until somebody moves them: a strip along the
 * bottom edge, over whatever lies there. A sticker of size M or S parked here lies wholly on the sheet.
 */
export const PARKING: Rect = {
  x: SHEET.margin,
  y: SHEET.height - STICKER_SIDE.M - ROW_ROOM,
  width: SHEET.width - 2 * SHEET.margin,
  height: STICKER_SIDE.M + ROW_ROOM,
};

/** Whether `pointOf` shows this place on the parking strip. */
export function isParked(layout: SheetLayout, place: Pick<Place, 'region'>): boolean {
  return place.region !== null && regionById(layout, place.region) === undefined;
}

/** The fields that can leave a sheet: those of a partner's panel. */
function leavingFields(template: TemplateKey): readonly FieldTemplate[] {
  const sheet = TEMPLATES[template];
  return sheet.kind === 'panels' ? sheet.perPartner : [];
}

/**
 * The point of a place in a region that is not there. The strip is divided over the fields that can leave, so
 * that the stickers of a partner who left stay in order and together; unknown fields come last.
 */
export function parkedPoint(template: TemplateKey, region: string, x: number, y: number): Point {
  const fields = leavingFields(template);
  const known = fields.findIndex((field) => field.key === parseRegionId(region).field);
  const part = known < 0 ? fields.length : known;
  const half = STICKER_SIDE.M / 2;
  return {
    x: PARKING.x + half + ((PARKING.width - 2 * half) * (part + x)) / (fields.length + 1),
    y: PARKING.y + half + ROW_ROOM * y,
  };
}
