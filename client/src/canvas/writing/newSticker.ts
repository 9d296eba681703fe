import type { Size } from '@samenbord/shared/board';
import { freeSpot, type Point, type Rect, regionAt, STICKER_SIDE, squareAt } from '@samenbord/shared/layout';
import type { SheetView, StickerDraft } from '../../board/types.ts';
import { intersects } from '../../drawing/index.ts';

/** A sticker that will be made by its first letter. */
export interface Draft extends StickerDraft {
  readonly size: Size;
}

/**
 * Where a new default sticker goes when somebody presses the button: on a free spot of the field in the
 * middle of what they see, of the part of it that is in view if that is large enough.
 * @param seen what is in view, in sheet units
 */
export function spotForNew(sheet: SheetView, seen: Rect): Point {
  const side = STICKER_SIDE.M;
  const middle = { x: seen.x + seen.width / 2, y: seen.y + seen.height / 2 };
  const region = regionAt(sheet.layout, onSheet(sheet, middle));
  const inner = region?.inner ?? sheet.layout.sheet;
  const part = overlap(inner, seen);
  const area = part && part.width >= side && part.height >= side ? part : inner;
  const occupied = sheet.stickers
    .map((sticker) => squareAt(sticker.center, sticker.side))
    .filter((rect) => intersects(rect, area));
  return freeSpot(area, side, occupied);
}

/** The nearest point that is on the sheet, so that looking beside it still finds a field. */
function onSheet({ layout }: SheetView, { x, y }: Point): Point {
  const { sheet } = layout;
  return {
    x: Math.min(sheet.x + sheet.width - 1, Math.max(sheet.x, x)),
    y: Math.min(sheet.y + sheet.height - 1, Math.max(sheet.y, y)),
  };
}

function overlap(a: Rect, b: Rect): Rect | undefined {
  if (!intersects(a, b)) return undefined;
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  return {
    x,
    y,
    width: Math.min(a.x + a.width, b.x + b.width) - x,
    height: Math.min(a.y + a.height, b.y + b.height) - y,
  };
}
