import type { Place, Sticker } from '@samenbord/shared/board';
import { clampToTable, type Point, placeAt, STICKER_SIDE } from '@samenbord/shared/layout';
import type { TemplateKey } from '@samenbord/shared/template';
import type { Lie } from './aspects.ts';
import { bySheet } from './layouts.ts';
import type { BoardView, Spot, StickerDraft, StickerView } from './types.ts';

/** The places of new stickers, each on its sheet: whole on it or on the strip beside it, on top, the later above the earlier. */
export function placesOfNew(view: BoardView, drafts: readonly StickerDraft[]): readonly Place[] {
  const tops = bySheet((sheet) => topOf(view, sheet, new Map()));
  return drafts.map(({ sheet, center, size = 'M' }, index) =>
    placeOn(view, sheet, center, size, tops[sheet] + index),
  );
}

/** Where stickers lie that are laid out: whole on the sheet, their stacking as it was. */
export function liesOf(
  view: BoardView,
  sheet: TemplateKey,
  laid: readonly Sticker[],
  spots: ReadonlyMap<string, Spot>,
): ReadonlyMap<string, Lie> {
  const lies = new Map<string, Lie>();
  for (const sticker of laid) {
    const spot = spots.get(sticker.id);
    if (spot === undefined) continue;
    const size = spot.size ?? sticker.size;
    const { z, region } = sticker.place;
    lies.set(sticker.id, { place: placeOn(view, sheet, spot.center, size, z, region), size });
  }
  return lies;
}

/**
 * The places of stickers brought above or below all others of their sheets, among each other as they were.
 * What is there already keeps its place.
 */
export function placesRestacked(
  view: BoardView,
  moved: readonly Sticker[],
  to: 'front' | 'back',
): ReadonlyMap<string, Place> {
  const chosen = new Set(moved.map(({ id }) => id));
  const places = new Map<string, Place>();
  for (const { stickers } of Object.values(view.sheets)) {
    const mine = stickers.filter(({ id }) => chosen.has(id));
    const end = to === 'front' ? stickers.slice(-mine.length) : stickers.slice(0, mine.length);
    if (mine.length === 0 || end.every(({ id }) => chosen.has(id))) continue;
    const first = to === 'front' ? above(stickers, chosen) : below(stickers, chosen) - mine.length;
    mine.forEach(({ id, place }, index) => {
      places.set(id, { ...place, z: first + index });
    });
  }
  return places;
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
    const before = place.sheet === sheet ? place.region : null;
    const next = placeOn(view, sheet, center, size, top + index, before);
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
  before: string | null = null,
): Place {
  return placeAt(view.sheets[sheet].layout, clampToTable(center, STICKER_SIDE[size]), z, before);
}

/** The lowest stacking order above all stickers of a sheet, those that are dropped left aside. */
function topOf(view: BoardView, sheet: TemplateKey, dropped: ReadonlyMap<string, Point>): number {
  return above(view.sheets[sheet].stickers, dropped);
}

type Ids = Pick<ReadonlySet<string>, 'has'>;

/** The lowest whole number above the stacking order of all but these, and the highest below it. */
function above(stickers: readonly StickerView[], without: Ids): number {
  const highest = stickers.findLast(({ id }) => !without.has(id));
  return highest === undefined ? 0 : Math.floor(highest.place.z) + 1;
}

function below(stickers: readonly StickerView[], without: Ids): number {
  const lowest = stickers.find(({ id }) => !without.has(id));
  return lowest === undefined ? 0 : Math.ceil(lowest.place.z);
}

function same(a: Place, b: Place): boolean {
  return a.sheet === b.sheet && a.region === b.region && a.x === b.x && a.y === b.y && a.z === b.z;
}
