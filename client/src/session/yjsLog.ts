/**
 * What Yjs writes its few warnings with, in place of `lib0/logging`: that one draws coloured lines in the page, for
 * which it brings a library of schemas and another for elements, four kilobytes before a board is seen.
 */

// biome-ignore lint/suspicious/noConsole: a warning of a library, for whoever looks for the cause of a fault
export const warn = (...words: unknown[]): void => console.warn(...words);

/** Styles are passed over: only words are written. */
export const print = (...words: unknown[]): void =>
  warn(...words.filter((word) => typeof word === 'string' || typeof word === 'object'));

export const [ORANGE, RED, BOLD, UNBOLD] = [
  Symbol('orange'),
  Symbol('red'),
  Symbol('bold'),
  Symbol('unbold'),
];
