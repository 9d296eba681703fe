import type { Rect } from '@samenbord/shared/layout';
import { votesFoot } from '../drawVotes.ts';
import type { PictorialSticker } from '../pictorial.ts';

/** How a sticker is divided between what it shows and what it says. Sheet units. */
export interface Room {
  readonly picture?: Rect;
  readonly symbol?: Rect;
  readonly words: Rect;
}

/** Shares of the side. */
const EDGE = 0.05;
const PADDING = 0.066;
const PICTURE_ABOVE_WORDS = 0.62;
const SYMBOL_ABOVE_WORDS = 0.3;
const SYMBOL_ALONE = 0.6;
const SYMBOL_ON_PICTURE = 0.2;

/** Divides a sticker: a picture or symbol above its words, or alone and larger. */
export function roomOf(sticker: PictorialSticker, box: Rect): Room {
  const { picture, symbol, text } = sticker;
  const side = box.width;
  // On a picture the dots lie above the words.
  const foot = picture ? 0 : votesFoot(sticker);
  const alone = text.trim() === '';
  const edge = side * EDGE;
  const words = (top: number): Rect => ({
    x: box.x + side * PADDING,
    y: box.y + side * top,
    width: side * (1 - 2 * PADDING),
    height: side * (1 - top - PADDING) - foot,
  });
  if (picture) {
    const height = alone ? side - 2 * edge : side * PICTURE_ABOVE_WORDS;
    const sign = side * SYMBOL_ON_PICTURE;
    return {
      picture: { x: box.x + edge, y: box.y + edge, width: side - 2 * edge, height },
      ...(symbol ? { symbol: { x: box.x + edge, y: box.y + edge, width: sign, height: sign } } : {}),
      words: words(EDGE + PICTURE_ABOVE_WORDS + 0.02),
    };
  }
  if (!symbol) return { words: words(PADDING) };
  const size = side * (alone ? SYMBOL_ALONE : SYMBOL_ABOVE_WORDS);
  const at = alone
    ? { x: box.x + (side - size) / 2, y: box.y + (side - size) / 2 }
    : { x: box.x + side * PADDING, y: box.y + side * PADDING };
  return { symbol: { ...at, width: size, height: size }, words: words(PADDING + SYMBOL_ABOVE_WORDS + 0.03) };
}

/** The largest box of this shape in the middle of another. */
export function contained(room: Rect, shape: { readonly width: number; readonly height: number }): Rect {
  const by = Math.min(room.width / shape.width, room.height / shape.height);
  const [width, height] = [shape.width * by, shape.height * by];
  return { x: room.x + (room.width - width) / 2, y: room.y + (room.height - height) / 2, width, height };
}
