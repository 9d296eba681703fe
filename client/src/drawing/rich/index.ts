import { drawWords } from '../drawSticker.ts';
import type { Pictorial } from '../pictorial.ts';
import type { Typesetter } from '../typesetter.ts';
import { drawPicture } from './drawPicture.ts';
import { roomOf } from './room.ts';
import type { PictureShelf } from './shelf.ts';
import { roomFitter } from './words.ts';

export { type Dimensions, dimensionsOf } from './dimensions.ts';
export { createShelf, type PictureShelf, type ShelfOptions } from './shelf.ts';

export interface PictorialOptions {
  readonly type: Typesetter;
  readonly shelf: Pick<PictureShelf, 'get'>;
}

/** What draws pictures and icons on stickers. Make a new one when a font arrived. */
export function createPictorial({ type, shelf }: PictorialOptions): Pictorial {
  const fitRoom = roomFitter(type);
  return {
    under(ctx, sticker, box, scale) {
      const room = roomOf(sticker, box);
      if (sticker.picture && room.picture) drawPicture(ctx, sticker.picture, room.picture, scale, shelf);
    },
    over(ctx, sticker, box, scale) {
      if (sticker.text.trim() === '') return;
      const { words } = roomOf(sticker, box);
      const { fitted, corner } = fitRoom(sticker.text, words, box.width);
      drawWords(ctx, { ...words, corner }, fitted, scale);
    },
  };
}
