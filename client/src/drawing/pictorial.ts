import type { InkStroke } from '@samenbord/shared/board';
import type { Point, Rect } from '@samenbord/shared/layout';
import type { StickerView } from '../board/types.ts';
import type { Painter2D } from './shapes.ts';

/** What a sticker may hold beside its words. */
export type PictorialSticker = Pick<
  StickerView,
  'center' | 'side' | 'text' | 'partner' | 'picture' | 'symbol' | 'ink' | 'votes'
>;

/** Ink that is being drawn, here or elsewhere: in sheet units. */
export interface LiveInk {
  readonly points: readonly (Point & { readonly pressure?: number })[];
  readonly width: number;
  readonly partner: string | null;
  /** It rubs out, and draws nothing. */
  readonly erased?: boolean;
}

/**
 * Draws what few sheets hold: pictures, icons and ink. Fetched when a board first has any; until then
 * stickers show their words alone.
 */
export interface Pictorial {
  /** What lies under the mark of the partner. @param scale device pixels per sheet unit */
  under(ctx: Painter2D, sticker: PictorialSticker, box: Rect, scale: number): void;
  /** The words in the room that is left. */
  over(ctx: Painter2D, sticker: PictorialSticker, box: Rect, scale: number): void;
  /** What is drawn on a sticker by hand, over all else on it. */
  ink(ctx: Painter2D, sticker: PictorialSticker, box: Rect): void;
  /** What is drawn on a sheet by hand. @param part what of it is wanted */
  sheetInk(ctx: Painter2D, strokes: readonly InkStroke[], part?: Rect): void;
  /** The box in which a stroke on a sheet leaves a trace. */
  boxOf(stroke: InkStroke): Rect;
  liveInk(ctx: Painter2D, live: LiveInk): void;
}

/** Whether there is more to draw than words. */
export function isPictorial({
  picture,
  symbol,
  ink,
}: Pick<PictorialSticker, 'picture' | 'symbol' | 'ink'>): boolean {
  return picture !== undefined || symbol !== undefined || ink !== undefined;
}
