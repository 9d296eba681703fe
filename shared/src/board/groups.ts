import * as Y from 'yjs';
import * as z from 'zod/mini';
import { LIMITS } from '../protocol/limits.ts';
import { ORIGIN } from './origin.ts';
import { stickersOf } from './stickers.ts';

/**
 * Groups of stickers: the map `groups` from id to one flat value `{title}`, and on each sticker the key `group` with
 * the id of the one it belongs to. A sticker is in one group at most, so two people who group the same stickers at
 * once leave each of them in one of both. A frame has no place of its own: it lies around its stickers.
 */
const groupSchema = z.object({ title: z.string().check(z.maxLength(4 * LIMITS.groupTitle)) });

/** As the ids of a board file: else what is read here could not be taken back. */
const ID = /^[\w.:-]{1,64}$/;

export const groupsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('groups');

/** The titles of all groups by id. What cannot be read is no group: its stickers are shown without a frame. */
export function readGroups(doc: Y.Doc): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  // Sorted, so that every copy leaves out the same when two made the last of them at once.
  for (const id of [...groupsOf(doc).keys()]
    .filter((key) => ID.test(key))
    .sort()
    .slice(0, LIMITS.groups)) {
    const parsed = groupSchema.safeParse(groupsOf(doc).get(id));
    if (parsed.success) titles.set(id, parsed.data.title);
  }
  return titles;
}

/** What a change of groups writes: `undefined` takes a group away, or a sticker out of its group. */
export interface GroupValues {
  readonly titles: ReadonlyMap<string, string | undefined>;
  readonly members: ReadonlyMap<string, string | undefined>;
}

/** Writes groups and who is in them, in one transaction. Stickers that are not there are passed over. */
export function writeGroups(doc: Y.Doc, { titles, members }: GroupValues): void {
  doc.transact(() => {
    for (const [id, title] of titles) {
      if (title === undefined) groupsOf(doc).delete(id);
      else groupsOf(doc).set(id, { title: title.toWellFormed() });
    }
    for (const [id, group] of members) {
      const record = stickersOf(doc).get(id);
      if (!(record instanceof Y.Map) || record.get('group') === group) continue;
      if (group === undefined) record.delete('group');
      else record.set('group', group);
    }
  }, ORIGIN.writeGroups);
}
