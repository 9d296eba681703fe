import type { Rect } from '@samenbord/shared/layout';
import type { StickerView } from '../board/types.ts';
import type { Painter2D } from './shapes.ts';

/** What a sticker may hold beside its words. */
export type PictorialSticker = Pick<
  StickerView,
  'center' | 'side' | 'text' | 'partner' | 'picture' | 'symbol'
>;

/**
 * Draws what few stickers hold: pictures and icons. Fetched when a board first has any; until then
 * stickers show their words alone.
 */
export interface Pictorial {
  /** What lies under the mark of the partner. @param scale device pixels per sheet unit */
  under(ctx: Painter2D, sticker: PictorialSticker, box: Rect, scale: number): void;
  /** The words in the room that is left. */
  over(ctx: Painter2D, sticker: PictorialSticker, box: Rect, scale: number): void;
}

/** Whether there is more to draw than words. */
export function isPictorial({ picture, symbol }: Pick<PictorialSticker, 'picture' | 'symbol'>): boolean {
  return picture !== undefined || symbol !== undefined;
}
