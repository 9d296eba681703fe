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
  z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(max),
    z.regex(NO_CONTROLS),
    z.regex(SOMETHING_SEEN),
    z.regex(NO_TOWERS),
    // Half a surrogate pair is another text wherever it is written down.
    z.refine((text) => text.isWellFormed()),
  );

/** Says of a text that it was longer. */
const CUT = '…';

/**
 * The nearest thing to a text that {@link visibleText} takes: what may not be there is left out, what is too long
 * is cut with a mark.
 * @param otherwise what to take when nothing is left
 */
export function asVisibleText(text: string, max: number, otherwise: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, ' ')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .trim();
  const found = visibleText(max).safeParse(cutText(line, max));
  return found.success ? found.data : otherwise;
}

/** A text of at most `max` UTF-16 units: one that is longer is cut between characters, with a mark. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - CUT.length);
  return (cut.isWellFormed() || !text.isWellFormed() ? cut : cut.slice(0, -1)) + CUT;
}
