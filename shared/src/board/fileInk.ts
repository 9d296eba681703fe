import * as z from 'zod/mini';
import { LIMITS } from '../protocol/limits.ts';
import { TEMPLATE_KEYS } from '../template/keys.ts';
import type { InkStroke } from './ink.ts';
import { decodeInk, encodeInk, inkFromNumbers, inkToNumbers } from './inkPoints.ts';
import type { Partner } from './types.ts';

/** Points as plain numbers: x, y and, where there is pressure, hundredths of it. */
export const inkPointsSchema = z
  .array(z.array(z.number().check(z.gte(-100_000), z.lte(100_000))).check(z.minLength(2), z.maxLength(3)))
  .check(z.minLength(1), z.maxLength(LIMITS.inkPoints));

/** Ink in a board file: points as plain numbers, in the grains of the document. */
export const fileInkSchema = z
  .object({
    /** On which sheet, or on which sticker: one of the two. */
    template: z.optional(z.enum(TEMPLATE_KEYS)),
    sticker: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
    partner: z.optional(z.nullable(z.string().check(z.maxLength(64)))),
    width: z.number().check(z.gt(0), z.lte(LIMITS.inkWidth)),
    points: inkPointsSchema,
  })
  .check(
    z.refine((ink) => (ink.template === undefined) !== (ink.sticker === undefined), {
      error: 'either template or sticker has to be given',
    }),
  );

export type FileInk = z.infer<typeof fileInkSchema>;

/** The ink of a file, in order: on sheets, and on stickers that are in it. @param ids theirs, in the file */
export function inkToFile(
  strokes: Iterable<InkStroke>,
  ids: ReadonlyMap<string, string>,
  partners: readonly Pick<Partner, 'id'>[],
): FileInk[] {
  const seated = new Set(partners.map(({ id }) => id));
  return [...strokes]
    .filter(({ ground }) => ground.sticker === undefined || ids.has(ground.sticker))
    .sort((a, b) => a.z - b.z || (a.id < b.id ? -1 : 1))
    .slice(0, LIMITS.inkStrokes)
    .map(({ ground, partner, width, points }) => ({
      ...(ground.sheet === undefined
        ? { sticker: ids.get(ground.sticker) ?? ground.sticker }
        : { template: ground.sheet }),
      partner: partner !== null && seated.has(partner) ? partner : null,
      width,
      points: inkToNumbers(decodeInk(points) ?? []),
    }));
}

/** A stroke of a file for a document. @param z its order */
export function strokeFromFile({ template, sticker, ...ink }: FileInk, id: string, z: number): InkStroke {
  const ground = template === undefined ? { sticker: sticker ?? '' } : { sheet: template };
  const points = encodeInk(inkFromNumbers(ink.points));
  return { id, ground, partner: ink.partner ?? null, width: ink.width, z, points };
}
