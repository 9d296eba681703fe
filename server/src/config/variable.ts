import { z } from 'zod';

/** One variable of the environment. The table in `docs/configuration.md` is this, held equal by a test. */
export interface Variable<T = unknown> {
  readonly schema: z.ZodType<T>;
  /** What it is when not set; `undefined` when its absence means something. */
  readonly fallback: string | undefined;
  /** How the documentation writes the fallback, where that differs. */
  readonly fallbackAs?: string;
  /** What a value must be, in words: after "must be". */
  readonly expected: string;
  readonly about: string;
}

/** A whole number. @param low inclusive @param high inclusive */
export const integer = (low: number, high: number, fallback: number, about: string): Variable<number> => ({
  schema: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .pipe(z.number().min(low).max(high)),
  fallback: String(fallback),
  expected: `a whole number from ${low} to ${high}`,
  about,
});

/** Bytes: from a kilobyte to what a Node process can reasonably hold at once. */
export const bytes = (fallback: number, about: string) => integer(1_024, 256 * 1024 * 1024, fallback, about);
/** How many of something, at least one. */
export const count = (fallback: number, about: string) => integer(1, 1_000_000, fallback, about);

/** A duration in ms: up to an hour. */
export const duration = (fallback: number, about: string, low = 0) =>
  integer(low, 3_600_000, fallback, about);
