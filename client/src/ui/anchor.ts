import type { RefObject } from 'react';

/** A place a menu opens at that is no button: CSS pixels of the window. */
export interface MenuSpot {
  readonly x: number;
  readonly y: number;
  /** Takes the focus when the menu closes, and says in which landmark of the page it is. */
  readonly home: HTMLElement;
}

/** A button, or a place. */
export type MenuAnchor = RefObject<HTMLButtonElement | null> | MenuSpot;

export function isSpot(anchor: MenuAnchor): anchor is MenuSpot {
  return 'home' in anchor;
}

/** A press on the button that opens something is for that button to answer, not a press beside the popup. */
export function isOn(anchor: RefObject<HTMLButtonElement | null>, event: Event): boolean {
  return event.target instanceof Node && anchor.current?.contains(event.target) === true;
}

/** A press on a notice, which lies above everything, is no press beside a dialog. */
export function isOnNotice(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('.sb-notices') !== null;
}
