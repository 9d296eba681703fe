import type * as Y from 'yjs';
import { ORIGIN } from './origin.ts';
import type { Sticker } from './types.ts';

/**
 * What one person writes in a silent round (`<board>/silent/<round>/<person>`): stickers as on the board, and in
 * the map `round` whether this person said to be ready, so that a page that is loaded anew knows.
 */

/** The tag of a sticker that was written in a silent round and came on the board after its reveal. */
export const LATE_TAG = 'late';

/** Whether a sticker came after the reveal of its round. */
export function isLate({ tags }: Pick<Sticker, 'tags'>): boolean {
  return tags?.includes(LATE_TAG) === true;
}

const roundOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('round');

/** Whether the writer said to be ready. */
export function readSilentReady(doc: Y.Doc): boolean {
  return roundOf(doc).get('ready') === true;
}

/** Notes that the writer is ready, or is not after all. */
export function writeSilentReady(doc: Y.Doc, ready: boolean): void {
  if (readSilentReady(doc) === ready) return;
  doc.transact(() => roundOf(doc).set('ready', ready), ORIGIN.silentReady);
}
