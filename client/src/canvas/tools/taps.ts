import type { PointerInput } from './types.ts';

/** ms and CSS pixels within which two taps are a double tap; fingers are less exact. */
const WITHIN = 380;
const NEAR = { mouse: 8, pen: 16, touch: 30 } as const;

/** Movement in CSS pixels below which a pointer that goes up has tapped. */
const STILL = { mouse: 4, pen: 7, touch: 10 } as const;

/** Whether a pointer has moved far enough from where it went down to be dragging. */
export function hasMoved(down: PointerInput, now: PointerInput): boolean {
  return Math.hypot(now.at.x - down.at.x, now.at.y - down.at.y) > STILL[down.kind];
}

/** Remembers the last tap, to know a double tap: on the same thing, near, soon after. */
export function tapMemory(): (input: PointerInput, what: string) => boolean {
  let last: { readonly input: PointerInput; readonly what: string } | undefined;
  return (input, what) => {
    const before = last;
    const second =
      before !== undefined &&
      before.what === what &&
      input.time - before.input.time <= WITHIN &&
      Math.hypot(input.at.x - before.input.at.x, input.at.y - before.input.at.y) <= NEAR[input.kind];
    last = second ? undefined : { input, what };
    return second;
  };
}
