import { freeSpot, type Point, type Rect, regionAt, STICKER_SIDE, squareAt } from '@samenbord/shared/layout';
import type { StickerDraft } from '../../board/types.ts';
import { viewRect } from '../camera/camera.ts';
import type { CanvasModel } from '../model.ts';
import { spotForNew } from '../writing/newSticker.ts';
import { partnerAt } from '../writing/partnerChoice.ts';

/** The size of a sticker with a picture: the largest, because it is there to be looked at. */
const SIZE = 'L';

/** Stickers for new pictures: the first where somebody points, the others on free spots of the same field. */
export function draftsFor(model: CanvasModel, count: number, at: Point | null): readonly StickerDraft[] {
  const sheet = model.sheet();
  const { layout, key } = sheet;
  const side = STICKER_SIDE[SIZE];
  const from = at ?? spotForNew(sheet, viewRect(model.camera.get(), model.camera.view()));
  const inner = regionAt(layout, from)?.inner ?? belowTitle(layout);
  const occupied = sheet.stickers.map(({ center, side: its }) => squareAt(center, its));
  return Array.from({ length: count }, (_, index) => {
    const center = index === 0 && at ? at : freeSpot(inner, side, occupied);
    occupied.push(squareAt(center, side));
    const partner = partnerAt(model.partnerForNew.get(), layout, center);
    return { sheet: key, center, size: SIZE, partner };
  });
}

function belowTitle({ sheet, strip }: { readonly sheet: Rect; readonly strip: Rect }): Rect {
  const top = strip.y + strip.height;
  return { ...sheet, y: top, height: sheet.y + sheet.height - top };
}
