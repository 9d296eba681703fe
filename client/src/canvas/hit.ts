import { GROUP_TITLE, type Point, type Rect, type RegionId, regionAt } from '@samenbord/shared/layout';
import type { SheetView, StickerView } from '../board/types.ts';
import { GROUP_EDGE } from '../drawing/index.ts';

/** What lies under a pointer. Pure geometry over what is shown, so that tools need no page. */
export type Target =
  | { readonly kind: 'sticker'; readonly id: string }
  /** Where a line from a selected sticker begins. */
  | { readonly kind: 'handle'; readonly id: string }
  | { readonly kind: 'link'; readonly id: string }
  /** The title of a frame around stickers. */
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'label'; readonly region: RegionId }
  | { readonly kind: 'empty'; readonly region: RegionId | null };

export interface HitOptions {
  /** Where a sticker is shown, which in a drag is not where the document has it. */
  readonly centerOf: (sticker: StickerView) => Point;
  /** Stickers drawn above all others, because they are in somebody's hand. */
  readonly lifted: ReadonlySet<string>;
  /** Where a field's label is drawn. */
  readonly labelOf: (region: RegionId) => Rect | undefined;
  /** The line within so many sheet units of a point. */
  readonly lineAt: (point: Point, reach: number) => string | undefined;
  /** Half the width of the band along a line that counts as on it, in sheet units. */
  readonly lineReach: number;
  /** How far beside something counts as on it, in sheet units: a finger's width. 0 for a mouse. */
  readonly reach: number;
}

/** What is at this point of the sheet: stickers lie over labels, the uppermost counts. */
export function targetAt(sheet: SheetView, point: Point, options: HitOptions): Target {
  const sticker = stickerAt(sheet, point, options);
  if (sticker) return { kind: 'sticker', id: sticker.id };
  const group = sheet.groups?.find(({ box }) => distanceTo({ ...box, height: GROUP_TITLE }, point) === 0);
  if (group) return { kind: 'group', id: group.id };
  for (const region of sheet.layout.regions) {
    const label = options.labelOf(region.id);
    if (label && distanceTo(label, point) <= options.reach) return { kind: 'label', region: region.id };
  }
  const near = options.reach > 0 ? nearestSticker(sheet, point, options) : undefined;
  if (near) return { kind: 'sticker', id: near.id };
  const beside = sheet.groups?.find(({ box }) => isOnEdge(box, point, Math.max(GROUP_EDGE, options.reach)));
  if (beside) return { kind: 'group', id: beside.id };
  const line = options.lineAt(point, options.lineReach);
  if (line !== undefined) return { kind: 'link', id: line };
  return { kind: 'empty', region: regionAt(sheet.layout, point)?.id ?? null };
}

function stickerAt(sheet: SheetView, point: Point, options: HitOptions): StickerView | undefined {
  let found: StickerView | undefined;
  for (let i = sheet.stickers.length - 1; i >= 0; i -= 1) {
    const sticker = sheet.stickers[i];
    if (!sticker || distanceToSticker(sticker, point, options) > 0) continue;
    if (options.lifted.has(sticker.id)) return sticker;
    found ??= sticker;
    if (options.lifted.size === 0) return found;
  }
  return found;
}

function nearestSticker(sheet: SheetView, point: Point, options: HitOptions): StickerView | undefined {
  let nearest: StickerView | undefined;
  let least = options.reach;
  for (const sticker of sheet.stickers) {
    const distance = distanceToSticker(sticker, point, options);
    if (distance >= least) continue;
    least = distance;
    nearest = sticker;
  }
  return nearest;
}

function distanceToSticker(sticker: StickerView, point: Point, { centerOf }: HitOptions): number {
  const center = centerOf(sticker);
  const half = sticker.side / 2;
  return Math.max(Math.abs(point.x - center.x) - half, Math.abs(point.y - center.y) - half, 0);
}

/** How far a point lies outside a box, along the larger axis; 0 inside. */
function distanceTo(rect: Rect, point: Point): number {
  const dx = Math.max(rect.x - point.x, point.x - rect.x - rect.width, 0);
  const dy = Math.max(rect.y - point.y, point.y - rect.y - rect.height, 0);
  return Math.max(dx, dy);
}

/** Whether a point is on a frame's edge, or on the outside so near to it. */
function isOnEdge(box: Rect, point: Point, reach: number): boolean {
  const inside = Math.min(
    point.x - box.x,
    box.x + box.width - point.x,
    point.y - box.y,
    box.y + box.height - point.y,
  );
  return distanceTo(box, point) <= reach && inside <= GROUP_EDGE;
}
