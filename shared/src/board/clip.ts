import * as z from 'zod/mini';
import { LIMITS } from '../protocol/limits.ts';
import { TEMPLATE_KEYS } from '../template/keys.ts';
import { quantitySchema } from './fields.ts';
import { symbolSchema } from './file.ts';
import { inkPointsSchema } from './fileInk.ts';
import { pictureSchema } from './pictures.ts';
import { CERTAINTIES, LINK_KINDS, SIZES } from './types.ts';

/** What is on a clipboard may come from anywhere: nothing of it is believed before it is read here. */

const short = (most: number) => z.string().check(z.maxLength(most));

const clipInkSchema = z.object({
  partner: z.nullable(short(64)),
  width: z.number().check(z.gt(0), z.lte(LIMITS.inkWidth)),
  points: inkPointsSchema,
});

/** Stickers by their number in the clip. */
const number = z.number().check(z.int(), z.gte(0));

const clipSchema = z
  .object({
    board: short(64),
    sheet: z.enum(TEMPLATE_KEYS),
    partners: z.array(z.object({ id: short(64), mark: short(8) })).check(z.maxLength(64)),
    stickers: z
      .array(
        z.object({
          text: short(LIMITS.fileStickerText),
          size: z.enum(SIZES),
          partner: z.nullable(short(64)),
          region: z.nullable(short(128)),
          x: z.number().check(z.gte(0), z.lte(1)),
          y: z.number().check(z.gte(0), z.lte(1)),
          center: z.object({ x: z.number(), y: z.number() }),
          ink: z.optional(z.array(clipInkSchema).check(z.maxLength(LIMITS.inkStrokes))),
          details: z.object({
            category: z.optional(short(40)),
            quantity: z.optional(quantitySchema),
            certainty: z.optional(z.enum(CERTAINTIES)),
            tags: z.optional(z.array(short(60)).check(z.maxLength(20))),
            picture: z.optional(pictureSchema),
            symbol: z.optional(symbolSchema),
          }),
        }),
      )
      .check(z.minLength(1), z.maxLength(LIMITS.stickers)),
    /** Lines among them. */
    links: z.optional(
      z
        .array(z.object({ from: number, to: number, kind: z.enum(LINK_KINDS) }))
        .check(z.maxLength(LIMITS.links)),
    ),
    /** Frames around some of them; each is in one at most. */
    groups: z.optional(
      z
        .array(
          z.object({
            title: short(4 * LIMITS.groupTitle),
            members: z.array(number).check(z.minLength(1), z.maxLength(LIMITS.stickers)),
          }),
        )
        .check(z.maxLength(LIMITS.groups)),
    ),
  })
  .check(
    z.refine(({ stickers, links = [], groups = [] }) => {
      const members = groups.flatMap((group) => group.members);
      const named = [...members, ...links.flatMap(({ from, to }) => [from, to])];
      return (
        named.every((one) => one < stickers.length) &&
        new Set(members).size === members.length &&
        links.every(({ from, to }) => from !== to)
      );
    }),
  );

/** Stickers on the clipboard, with the board and sheet they were copied from. */
export type Clip = z.infer<typeof clipSchema>;

/** Reads stickers off the clipboard; `undefined` for what is none. */
export function readClip(json: string): Clip | undefined {
  try {
    const result = clipSchema.safeParse(JSON.parse(json));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}
