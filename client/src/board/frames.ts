import { groupFrame } from '@samenbord/shared/layout';
import { equalityDeep } from 'lib0/function';
import { isParkedView } from './parked.ts';
import type { GroupView, StickerView } from './types.ts';

/**
 * The groups of which stickers are among these, each with its frame around those. In the order of their ids. What is
 * parked is in no frame: that would go all across the sheet.
 */
export function framesOf(stickers: readonly StickerView[]): readonly GroupView[] {
  const grouped = stickers.filter((one) => one.group !== undefined && !isParkedView(one));
  if (grouped.length === 0) return [];
  const byGroup = Map.groupBy(grouped, ({ group }) => group?.id ?? '');
  return [...byGroup]
    .flatMap(([id, members]) => {
      const box = groupFrame(members);
      const title = members[0]?.group?.title ?? '';
      const ids = members.map((member) => member.id);
      return box ? [{ id, title, box, members: ids, locked: members.some(({ locked }) => locked) }] : [];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The same, with the old objects where they say the same. */
export function keepFrames(
  old: readonly GroupView[] | undefined,
  stickers: readonly StickerView[],
): readonly GroupView[] | undefined {
  const next = framesOf(stickers);
  if (next.length === 0) return undefined;
  const known = new Map(old?.map((group) => [group.id, group]));
  const kept = next.map((group) => {
    const before = known.get(group.id);
    return before && equalityDeep(before, group) ? before : group;
  });
  const same = old?.length === kept.length && old.every((group, index) => group === kept[index]);
  return same ? old : kept;
}
