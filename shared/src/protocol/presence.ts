import * as z from 'zod/mini';
import { TEMPLATE_KEYS } from '../template/keys.ts';
import { LIMITS } from './limits.ts';
import { DUTIES, ROLES } from './roles.ts';

const sheet = z.enum(TEMPLATE_KEYS);
/**
 * How far from the sheet's origin anybody can be, in sheet units: a screenful beside the sheet at the smallest
 * zoom. What lies beyond is no pointer of a person, and its arithmetic would end in numbers that never arrive.
 */
const FARTHEST = 100_000;
const coordinate = z.number().check(z.gte(-FARTHEST), z.lte(FARTHEST));

/**
 * One client's presence, as its awareness state. Everything but `user` comes and goes.
 * Coordinates are sheet units (the sheet is 4200 x 2970), stickers by their centre.
 */
export const presenceSchema = z.object({
  user: z.object({
    /** The person, the same in all their tabs. */
    id: z.string().check(z.maxLength(64)),
    name: z.string().check(z.maxLength(80)),
    role: z.enum(ROLES),
    partner: z.optional(z.string().check(z.maxLength(64))),
    duty: z.optional(z.enum(DUTIES)),
  }),
  /** The sheet this client looks at. */
  sheet: z.optional(sheet),
  cursor: z.optional(z.nullable(z.object({ sheet, x: coordinate, y: coordinate }))),
  /** Stickers in hand: where they are now. Ends (null) after the drop's transaction. */
  drag: z.optional(
    z.nullable(
      z.object({
        sheet,
        stickers: z.array(z.object({ id: z.string(), x: coordinate, y: coordinate })),
      }),
    ),
  ),
  /** What this person draws by hand at this moment. Points are x, y and, with a pen, hundredths of its pressure. */
  ink: z.optional(
    z.nullable(
      z.object({
        sheet,
        strokes: z
          .array(
            z.object({
              partner: z.nullable(z.string().check(z.maxLength(64))),
              width: z.number().check(z.gt(0), z.lte(LIMITS.inkWidth)),
              points: z
                .array(z.array(coordinate).check(z.minLength(2), z.maxLength(3)))
                .check(z.maxLength(LIMITS.inkPoints)),
            }),
          )
          .check(z.maxLength(12)),
      }),
    ),
  ),
  /** The sticker this person is writing in. */
  typing: z.optional(z.nullable(z.object({ sticker: z.string() }))),
});

export type Presence = z.infer<typeof presenceSchema>;

/** The presence in an awareness state, or `undefined` for what does not fit: other people's bytes. */
export function readPresence(state: unknown): Presence | undefined {
  const result = presenceSchema.safeParse(state);
  return result.success ? result.data : undefined;
}
