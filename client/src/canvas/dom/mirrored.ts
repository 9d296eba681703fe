import { type Rect, squareAt } from '@samenbord/shared/layout';
import type { StickerView } from '../../board/types.ts';
import { intersects } from '../../drawing/index.ts';

/** As many stickers all have an element, in view or not: Tab and reading aloud reach all of them. */
const MOST_AT_ONCE = 500;
/** On a fuller sheet only what can be read: smaller than this, in CSS pixels, nobody reads a sticker. */
const LEGIBLE_SIDE = 24;

/** The stickers that get an element: all, unless they are too many to have on a page at once. */
export function mirroredOf(
  stickers: readonly StickerView[],
  seen: Rect,
  scale: number,
): readonly StickerView[] {
  if (stickers.length <= MOST_AT_ONCE) return stickers;
  const inView = stickers.filter(({ center, side }) => intersects(squareAt(center, side), seen));
  if (inView.length <= MOST_AT_ONCE) return inView;
  return inView.filter(({ side }) => side * scale >= LEGIBLE_SIDE);
}
