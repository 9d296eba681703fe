import * as z from 'zod/mini';

/** Control characters, line breaks among them, and what turns the direction of all that follows. */
const NO_CONTROLS = /^[^\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]*$/u;
/** Something one can see: not just blanks, joiners and marks. */
const SOMETHING_SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** Accents on one letter, at most: every script gets by with them, and a tower of them hides other lines. */
const NO_TOWERS = /^(?!.*\p{M}{5})/su;

/**
 * A name or title: one line that somebody can see and that stays where it is written. Blanks around it are
 * taken off.
 * @param max characters at most (Unicode code points)
 */
export const visibleText = (max: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(1),
      z.maxLength(max),
      z.regex(NO_CONTROLS),
      z.regex(SOMETHING_SEEN),
      z.regex(NO_TOWERS),
    );
