/** What a spreadsheet takes for the beginning of a formula when text is pasted into a cell. */
const FORMULA = /^([\t\r ]*)(?=[=+\-@＝＋－＠])/gmu;

/** Has no width, is no letter, and breaks no line: before it nothing is a formula. */
const WORD_JOINER = '\u2060';

/** What people wrote, so that no line of it becomes a formula where it is pasted. It reads the same. */
export function harmless(text: string): string {
  return text.replaceAll(FORMULA, `$1${WORD_JOINER}`);
}
