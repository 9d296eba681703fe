import type { Place } from '../board/types.ts';
import { regionAt, regionById } from './lookup.ts';
import { PARKING, parkedPoint, parkedRegion } from './parking.ts';
import { clampBetween, clampCentre, contains } from './rect.ts';
import { SHEET_RECT } from './sheet.ts';
import type { Point, Rect, RegionId, SheetLayout } from './types.ts';

/** Places keep this many decimals: at most 0.21 units off on the whole sheet, and short in the document. */
const DECIMALS = 10_000;
/** The largest rounded value that is still inside a half-open region, so that a sticker stays in its field. */
const LAST_INSIDE = 1 - 1 / DECIMALS;

/**
 * The centre of a place in sheet units, always on the sheet or beside it on the parking strip, see `PARKING`: there
 * shows what is parked, and what is in a region that this layout does not have (the partner left). `x` and `y`
 * outside 0..1 are clamped.
 */
export function pointOf(layout: SheetLayout, place: Pick<Place, 'region' | 'x' | 'y'>): Point {
  const x = fraction(place.x);
  const y = fraction(place.y);
  if (place.region === null) return within(SHEET_RECT, x, y);
  const region = regionById(layout, place.region);
  return region ? within(region.rect, x, y) : parkedPoint(layout.template, place.region, x, y);
}

/**
 * The place of a sticker with its centre at this point: relative to the region under it, or to the whole
 * sheet. On the parking strip it is parked, and keeps in its region where it lay before. Points off the sheet land on
 * its edge. `pointOf` of it is within 1 unit of the (clamped) point.
 * @param before the region it lay in until now, if any
 */
export function placeAt(layout: SheetLayout, point: Point, z: number, before: RegionId | null = null): Place {
  if (contains(PARKING, point)) return parkedAt(layout, point, z, parkedRegion(before));
  const region = regionAt(layout, point);
  const rect = region?.rect ?? SHEET_RECT;
  const last = region ? LAST_INSIDE : 1;
  return {
    sheet: layout.template,
    region: region?.id ?? null,
    x: rounded((point.x - rect.x) / rect.width, last),
    y: rounded((point.y - rect.y) / rect.height, last),
    z,
  };
}

function parkedAt({ template }: SheetLayout, { x, y }: Point, z: number, region: RegionId): Place {
  return {
    sheet: template,
    region,
    x: rounded((x - PARKING.x) / PARKING.width, LAST_INSIDE),
    y: rounded((y - PARKING.y) / PARKING.height, LAST_INSIDE),
    z,
  };
}

/** The centre nearest to `point` at which a sticker of this side lies wholly on the sheet. */
export function clampToSheet(point: Point, side: number): Point {
  return clampCentre(SHEET_RECT, point, side);
}

function within(rect: Rect, x: number, y: number): Point {
  return { x: rect.x + x * rect.width, y: rect.y + y * rect.height };
}

/** 0..1; the middle for what is no number, which a broken record may hold. */
function fraction(value: number): number {
  return Number.isNaN(value) ? 0.5 : clampBetween(value, 0, 1);
}

function rounded(value: number, last: number): number {
  return Math.min(last, Math.round(fraction(value) * DECIMALS) / DECIMALS);
}
