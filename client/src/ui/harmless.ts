/** What ends a line. */
const LINE_END = /\r\n?/g;

/** A tab begins another cell where text is pasted, some others another line; none of them is to be read. */
const CONTROL = /[^\P{Cc}\n]|[\u2028\u2029]/gu;

/** Turn the order of what follows: what one reads is then not what is written, also beyond the text itself. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * What a spreadsheet takes for the beginning of a formula when text is pasted into a cell: also behind the quotes in
 * which text may stand there, which it takes off first.
 */
const FORMULA = /^((?:[^\S\n]|["'])*)(?=[=+\-@＝＋－＠])/gmu;

/** Has no width, is no letter, and breaks no line: before it nothing is a formula. */
const WORD_JOINER = '\u2060';

/**
 * What people wrote, to leave the page as text: no line of it becomes a formula where it is pasted, tabs and other
 * control characters are spaces, and nothing turns the order in which the rest reads. Lines end with `\n`.
 */
export function harmless(text: string): string {
  return text
    .replaceAll(LINE_END, '\n')
    .replaceAll(CONTROL, ' ')
    .replaceAll(TURNING, '')
    .replaceAll(FORMULA, `$1${WORD_JOINER}`);
}
