/** A Markdown table; the first column reads from the left, the others are figures. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** A whole number with commas between the thousands. */
export const whole = (value: number): string => Math.round(value).toLocaleString('en');

/** ms with one decimal below 100. */
export const ms = (value: number): string => `${value < 100 ? value.toFixed(1) : whole(value)} ms`;

/** Bytes as kB of 1,000. */
export const kB = (bytes: number): string => `${whole(bytes / 1000)} kB`;

/** A share as a whole percentage; near all of it with two decimals, so that a little missing shows. */
export const percent = (share: number): string =>
  `${(100 * share).toFixed(share > 0.99 && share < 1 ? 2 : 0)} %`;

/**
 * A text with everything between the markers of a name replaced.
 * @throws {Error} when the markers are not there
 */
export function replaceBetween(text: string, name: string, replacement: string): string {
  const begin = `<!-- ${name} -->`;
  const end = `<!-- end of ${name} -->`;
  const start = text.indexOf(begin);
  const stop = text.indexOf(end, start);
  if (start === -1 || stop === -1) throw new Error(`the markers of ${name} are missing`);
  return `${text.slice(0, start)}${begin}\n\n${replacement}\n\n${text.slice(stop)}`;
}
