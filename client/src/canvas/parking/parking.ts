import {
  PARKING_INNER,
  type Point,
  placedAmong,
  type RegionId,
  readingOrder,
  regionById,
  squareAt,
} from '@samenbord/shared/layout';
import { fieldName } from '../../board/fieldName.ts';
import { homeOf, isParkedView } from '../../board/parked.ts';
import type { StickerView } from '../../board/types.ts';
import { language, text } from '../../i18n/index.ts';
import { announce } from '../../ui/notices.ts';
import type { CanvasModel } from '../model.ts';

/**
 * Lays stickers on free places of the strip beside the sheet, in one step of undo: what is not on now. They keep what
 * they are and the field they came from. What is locked, or parked already, stays where it is.
 */
export function park(model: CanvasModel, ids: readonly string[]): void {
  const parked = chosen(model, ids).filter((sticker) => !isParkedView(sticker));
  if (parked.length === 0) return;
  model.board.commands.moveStickers(model.sheet().key, placesIn(model, PARKING_INNER, parked));
  announce(text('tools', 'park.done', { count: parked.length }));
}

/**
 * Brings parked stickers back to free places in the fields they came from, in one step of undo. Where the sheet has
 * that field no more, or there never was one, it asks where they are to go.
 */
export function bringBack(model: CanvasModel, ids: readonly string[]): void {
  const { layout, key } = model.sheet();
  const parked = chosen(model, ids).filter(isParkedView);
  const centers = new Map<string, Point>();
  const homes: RegionId[] = [];
  for (const [id, stickers] of Map.groupBy(parked, (sticker) => homeOf(layout, sticker))) {
    const field = id === undefined ? undefined : regionById(layout, id);
    if (!field) continue;
    homes.push(field.id);
    for (const [sticker, center] of placesIn(model, field.inner, stickers)) centers.set(sticker, center);
  }
  if (centers.size > 0) {
    model.board.commands.moveStickers(key, centers);
    const fields = homes.map((id) => fieldName(layout, id, model.view().partners, language()));
    announce(text('tools', 'park.back', { count: centers.size, fields: fields.join('; ') }));
  }
  const homeless = parked.filter(({ id }) => !centers.has(id)).map(({ id }) => id);
  if (homeless.length > 0) model.part.set({ kind: 'move', ids: homeless });
}

/** Those of this sheet that may be moved, in the order in which one reads them. */
function chosen(model: CanvasModel, ids: readonly string[]): readonly StickerView[] {
  if (!model.canWrite()) return [];
  const all = new Set(ids);
  return readingOrder(model.sheet().stickers.filter(({ id, locked }) => all.has(id) && !locked));
}

/** Free places for stickers in a box, clear of all that stays. */
function placesIn(
  model: CanvasModel,
  box: typeof PARKING_INNER,
  stickers: readonly StickerView[],
): ReadonlyMap<string, Point> {
  const moved = new Set(stickers.map(({ id }) => id));
  const stays = model
    .sheet()
    .stickers.filter(({ id }) => !moved.has(id))
    .map(({ center, side }) => squareAt(center, side));
  const points = placedAmong(
    box,
    stickers.map(({ side }) => side),
    stays,
  );
  return new Map(stickers.map(({ id, center }, n) => [id, points[n] ?? center]));
}
