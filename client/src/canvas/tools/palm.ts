import type { Point } from '@samenbord/shared/layout';
import type { PointerInput } from './types.ts';

/** ms after a pen was last seen, on the sheet or hovering over it, in which a touch is the hand that holds it. */
const PEN_NEAR = 500;
/** CSS pixels around a pen within which that hand lies. Fingers farther away can be of somebody else. */
const HAND = 360;
/** CSS pixels of contact beyond which a touch beside a pen is no fingertip: some 17 mm on most screens. */
const FINGERTIP = 64;

/** Tells the hand that holds a pen from fingers that mean something. */
export interface Palms {
  /** A pen was seen here, down or hovering. */
  saw(pen: PointerInput, isDown: boolean): void;
  /** It went up, or was lost. */
  lifted(pen: number): void;
  /**
   * Whether this touch is a hand that rests.
   * @param together whether other people work at the same screen: then only near the pen
   * @param penMode whether fingers only move the view: then a wide contact is none
   */
  isPalm(touch: PointerInput, together: boolean, penMode: boolean): boolean;
}

export function createPalms(): Palms {
  const down = new Set<number>();
  let last: { readonly at: Point; readonly time: number } | undefined;
  return {
    saw(pen, isDown) {
      last = { at: pen.at, time: pen.time };
      if (isDown) down.add(pen.id);
    },
    lifted: (pen) => void down.delete(pen),
    isPalm(touch, together, penMode) {
      if (touch.kind !== 'touch') return false;
      if (penMode && (touch.contact ?? 0) > FINGERTIP) return true;
      if (!last || (down.size === 0 && touch.time - last.time > PEN_NEAR)) return false;
      return !together || isNear(touch.at, last.at);
    },
  };
}

/** Whether a touch lies where the hand with the pen does. */
export function isNear(a: Point, b: Point): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) <= HAND;
}
