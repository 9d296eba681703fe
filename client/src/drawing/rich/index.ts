import type { Partner } from '@samenbord/shared/board';
import { drawWords } from '../drawSticker.ts';
import type { Pictorial } from '../pictorial.ts';
import type { Typesetter } from '../typesetter.ts';
import { drawShape, drawSheetInk, drawStickerInk, inkColor, traced, tracedBy } from './drawInk.ts';
import { drawPicture } from './drawPicture.ts';
import { drawSymbol, type IconShelf } from './drawSymbol.ts';
import { boundsOf } from './inkShape.ts';
import { roomOf } from './room.ts';
import type { PictureShelf } from './shelf.ts';
import { roomFitter } from './words.ts';

export { type Dimensions, dimensionsOf } from './dimensions.ts';
export { inkColor } from './drawInk.ts';
export { createIconShelf, type IconShelf } from './drawSymbol.ts';
export { boundsOf, distanceTo, type InkShape, shapeOf } from './inkShape.ts';
export { createShelf, type PictureShelf, type ShelfOptions } from './shelf.ts';

export interface PictorialOptions {
  readonly type: Typesetter;
  readonly shelf: Pick<PictureShelf, 'get'>;
  readonly partners: readonly Partner[];
  readonly icons: Pick<IconShelf, 'get'>;
}

/** What is rubbed out is faint until the hand is lifted. */
const RUBBED = 'rgb(255 255 255 / 0.8)';

/** What draws pictures, icons and ink. Make a new one when a font arrived. */
export function createPictorial({ type, shelf, partners, icons }: PictorialOptions): Pictorial {
  const byId = new Map(partners.map((partner) => [partner.id, partner]));
  const fitRoom = roomFitter(type);
  return {
    under(ctx, sticker, box, scale) {
      const room = roomOf(sticker, box);
      const { picture, symbol } = sticker;
      if (picture && room.picture) drawPicture(ctx, picture, room.picture, scale, shelf);
      if (symbol && room.symbol) drawSymbol(ctx, symbol, room.symbol, icons, picture !== undefined);
    },
    over(ctx, sticker, box, scale) {
      if (sticker.text.trim() === '') return;
      const { words } = roomOf(sticker, box);
      const { fitted, corner } = fitRoom(sticker.text, words, box.width);
      drawWords(ctx, { ...words, corner }, fitted, scale);
    },
    ink(ctx, { ink, partner }, box) {
      if (ink) drawStickerInk(ctx, ink, box, byId, partner?.id);
    },
    sheetInk: (ctx, strokes, part) => drawSheetInk(ctx, strokes, byId, part),
    boxOf: tracedBy,
    liveInk(ctx, { points, width, partner, erased }) {
      const shape = { points, width, bounds: boundsOf(points, width) };
      const color = erased ? RUBBED : inkColor(partner === null ? undefined : byId.get(partner));
      drawShape(ctx, shape, color, traced(shape));
    },
  };
}
