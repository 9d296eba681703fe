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

/** Remembers what was tapped lately, by however many hands, to know a double tap: on the same thing, near, soon after. */
export function tapMemory(): (input: PointerInput, what: string) => boolean {
  let taps: { readonly input: PointerInput; readonly what: string }[] = [];
  return (input, what) => {
    taps = taps.filter((past) => input.time - past.input.time <= WITHIN);
    const first = taps.find((past) => past.what === what && isNear(past.input, input));
    taps = first ? taps.filter((past) => past !== first) : [...taps, { input, what }];
    return first !== undefined;
  };
}

function isNear(a: PointerInput, b: PointerInput): boolean {
  return Math.hypot(a.at.x - b.at.x, a.at.y - b.at.y) <= NEAR[b.kind];
}
