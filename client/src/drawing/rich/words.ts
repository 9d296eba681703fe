import type { Rect } from '@samenbord/shared/layout';
import { type FittedText, fitBox, sizesFor, stickerTextBox } from '../fitText.ts';
import type { Typesetter } from '../typesetter.ts';

/** Words in a room that is not a whole sticker's. */
export interface FittedRoom {
  readonly fitted: FittedText;
  readonly corner: { readonly width: number; readonly height: number };
}

/** Texts of a sheet full of pictures; the cache starts again beyond. */
const MOST = 3_000;

/** Fits words in a part of a sticker, with a memory. */
export function roomFitter(type: Typesetter): (text: string, room: Rect, side: number) => FittedRoom {
  const known = new Map<string, FittedRoom>();
  return (text, room, side) => {
    const key = `${side} ${room.height.toFixed(2)} ${text}`;
    const before = known.get(key);
    if (before) return before;
    if (known.size >= MOST) known.clear();
    const { corner } = stickerTextBox(side);
    const box = { width: room.width, height: room.height, corner };
    const made = { fitted: fitBox(text, box, sizesFor(side), type.measure(500)), corner };
    known.set(key, made);
    return made;
  };
}
