import type { Partner } from '@samenbord/shared/board';
import {
  parseRegionId,
  type RegionId,
  regionById,
  regionId,
  type SheetLayout,
} from '@samenbord/shared/layout';
import type { StickerView } from './types.ts';

/** Whether a sticker lies on the parking strip: somebody parked it, or this sheet has its field no more. */
export function isParkedView({ place, region }: Pick<StickerView, 'place' | 'region'>): boolean {
  return place.region !== null && region === null;
}

/** Whether somebody parked it, whatever became of its field. */
function isSetAside({ place }: Pick<StickerView, 'place'>): boolean {
  return parseRegionId(place.region ?? '').parked === true;
}

/** The field a parked sticker came from, as far as the sheet has it. */
export function homeOf(layout: SheetLayout, { place }: Pick<StickerView, 'place'>): RegionId | undefined {
  const { field, partner } = parseRegionId(place.region ?? '');
  return regionById(layout, regionId(field, partner))?.id;
}

/**
 * What the strip is named after: those whose stickers lie there because they left, by name, fewer when a name is not
 * known. Nobody as soon as anything there was parked by hand; `undefined` when nothing is parked.
 */
export function parkedFrom(
  stickers: readonly StickerView[],
  former: ReadonlyMap<string, Partner>,
): readonly string[] | undefined {
  const parked = stickers.filter(isParkedView);
  if (parked.length === 0) return undefined;
  if (parked.some(isSetAside)) return [];
  const owners = new Set(parked.map(({ place }) => parseRegionId(place.region ?? '').partner));
  const names = [...owners].map((id) => (id === undefined ? undefined : former.get(id)?.name));
  return names.filter((name) => name !== undefined).sort((a, b) => a.localeCompare(b));
}
