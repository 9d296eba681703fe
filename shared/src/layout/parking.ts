import type { Place } from '../board/types.ts';
import { type FieldTemplate, TEMPLATES, type TemplateKey } from '../template/index.ts';
import { regionAt, regionById } from './lookup.ts';
import { clampBetween, clampCentre } from './rect.ts';
import { parkedId, parseRegionId } from './regionId.ts';
import { SHEET, SHEET_RECT, STICKER_SIDE } from './sheet.ts';
import type { Point, Rect, RegionId, SheetLayout } from './types.ts';

/** What the strip keeps free of the sheet, and the stickers on it of the strip's edges. */
const GAP = 40;
const ROOM = 14;
/** Height of the band at its top that holds its name. */
const NAME_BAND = 110;
/** The longest region id that a place may have; what would be longer is parked without the field it came from. */
const LONGEST_REGION = 128;

/**
 * Where stickers lie that are parked: what is not on now, and what lay in the panel of a partner who left. A strip at
 * the right of the sheet and as high as its fields, beside and never over them: most screens are wider than the sheet
 * is, so there it costs the sheet nothing. The same on both sheets, for any partners. Two default stickers fit beside
 * each other, and a large one beside a small one.
 */
export const PARKING: Rect = {
  x: SHEET.width + GAP,
  y: SHEET.margin,
  width: STICKER_SIDE.L + STICKER_SIDE.S + 12 + 2 * ROOM,
  height: SHEET.height - 2 * SHEET.margin,
};

/** The part of the strip below its name, where the tool lays stickers. */
export const PARKING_INNER: Rect = {
  x: PARKING.x + ROOM,
  y: PARKING.y + NAME_BAND,
  width: PARKING.width - 2 * ROOM,
  height: PARKING.height - NAME_BAND - ROOM,
};

/** The sheet with the strip beside it: all there is to look at when something is parked. */
export const SHEET_WITH_PARKING: Rect = { ...SHEET_RECT, width: PARKING.x + PARKING.width + GAP };

/** Whether `pointOf` shows this place on the parking strip: parked by somebody, or its field is gone. */
export function isParked(layout: SheetLayout, place: Pick<Place, 'region'>): boolean {
  return place.region !== null && regionById(layout, place.region) === undefined;
}

/** In place of a field's id: the parking strip. */
export const BESIDE: RegionId = parkedId(null);

/** What a sticker with its centre here would come to lie in: a field, the parking strip, or neither. */
export function landingAt(layout: SheetLayout, point: Point): RegionId | null {
  return isBesideSheet(point) ? BESIDE : (regionAt(layout, point)?.id ?? null);
}

/** Whether a sticker with its centre here is parked: on the strip, or beyond it. */
export function isBesideSheet({ x }: Point): boolean {
  return x >= PARKING.x;
}

/** The region id of what is parked that lay in this region before; of what is parked already, that of its field. */
export function parkedRegion(before: RegionId | null): RegionId {
  const id = parkedId(before);
  return id.length > LONGEST_REGION ? parkedId(null) : id;
}

/**
 * The nearest centre at which a sticker of this side lies wholly on the sheet or, when it is beside that, wholly on
 * the parking strip.
 */
export function clampToTable(point: Point, side: number): Point {
  return clampCentre(isBesideSheet(point) ? PARKING : SHEET_RECT, point, side);
}

/** Where a hand may hold a sticker: over the sheet, the strip, and what is between them. */
export function clampHeld({ x, y }: Point, side: number): Point {
  const half = side / 2;
  return {
    x: clampBetween(x, half, PARKING.x + PARKING.width - half),
    y: clampBetween(y, half, SHEET.height - half),
  };
}

/** The fields that can leave a sheet: those of a partner's panel. */
function leavingFields(template: TemplateKey): readonly FieldTemplate[] {
  const sheet = TEMPLATES[template];
  return sheet.kind === 'panels' ? sheet.perPartner : [];
}

/**
 * The point of a place in a region that is not there. What somebody parked is where they put it: `x` and `y` are
 * relative to the strip. For what lost its field the strip is divided over the fields that can leave, from top to
 * bottom, so that the stickers of a partner who left stay in order and together; unknown fields come last.
 */
export function parkedPoint(template: TemplateKey, region: string, x: number, y: number): Point {
  const { field, parked } = parseRegionId(region);
  if (parked) return { x: PARKING.x + x * PARKING.width, y: PARKING.y + y * PARKING.height };
  const fields = leavingFields(template);
  const known = fields.findIndex(({ key }) => key === field);
  const part = known < 0 ? fields.length : known;
  const half = STICKER_SIDE.M / 2;
  return {
    x: PARKING_INNER.x + half + (PARKING_INNER.width - 2 * half) * x,
    y: PARKING_INNER.y + half + ((PARKING_INNER.height - 2 * half) * (part + y)) / (fields.length + 1),
  };
}
