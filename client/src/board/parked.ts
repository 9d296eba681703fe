import type { Partner } from '@samenbord/shared/board';
import { parseRegionId } from '@samenbord/shared/layout';
import type { StickerView } from './types.ts';

/** Whether a sticker lies on the parking strip: it was put in a field that this sheet has no more. */
export function isParkedView({ place, region }: Pick<StickerView, 'place' | 'region'>): boolean {
  return place.region !== null && region === null;
}

/** Whose stickers are parked, by name; `undefined` when none are, fewer when a name is not known. */
export function parkedFrom(
  stickers: readonly StickerView[],
  former: ReadonlyMap<string, Partner>,
): readonly string[] | undefined {
  const owners = new Set(
    stickers.filter(isParkedView).map(({ place }) => parseRegionId(place.region ?? '').partner),
  );
  if (owners.size === 0) return undefined;
  const names = [...owners].map((id) => (id === undefined ? undefined : former.get(id)?.name));
  return names.filter((name) => name !== undefined).sort((a, b) => a.localeCompare(b));
}
