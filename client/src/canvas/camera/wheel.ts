import type { Point } from '@samenbord/shared/layout';

/** What is read of a wheel event. Deltas as the browser gives them. */
export interface WheelInput {
  readonly deltaX: number;
  readonly deltaY: number;
  /** 0 pixels, 1 lines, 2 pages. */
  readonly deltaMode: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  /** ms on any clock that goes on. */
  readonly time: number;
}

export type WheelIntent =
  /** A wheel's notch or a pinch: multiply the scale. `smooth` when it comes in steps that want easing. */
  | { readonly kind: 'zoom'; readonly factor: number; readonly smooth: boolean }
  /** CSS pixels the sheet moves. */
  | { readonly kind: 'pan'; readonly by: Point };

/** Wheel events this close together are one movement of the hand. */
const SAME_GESTURE = 180;
/** A mouse wheel's notch is at least this many pixels; a trackpad begins with less. */
const NOTCH = 50;
/** CSS pixels of a pixel, a line and a page, by `deltaMode`. */
const UNITS = [1, 16, 400] as const;
/** One notch of 100 pixels zooms by this factor; a pinch's pixels count more, they are small. */
const NOTCH_FACTOR = 1.2;
const PINCH_PER_PIXEL = 0.01;
/** No single event zooms further than this. */
const LARGEST_STEP = 0.5;

/**
 * Reads wheel events: a mouse wheel zooms as on a map, two fingers on a trackpad scroll, a pinch (which
 * browsers report as wheel with ctrl) zooms. Browsers do not say which device it is, so the first event
 * of a movement decides for all of it: later ones of a quick scroll look like notches.
 */
export function wheelReader(): (event: WheelInput) => WheelIntent {
  let last = Number.NEGATIVE_INFINITY;
  let notches = false;
  return (event) => {
    const unit = UNITS[event.deltaMode] ?? 1;
    const dx = event.deltaX * unit;
    const dy = event.deltaY * unit;
    if (event.time - last > SAME_GESTURE) {
      notches = event.deltaMode !== 0 || (event.deltaX === 0 && Math.abs(dy) >= NOTCH);
    }
    last = event.time;
    const pinching = event.ctrlKey || event.metaKey;
    if (!pinching && event.shiftKey) return { kind: 'pan', by: { x: -(dx || dy), y: 0 } };
    if (!pinching && !notches) return { kind: 'pan', by: { x: -dx, y: -dy } };
    return zoom(dy, notches || Math.abs(dy) >= NOTCH);
  };
}

function zoom(dy: number, notched: boolean): WheelIntent {
  const step = notched ? (dy / 100) * Math.log(NOTCH_FACTOR) : dy * PINCH_PER_PIXEL;
  const limited = Math.min(LARGEST_STEP, Math.max(-LARGEST_STEP, step));
  return { kind: 'zoom', factor: Math.exp(-limited), smooth: notched };
}
