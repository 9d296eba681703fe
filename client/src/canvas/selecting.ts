import { boxAround, type Point, type Rect, type RegionId, squareAt } from '@samenbord/shared/layout';
import type { SheetView, StickerView } from '../board/types.ts';
import { intersects } from '../drawing/index.ts';

/** Where a sticker is shown, which in a drag is not where the document has it. */
type CenterOf = (sticker: StickerView) => Point;

/** The stickers a box touches, or holds whole. From bottom to top. */
export function idsInBox(
  { stickers }: SheetView,
  box: Rect,
  which: 'touched' | 'enclosed',
  centerOf: CenterOf,
): readonly string[] {
  return stickers
    .filter((sticker) => {
      const square = squareAt(centerOf(sticker), sticker.side);
      return which === 'touched' ? intersects(square, box) : holds(box, square);
    })
    .map(({ id }) => id);
}

function holds(box: Rect, { x, y, width, height }: Rect): boolean {
  return x >= box.x && y >= box.y && x + width <= box.x + box.width && y + height <= box.y + box.height;
}

/** The stickers of a field; `null` for those on the bare sheet. */
export function idsInField({ stickers }: SheetView, region: RegionId | null): readonly string[] {
  return stickers.filter((sticker) => sticker.region === region).map(({ id }) => id);
}

/** The stickers on a sheet that speak for a partner; `null` for nobody in particular. */
export function idsOfPartner({ stickers }: SheetView, partner: string | null): readonly string[] {
  return stickers.filter((sticker) => (sticker.partner?.id ?? null) === partner).map(({ id }) => id);
}

/** The box around the stickers with these ids, as they are shown; `undefined` around none. */
export function boxAroundIds(
  byId: ReadonlyMap<string, StickerView>,
  ids: readonly string[],
  centerOf: CenterOf,
): Rect | undefined {
  const squares = ids.flatMap((id) => {
    const sticker = byId.get(id);
    return sticker ? [{ center: centerOf(sticker), side: sticker.side }] : [];
  });
  return boxAround(squares);
}

/** The box between two corners, in whatever order. */
export function boxBetween(a: Point, b: Point): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { x, y, width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}
