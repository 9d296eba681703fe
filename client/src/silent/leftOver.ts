import type { SilentNote } from '../board/silent.ts';

/** What of one's own is not on the board after a silent round ended, and why. */
export type LeftOver =
  /** All of it is there, or there was nothing. */
  | { readonly kind: 'nothing' }
  /** It reached the server after everything was shown, or did not reach it yet. */
  | { readonly kind: 'late'; readonly notes: readonly SilentNote[] }
  /** Nothing of what had reached the server is there: the round was stopped without showing. */
  | { readonly kind: 'dropped'; readonly notes: readonly SilentNote[] };

/** What is known when a round is over. */
export interface Ended {
  /** All that one wrote in it. */
  readonly notes: readonly SilentNote[];
  /** Those of which the server is not known to have the last words. */
  readonly unsent: readonly SilentNote[];
  /** What a sticker says on the board; `undefined` when it is not there. */
  readonly onBoard: (id: string) => string | undefined;
  /** Those of one's own that were seen on the board before: a colleague may have deleted them since. */
  readonly seen: ReadonlySet<string>;
}

/** Finds what is left over. Pure; asked again whenever the board changes. */
export function leftOver({ notes, unsent, onBoard, seen }: Ended): LeftOver {
  const written = notes.filter(({ text }) => text.trim() !== '');
  const waiting = new Set(unsent.map(({ id }) => id));
  const sent = written.filter(({ id }) => !waiting.has(id));
  const isThere = ({ id }: SilentNote): boolean => onBoard(id) !== undefined || seen.has(id);
  if (sent.length > 0 && !written.some(isThere)) return { kind: 'dropped', notes: written };
  const late = written.filter((note) => waiting.has(note.id) && onBoard(note.id) !== note.text);
  return late.length === 0 ? { kind: 'nothing' } : { kind: 'late', notes: late };
}
