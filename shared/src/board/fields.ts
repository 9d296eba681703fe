import * as z from 'zod/mini';

/** Values that documents and board files have in common: in a file of their own, since pages need no board file. */

export const partnerIdSchema = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));
export const markSchema = z.string().check(z.regex(/^[\p{L}\p{N}]{1,2}$/u));
export const colorSchema = z.string().check(z.regex(/^#[0-9A-Fa-f]{6}$/));

const short = z.string().check(z.maxLength(40));

export const quantitySchema = z.object({
  amount: z.number(),
  unit: short,
  period: z.optional(short),
});
