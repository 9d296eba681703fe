import { splitGraphemes } from '../drawing/index.ts';

/** The longest beginning of a text that, with an ellipsis, is at most this wide; the text itself when it is. */
export function shortened(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  const letters = splitGraphemes(text);
  const beginning = (count: number): string => `${letters.slice(0, count).join('').trimEnd()}…`;
  let fits = 0;
  let tooLong = letters.length;
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (measure(beginning(middle)) <= width) fits = middle;
    else tooLong = middle;
  }
  return beginning(fits);
}
