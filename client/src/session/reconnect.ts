import { CLOSE } from '@samenbord/shared/protocol';
import type { EndReason } from './types.ts';

/** Longest pause between two attempts to connect, in ms. */
export const LONGEST_PAUSE = 5_000;
const FIRST_PAUSE = 200;

/** RFC 6455: a frame was larger than the other side takes. What ours closes with when ws finds out first. */
const MESSAGE_TOO_BIG = 1009;

const ENDS: ReadonlyMap<number, EndReason> = new Map([
  [CLOSE.unauthorised, 'unauthorised'],
  [CLOSE.forbidden, 'forbidden'],
  [CLOSE.noBoard, 'no-board'],
  [CLOSE.withdrawn, 'withdrawn'],
  [CLOSE.over, 'over'],
  // Not with this copy: whoever shows it begins with an empty one.
  [CLOSE.erased, 'over'],
  [CLOSE.malformed, 'refused'],
  [CLOSE.tooLarge, 'refused'],
  [MESSAGE_TOO_BIG, 'refused'],
]);

/**
 * Why a close code ends the session, or `undefined` when one comes back by itself. Unknown codes do come
 * back: proxies close with whatever they like, and a try costs little.
 */
export function endReason(code: number): EndReason | undefined {
  return ENDS.get(code);
}

/**
 * Pause before the next attempt in ms, after this many attempts failed in a row: doubling up to
 * {@link LONGEST_PAUSE}, less up to half by chance, so that after a restart not all come at once.
 * @param chance 0..1
 */
export function pauseBefore(failures: number, chance: number): number {
  const full = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(failures, 16));
  return full * (1 - chance / 2);
}
