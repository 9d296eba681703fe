import type { Place, Sticker } from '@samenbord/shared/board';
import { clampToSheet, type Point, placeAt, STICKER_SIDE } from '@samenbord/shared/layout';
import type { TemplateKey } from '@samenbord/shared/template';
import type { BoardView } from './types.ts';

/** The place of one new sticker on a sheet: whole on the sheet, on top. */
export function placeOfNew(view: BoardView, sheet: TemplateKey, center: Point, size: Sticker['size']): Place {
  return placeOn(view, sheet, center, size, topOf(view, sheet, new Map()));
}

/**
 * The places of stickers that are dropped together: each whole on the sheet, all on top of the rest and
 * among each other as they were. A place that stays the same is the same object.
 */
export function placesOfDropped(
  view: BoardView,
  sheet: TemplateKey,
  dropped: readonly Sticker[],
  centers: ReadonlyMap<string, Point>,
): ReadonlyMap<string, Place> {
  const bottomUp = dropped.toSorted((a, b) => a.place.z - b.place.z || (a.id < b.id ? -1 : 1));
  const top = topOf(view, sheet, centers);
  const places = new Map<string, Place>();
  bottomUp.forEach(({ id, size, place }, index) => {
    const center = centers.get(id);
    if (center === undefined) return;
    const next = placeOn(view, sheet, center, size, top + index);
    places.set(id, same(place, next) ? place : next);
  });
  return places;
}

function placeOn(
  view: BoardView,
  sheet: TemplateKey,
  center: Point,
  size: Sticker['size'],
  z: number,
): Place {
  return placeAt(view.sheets[sheet].layout, clampToSheet(center, STICKER_SIDE[size]), z);
}

/** The lowest stacking order above all stickers of a sheet, those that are dropped left aside. */
function topOf(view: BoardView, sheet: TemplateKey, dropped: ReadonlyMap<string, Point>): number {
  const below = view.sheets[sheet].stickers.findLast(({ id }) => !dropped.has(id));
  return below === undefined ? 0 : Math.floor(below.place.z) + 1;
}

function same(a: Place, b: Place): boolean {
  return a.sheet === b.sheet && a.region === b.region && a.x === b.x && a.y === b.y && a.z === b.z;
}
