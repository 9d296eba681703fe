import { LIMITS } from './limits.ts';

/**
 * The letters of a spoken code. Left out are the vowels and Y, which make words; of letters and digits that look
 * alike all but at most one (I L 1, O Q D 0, B 8, S 5, Z 2, G 6 C, U V); and N and V, which said aloud are taken
 * for M and W.
 */
export const SPOKEN_LETTERS = 'CDFHJKMPRTWX';

/** Letters said in one breath. */
const GROUP = 4;

/**
 * Reads a spoken code as somebody typed it: in any case, with blanks and dashes wherever.
 * @returns its letters, or `undefined` for what cannot be one
 */
export function readSpokenCode(typed: string): string | undefined {
  const letters = typed.replace(/[\s\-\u2010-\u2015.]/g, '').toUpperCase();
  const fits =
    letters.length === LIMITS.spokenCode && [...letters].every((one) => SPOKEN_LETTERS.includes(one));
  return fits ? letters : undefined;
}

/** A code as it is shown, in groups: `CDFH JKMP`. */
export function groupSpokenCode(code: string, between = ' '): string {
  const groups: string[] = [];
  for (let start = 0; start < code.length; start += GROUP) groups.push(code.slice(start, start + GROUP));
  return groups.join(between);
}
