import { contains, type Point, SHEET, squareAt } from '@samenbord/shared/layout';
import type { SheetView, StickerView } from '../../board/types.ts';

/** CSS pixels between a sticker's edge and the middle of a handle, and the handle's own radius. */
const ASIDE = 24;
export const HANDLE_RADIUS = 7;
/** Side in CSS pixels below which a sticker is too small to have handles beside it. */
const SMALLEST = 56;
/** Handles of one sticker: enough to go either way. */
const MOST = 2;

/** Beside it first: above and below stand the buttons of what is selected. */
const SIDES = [
  { x: 1, y: 0 },
  { x: -1, y: 0 },
  { x: 0, y: 1 },
  { x: 0, y: -1 },
] as const;

/**
 * Where a selected sticker has the handles from which a line is drawn, in sheet units: at sides where no other
 * sticker lies, so that nobody takes a line who meant a sticker.
 * @param scale CSS pixels per sheet unit
 */
export function linkHandles(
  sticker: StickerView,
  { stickers }: Pick<SheetView, 'stickers'>,
  scale: number,
  centerOf: (sticker: StickerView) => Point,
): readonly Point[] {
  if (sticker.side * scale < SMALLEST) return [];
  const center = centerOf(sticker);
  const reach = sticker.side / 2 + ASIDE / scale;
  return SIDES.map(({ x, y }) => ({ x: center.x + x * reach, y: center.y + y * reach }))
    .filter(({ x, y }) => x > 0 && y > 0 && x < SHEET.width && y < SHEET.height)
    .filter(
      (point) =>
        !stickers.some((one) => one !== sticker && contains(squareAt(centerOf(one), one.side), point)),
    )
    .slice(0, MOST);
}
