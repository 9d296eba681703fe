import type { Point } from '@samenbord/shared/layout';
import { between, type Camera, type Extent, easeInOut, panBy, zoomAround } from './camera.ts';

/** ms a flight takes. */
const FLIGHT = 380;
/** ms in which a wheel's zoom comes two thirds of the way, and a released pan loses two thirds of its speed. */
const ZOOM_EASE = 45;
const GLIDE_EASE = 160;
/** The same for a view that is followed: positions come a few times a second, and should look like one movement. */
const CHASE_EASE = 160;
/** CSS pixels per ms below which a glide ends. */
export const SLOWEST_GLIDE = 0.03;

/** How a camera moves by itself. Times in ms. */
export type Movement =
  | { kind: 'fly'; from: Camera; to: Camera; start: number }
  | { kind: 'chase'; to: Camera; last: number }
  | { kind: 'zoom'; at: Point; scale: number; last: number }
  | { kind: 'glide'; vx: number; vy: number; last: number };

/** Where a movement has brought the camera at this time, and what is left of it. */
export function advance(
  movement: Movement,
  camera: Camera,
  view: Extent,
  time: number,
): { readonly camera: Camera; readonly next: Movement | undefined } {
  switch (movement.kind) {
    case 'fly': {
      const t = Math.max(0, (time - movement.start) / FLIGHT);
      const next = t >= 1 ? undefined : movement;
      return { camera: between(movement.from, movement.to, easeInOut(Math.min(1, t)), view), next };
    }
    case 'chase': {
      const part = 1 - Math.exp(-Math.max(0, time - movement.last) / CHASE_EASE);
      const shown = between(camera, movement.to, part, view);
      const close = isNear(shown, movement.to);
      return { camera: close ? movement.to : shown, next: close ? undefined : { ...movement, last: time } };
    }
    case 'zoom': {
      const part = 1 - Math.exp(-Math.max(0, time - movement.last) / ZOOM_EASE);
      const scale = camera.scale * (movement.scale / camera.scale) ** part;
      const close = Math.abs(Math.log(movement.scale / scale)) < 0.002;
      const shown = zoomAround(camera, movement.at, close ? movement.scale : scale, view);
      return { camera: shown, next: close ? undefined : { ...movement, last: time } };
    }
    case 'glide': {
      const elapsed = Math.max(0, time - movement.last);
      const left = Math.exp(-elapsed / GLIDE_EASE);
      const { vx, vy } = movement;
      const way = GLIDE_EASE * (1 - left);
      const slow = Math.hypot(vx, vy) * left < SLOWEST_GLIDE;
      const next: Movement = { kind: 'glide', vx: vx * left, vy: vy * left, last: time };
      return { camera: panBy(camera, vx * way, vy * way), next: slow ? undefined : next };
    }
  }
}

/** Less than what one sees: half a pixel, and a thousandth of the scale. */
function isNear(a: Camera, b: Camera): boolean {
  return (
    Math.abs(Math.log(a.scale / b.scale)) < 0.001 &&
    Math.abs(a.x - b.x) * b.scale < 0.5 &&
    Math.abs(a.y - b.y) * b.scale < 0.5
  );
}
