import type { z } from 'zod/mini';
import {
  isParked,
  layoutSheet,
  PARKING,
  parseRegionId,
  pointOf,
  type RegionParts,
  type SheetLayout,
} from '../layout/index.ts';
import { LIMITS } from '../protocol/limits.ts';
import { asVisibleText, cutText } from '../protocol/visibleText.ts';
import { fieldOf } from '../template/index.ts';
import { TEMPLATE_KEYS, type TemplateKey } from '../template/keys.ts';
import { type FilePartner, type FileSticker, fileStickerSchema } from './file.ts';
import { completePartners } from './partners.ts';
import type { Link, Partner, Place, Sticker, Table } from './types.ts';

/**
 * Programs may write into documents what no page does. Whatever is there, the file that is made of it has to be one
 * that makes a board again.
 */

/** A name that can be in a file, whatever somebody wrote. */
const nameOf = ({ name, id }: Partner): string => asVisibleText(name, LIMITS.partnerName, id);

/** The partners of a file: at least two, which a table may lack that a program wrote. */
export function filePartners({ partners }: Pick<Table, 'partners'>): readonly Partner[] {
  const seated: readonly FilePartner[] = partners.map(({ kind, ...partner }) => ({
    ...partner,
    name: nameOf(partner),
    ...(kind === undefined ? {} : { kind }),
  }));
  const missing = Math.max(0, LIMITS.minPartners - seated.length);
  const added = Array.from({ length: missing }, (_, nth) => ({ name: `Partner ${seated.length + nth + 1}` }));
  return completePartners([...seated, ...added]);
}

/** Ids for a file: as they are where they fit, new ones where they do not. */
export function fileIds(ids: Iterable<string>): ReadonlyMap<string, string> {
  const all = [...ids];
  const taken = new Set(all);
  const fit = fileStickerSchema.shape.id;
  let made = 0;
  return new Map(
    all.map((id) => {
      if (fits(fit, id)) return [id, id];
      do made += 1;
      while (taken.has(`id-${made}`));
      return [id, `id-${made}`];
    }),
  );
}

const fits = (schema: z.ZodMiniType, value: unknown): boolean => schema.safeParse(value).success;

/** Makes the stickers of a file, for a table with these partners. */
export function stickerFitter(
  partners: readonly Partner[],
): (sticker: Sticker, ids: ReadonlyMap<string, string>) => FileSticker {
  const seated = partners.map(({ id }) => id);
  const known = new Set(seated);
  const layouts = new Map<TemplateKey, SheetLayout>(
    TEMPLATE_KEYS.map((key) => [key, layoutSheet(key, seated)]),
  );

  /** The panel of a partner who left is nobody's; a field that no instrument has is none. */
  const fieldAt = ({ sheet, region }: Place): RegionParts | undefined => {
    if (region === null) return undefined;
    const { field, partner } = parseRegionId(region);
    if (fieldOf(sheet, field) === undefined) return undefined;
    return partner !== undefined && known.has(partner) ? { field, partner } : { field };
  };

  /** Where it is on its field; of one that is parked, or lost its field, where it is seen on the parking strip. */
  const spotOf = (place: Place): Pick<FileSticker, 'x' | 'y' | 'parked'> => {
    const layout = layouts.get(place.sheet);
    if (layout === undefined || !isParked(layout, place)) return { x: place.x, y: place.y };
    const { x, y } = pointOf(layout, place);
    return { x: (x - PARKING.x) / PARKING.width, y: (y - PARKING.y) / PARKING.height, parked: true };
  };

  return ({ id, place, partner, author, text, tags, group: _group, ...rest }, ids) => {
    const region = fieldAt(place);
    const owner = region?.partner;
    return {
      ...rest,
      id: ids.get(id) ?? id,
      template: place.sheet,
      region: region?.field ?? null,
      partner: partner !== null && known.has(partner) ? partner : null,
      ...(owner === undefined || owner === partner ? {} : { panel: owner }),
      ...spotOf(place),
      z: place.z,
      text: cutText(text, LIMITS.fileStickerText),
      ...(author === null ? {} : { author: { id: author.id, name: author.name } }),
      ...(tags === undefined ? {} : { tags: tags.slice(0, MOST_TAGS) }),
    };
  };
}

const MOST_TAGS = 20;

/** The lines of a file, between stickers that are in it. */
export function fileLinks(links: Iterable<Link>, ids: ReadonlyMap<string, string>): Link[] {
  const there = [...links].filter(({ from, to }) => ids.has(from) && ids.has(to)).slice(0, LIMITS.links);
  const own = fileIds(there.map(({ id }) => id));
  return there.map(({ id, from, to, kind }) => ({
    id: own.get(id) ?? id,
    from: ids.get(from) ?? from,
    to: ids.get(to) ?? to,
    kind,
  }));
}
