import * as z from 'zod/mini';
import { LIMITS } from '../protocol/limits.ts';
import { visibleText } from '../protocol/visibleText.ts';
import { LANGUAGES, TEMPLATE_KEYS } from '../template/keys.ts';
import { colorSchema, markSchema, partnerIdSchema, quantitySchema } from './fields.ts';
import { fileInkSchema } from './fileInk.ts';
import { PICTURE_HASH, pictureSchema } from './pictures.ts';
import { isSymbol } from './symbols.ts';
import { CERTAINTIES, LINK_KINDS, SIZES } from './types.ts';

/**
 * The board as a file: what `POST /api/boards` takes, `export.json` gives back, and the demo is in.
 * `name` is read as `title` when there is no title: the demo file calls it so.
 */

const text = (max: number) => z.string().check(z.maxLength(max));
/** Ids made elsewhere: anything short without control characters. */
const id = z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[\w.:-]+$/));
const relative = z.number().check(z.gte(0), z.lte(1));

export const filePartnerSchema = z.object({
  id: z.optional(partnerIdSchema),
  name: visibleText(LIMITS.partnerName),
  mark: z.optional(markSchema),
  color: z.optional(colorSchema),
  kind: z.optional(text(80)),
});

export const symbolSchema = z
  .string()
  .check(z.refine(isSymbol, { error: 'neither the name of an icon nor an emoji' }));

export const fileStickerSchema = z.object({
  id: z.optional(id),
  template: z.enum(TEMPLATE_KEYS),
  /** A field's key (`bring`, `core.essence`); absent or null for the bare sheet. */
  region: z.optional(z.nullable(text(64))),
  /** On whose behalf; and, unless `panel` says otherwise, in whose panel. */
  partner: z.optional(z.nullable(partnerIdSchema)),
  /** In whose panel it lies, when that is not the partner it speaks for. */
  panel: z.optional(partnerIdSchema),
  /** Not on the sheet now but parked beside it, from that field; `x` and `y` are relative to the parking strip. */
  parked: z.optional(z.boolean()),
  /** Centre relative to the field (or sheet); laid out in rows when absent. */
  x: z.optional(relative),
  y: z.optional(relative),
  z: z.optional(z.number()),
  text: text(LIMITS.fileStickerText),
  size: z.optional(z.enum(SIZES)),
  author: z.optional(z.object({ id: text(64), name: text(LIMITS.personName) })),
  made: z.optional(z.number()),
  category: z.optional(text(40)),
  quantity: z.optional(quantitySchema),
  certainty: z.optional(z.enum(CERTAINTIES)),
  tags: z.optional(z.array(text(60)).check(z.maxLength(20))),
  /** Stays where and as it is until somebody unlocks it. */
  locked: z.optional(z.boolean()),
  /** By its hash: the bytes are brought to the board by themselves. */
  picture: z.optional(pictureSchema),
  /** The name of an icon, or an emoji. */
  symbol: z.optional(symbolSchema),
  /** The group it belongs to, one of `groups`. */
  group: z.optional(id),
  /** Dots on it: how many, not whose. */
  votes: z.optional(z.number().check(z.int(), z.gte(0), z.lte(LIMITS.fileVotes))),
});

export const fileLinkSchema = z.object({
  id: z.optional(id),
  from: id,
  to: id,
  kind: z.enum(LINK_KINDS),
});

/** A frame with a title around the stickers that name it. */
export const fileGroupSchema = z.object({ id, title: text(LIMITS.groupTitle) });

export const boardFileSchema = z
  .object({
    title: z.optional(visibleText(LIMITS.title)),
    name: z.optional(visibleText(LIMITS.title)),
    language: z.optional(z.enum(LANGUAGES)),
    partners: z
      .array(filePartnerSchema)
      .check(z.minLength(LIMITS.minPartners), z.maxLength(LIMITS.maxPartners)),
    stickers: z.optional(z.array(fileStickerSchema).check(z.maxLength(LIMITS.stickers))),
    groups: z.optional(z.array(fileGroupSchema).check(z.maxLength(LIMITS.groups))),
    links: z.optional(z.array(fileLinkSchema).check(z.maxLength(LIMITS.links))),
    ink: z.optional(z.array(fileInkSchema).check(z.maxLength(LIMITS.inkStrokes))),
  })
  .check(
    z.refine((file) => (file.title ?? file.name) !== undefined, {
      error: 'title is missing',
      path: ['title'],
    }),
  );

/** A line of a board's file with pictures, after the board itself: the bytes of one, in base64. */
export const filePictureSchema = z.object({
  hash: z.string().check(z.regex(PICTURE_HASH)),
  type: z.optional(z.string().check(z.maxLength(40))),
  data: z.string(),
});

export type BoardFile = z.infer<typeof boardFileSchema>;
export type FileSticker = z.infer<typeof fileStickerSchema>;
export type FilePartner = z.infer<typeof filePartnerSchema>;
