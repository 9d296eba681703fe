import { type Point, SHEET_WITH_PARKING } from '@samenbord/shared/layout';
import { type Camera, type Extent, rectToView } from '../camera/camera.ts';

/** CSS pixels from the view's edge within which a held thing scrolls the view. */
const ZONE = 40;
/** CSS pixels per ms at the very edge. */
const FASTEST = 0.9;
/** ms one stays at the edge before the view begins to move: a quick drop there is no wish to go on. */
const PATIENCE = 280;
/** CSS pixels of page that may come into view beyond the sheet. */
const BEYOND = 24;
/** ms that one frame makes up for. */
const LONGEST_FRAME = 34;

/**
 * How fast the view follows a pointer near its edge, in CSS pixels per ms; 0 where there is no more of the sheet or
 * the strip beside it to see that way.
 */
export function edgeSpeed(at: Point, camera: Camera, view: Extent): Point {
  const sheet = rectToView(camera, SHEET_WITH_PARKING);
  return {
    x: along(at.x, view.width, sheet.x, sheet.x + sheet.width),
    y: along(at.y, view.height, sheet.y, sheet.y + sheet.height),
  };
}

function along(at: number, length: number, sheetStart: number, sheetEnd: number): number {
  const low = Math.min(1, Math.max(0, (ZONE - at) / ZONE));
  const high = Math.min(1, Math.max(0, (at - length + ZONE) / ZONE));
  if (low > 0 && sheetStart < BEYOND) return -low * FASTEST;
  if (high > 0 && sheetEnd > length - BEYOND) return high * FASTEST;
  return 0;
}

interface ScrolledCamera {
  get(): Camera;
  view(): Extent;
  panBy(dx: number, dy: number): void;
}

/**
 * Scrolls the view while a pointer that holds something stays at its edge, towards edges it came nearer to.
 * @param from where the pointer went down, CSS pixels
 * @returns what to call in each frame; it says whether it wants another
 */
export function edgeScroll(camera: ScrolledCamera, from: Point): (at: Point, time: number) => boolean {
  let since: number | undefined;
  let last = 0;
  return (at, time) => {
    const speed = edgeSpeed(at, camera.get(), camera.view());
    const x = speed.x * (at.x - from.x) > 0 ? speed.x : 0;
    const y = speed.y * (at.y - from.y) > 0 ? speed.y : 0;
    if (x === 0 && y === 0) {
      since = undefined;
      return false;
    }
    since ??= time;
    const elapsed = Math.min(LONGEST_FRAME, time - last);
    last = time;
    if (time - since >= PATIENCE) camera.panBy(-x * elapsed, -y * elapsed);
    return true;
  };
}
