import {
  type Alignment,
  aligned,
  distributed,
  GROUP_TITLE,
  placedAmong,
  type Rect,
  type RegionId,
  readingOrder,
  regionById,
  squareAt,
  tidied,
} from '@samenbord/shared/layout';
import type { TemplateKey } from '@samenbord/shared/template';
import type { Spot, StickerView } from '../../board/types.ts';
import { selectedOf } from '../copying.ts';
import type { CanvasModel } from '../model.ts';

/** In what order stickers are laid in rows: as they lie, by partner, or those with most dots first. */
export const ORDERS = ['place', 'partner', 'votes'] as const;
export type Order = (typeof ORDERS)[number];

/** Selected stickers that may be moved. */
function movable(model: CanvasModel): readonly StickerView[] {
  return selectedOf(model).filter(({ locked }) => !locked);
}

export function align(model: CanvasModel, to: Alignment): void {
  lay(model, aligned(movable(model), to));
}

export function distribute(model: CanvasModel, axis: 'x' | 'y'): void {
  lay(model, distributed(movable(model), axis));
}

function lay(model: CanvasModel, centers: ReadonlyMap<string, Spot['center']>): void {
  const spots = new Map([...centers].map(([id, center]) => [id, { center }]));
  model.board.commands.layStickers(model.sheet().key, spots);
}

/** Lays what is selected in rows, each sticker within its own field; what lies in no field stays. */
export function tidySelection(model: CanvasModel, order: Order): void {
  tidy(model, movable(model), order);
}

/** Lays all stickers of a field in rows. */
export function tidyField(model: CanvasModel, region: RegionId, order: Order): void {
  const stickers = model.sheet().stickers.filter((one) => one.region === region && !one.locked);
  tidy(model, stickers, order);
}

function tidy(model: CanvasModel, stickers: readonly StickerView[], order: Order): void {
  const { key, layout, stickers: all } = model.sheet();
  const chosen = new Set(stickers.map(({ id }) => id));
  const stays = all.filter(({ id }) => !chosen.has(id)).map(({ center, side }) => squareAt(center, side));
  const spots = new Map<string, Spot>();
  for (const [id, group] of Map.groupBy(stickers, ({ region }) => region)) {
    const field = id === null ? undefined : regionById(layout, id);
    if (!field) continue;
    for (const [sticker, spot] of tidied(roomIn(field.inner, group), inOrder(model, group, order), stays))
      spots.set(sticker, spot);
  }
  model.board.commands.layStickers(key, spots);
}

/** Where they are laid: under the place of a frame's title when one of them has a frame, which else hides the field's name. */
function roomIn(inner: Rect, stickers: readonly StickerView[]): Rect {
  const left = inner.height - GROUP_TITLE;
  const fits = stickers.every(({ side }) => side <= left);
  if (!fits || stickers.every(({ group }) => group === undefined)) return inner;
  return { ...inner, y: inner.y + GROUP_TITLE, height: left };
}

function inOrder(model: CanvasModel, stickers: readonly StickerView[], order: Order): StickerView[] {
  const read = readingOrder(stickers);
  if (order === 'place') return read;
  if (order === 'votes') return read.sort((a, b) => (b.votes?.count ?? 0) - (a.votes?.count ?? 0));
  const ids = model.view().partners.map(({ id }) => id);
  const rank = ({ partner }: StickerView) => (partner ? ids.indexOf(partner.id) : ids.length);
  return read.sort((a, b) => rank(a) - rank(b));
}

/** Brings stickers to free places in a field, of either sheet. */
export function moveInto(
  model: CanvasModel,
  ids: readonly string[],
  sheet: TemplateKey,
  region: RegionId,
): void {
  const { byId, sheets } = model.view();
  const { layout, stickers } = sheets[sheet];
  const field = regionById(layout, region);
  const moved = readingOrder(
    ids.flatMap((id) => {
      const sticker = byId.get(id);
      return sticker && !sticker.locked ? [sticker] : [];
    }),
  );
  if (!field) return;
  const chosen = new Set(ids);
  const occupied = stickers
    .filter(({ id }) => !chosen.has(id))
    .map(({ center, side }) => squareAt(center, side));
  const points = placedAmong(
    field.inner,
    moved.map(({ side }) => side),
    occupied,
  );
  const centers = new Map(moved.map(({ id, center }, index) => [id, points[index] ?? center]));
  model.board.commands.moveStickers(sheet, centers);
}
