import type { Partner, Sticker } from '@samenbord/shared/board';
import { pointOf, regionById, STICKER_SIDE } from '@samenbord/shared/layout';
import { equalityDeep } from 'lib0/function';
import type { Layouts } from './layouts.ts';
import type { Reading } from './reader.ts';
import type { StickerView } from './types.ts';

/** A sticker as it is drawn under these layouts and partners. */
export function resolve(
  sticker: Sticker,
  layouts: Layouts,
  partners: readonly Partner[],
  { groups, ink: drawn, votes: dots }: Pick<Reading, 'groups' | 'ink' | 'votes'>,
): StickerView {
  const { id, place, text, size, made, group } = sticker;
  const [ink, votes] = [drawn.stickers.get(id), dots.get(id)];
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
    ...keptOf(sticker),
    ...(ink === undefined ? {} : { ink }),
    ...(group === undefined || title === undefined ? {} : { group: { id: group, title } }),
    ...(votes === undefined ? {} : { votes }),
  };
}

/** What is shown as it is kept; only what there is. */
function keptOf(sticker: Sticker): Pick<StickerView, Kept> {
  const { category, quantity, certainty, tags, locked, picture, symbol } = sticker;
  return {
    ...(category === undefined ? {} : { category }),
    ...(quantity === undefined ? {} : { quantity }),
    ...(certainty === undefined ? {} : { certainty }),
    ...(tags === undefined ? {} : { tags }),
    ...(locked === undefined ? {} : { locked }),
    ...(picture === undefined ? {} : { picture }),
    ...(symbol === undefined ? {} : { symbol }),
  };
}

type Kept = 'category' | 'quantity' | 'certainty' | 'tags' | 'locked' | 'picture' | 'symbol';

/** The old view where the new one says the same, so that nobody draws it again. */
export function keepSame(old: StickerView | undefined, next: StickerView): StickerView {
  return old !== undefined && equalityDeep(old, next) ? old : next;
}

/** Bottom to top: by stacking order, ties by id so that every copy agrees. */
export function byStacking(a: StickerView, b: StickerView): number {
  return a.place.z - b.place.z || (a.id < b.id ? -1 : 1);
}
