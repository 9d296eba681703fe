import type { InkStroke, Partner, Sticker } from '@samenbord/shared/board';
import { pointOf, regionById, STICKER_SIDE } from '@samenbord/shared/layout';
import { equalityDeep } from 'lib0/function';
import type { Layouts } from './layouts.ts';
import type { StickerView } from './types.ts';

/** A sticker as it is drawn under these layouts and partners. */
export function resolve(
  sticker: Sticker,
  layouts: Layouts,
  partners: readonly Partner[],
  groups: ReadonlyMap<string, string>,
  ink?: readonly InkStroke[],
): StickerView {
  const { id, place, text, size, made, category, quantity, certainty, tags, locked, group } = sticker;
  const { picture, symbol } = sticker;
  const title = group === undefined ? undefined : groups.get(group);
  const layout = layouts[place.sheet];
  const region = place.region === null ? undefined : regionById(layout, place.region);
  return {
    id,
    sheet: place.sheet,
    region: region?.id ?? null,
    place,
    center: pointOf(layout, place),
    size,
    side: STICKER_SIDE[size],
    text,
    partner: partners.find((partner) => partner.id === sticker.partner) ?? null,
    authorName: sticker.author?.name ?? null,
    made,
    ...(category === undefined ? {} : { category }),
    ...(quantity === undefined ? {} : { quantity }),
    ...(certainty === undefined ? {} : { certainty }),
    ...(tags === undefined ? {} : { tags }),
    ...(locked === undefined ? {} : { locked }),
    ...(picture === undefined ? {} : { picture }),
    ...(symbol === undefined ? {} : { symbol }),
    ...(ink === undefined ? {} : { ink }),
    ...(group === undefined || title === undefined ? {} : { group: { id: group, title } }),
  };
}

/** The old view where the new one says the same, so that nobody draws it again. */
export function keepSame(old: StickerView | undefined, next: StickerView): StickerView {
  return old !== undefined && equalityDeep(old, next) ? old : next;
}

/** Bottom to top: by stacking order, ties by id so that every copy agrees. */
export function byStacking(a: StickerView, b: StickerView): number {
  return a.place.z - b.place.z || (a.id < b.id ? -1 : 1);
}
