import type { Sticker } from './types.ts';

/** The tag of a sticker that was thrown on the board with a phone. */
export const PEN_TAG = 'pen';

/** Whether a sticker was thrown on the board with a phone. */
export function isByPen({ tags }: Pick<Sticker, 'tags'>): boolean {
  return tags?.includes(PEN_TAG) === true;
}
