import type { RefObject } from 'react';

/** A press on the button that opens something is for that button to answer, not a press beside the popup. */
export function isOn(anchor: RefObject<HTMLButtonElement | null>, event: Event): boolean {
  return event.target instanceof Node && anchor.current?.contains(event.target) === true;
}

/** A press on a notice, which lies above everything, is no press beside a dialog. */
export function isOnNotice(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('.sb-notices') !== null;
}
