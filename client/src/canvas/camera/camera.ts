import { type Point, type Rect, SHEET, SHEET_RECT } from '@samenbord/shared/layout';

/** Where a person looks: the sheet point at the top left of the view, and CSS pixels per sheet unit. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** A size or distance in CSS pixels. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** Room at the edges of the view that controls lie over, in CSS pixels. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Narrower than this, in CSS pixels, a view is a phone's: tools lie along its bottom edge. */
export const NARROW = 640;
/** Largest scale: a default sticker is then 660 CSS pixels wide. */
export const MAX_SCALE = 3;
/** Smallest scale, as a part of that at which the whole sheet fits. */
const MIN_FIT_SHARE = 0.5;
/** CSS pixels of the sheet that always stay in view. */
const KEEP_IN_VIEW = 96;

/** A point of the view (CSS pixels from its top left) in sheet units. */
export function toSheet(camera: Camera, point: Point): Point {
  return { x: camera.x + point.x / camera.scale, y: camera.y + point.y / camera.scale };
}

/** A point of the sheet in CSS pixels from the view's top left. */
export function toView(camera: Camera, point: Point): Point {
  return { x: (point.x - camera.x) * camera.scale, y: (point.y - camera.y) * camera.scale };
}

/** A box of the sheet in CSS pixels of the view. */
export function rectToView(camera: Camera, rect: Rect): Rect {
  const { x, y } = toView(camera, rect);
  return { x, y, width: rect.width * camera.scale, height: rect.height * camera.scale };
}

/** The part of the sheet that is in view, in sheet units. */
export function viewRect(camera: Camera, view: Extent): Rect {
  return {
    x: camera.x,
    y: camera.y,
    width: view.width / camera.scale,
    height: view.height / camera.scale,
  };
}

/** The camera at which this sheet point lies at this point of the view. */
export function anchored(sheetPoint: Point, viewPoint: Point, scale: number): Camera {
  return { x: sheetPoint.x - viewPoint.x / scale, y: sheetPoint.y - viewPoint.y / scale, scale };
}

/** Moves the sheet along with a finger: by CSS pixels. */
export function panBy(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale };
}

/** The smallest and largest scale in a view of this size. */
export function scaleRange(view: Extent): { readonly min: number; readonly max: number } {
  const fit = Math.min(view.width / SHEET.width, view.height / SHEET.height);
  return { min: Math.max(0.01, fit * MIN_FIT_SHARE), max: MAX_SCALE };
}

/** The scale within its range for this view. */
export function clampScale(scale: number, view: Extent): number {
  const { min, max } = scaleRange(view);
  return Math.min(max, Math.max(min, scale));
}

/** Zooms to a scale (kept within its range) while one point of the view stays where it is. */
export function zoomAround(camera: Camera, viewPoint: Point, scale: number, view: Extent): Camera {
  return anchored(toSheet(camera, viewPoint), viewPoint, clampScale(scale, view));
}

/** The camera at which a box of the sheet lies in the middle of the view, as large as fits beside the insets. */
export function fitRect(rect: Rect, view: Extent, insets: Insets, largest = MAX_SCALE): Camera {
  const width = Math.max(1, view.width - insets.left - insets.right);
  const height = Math.max(1, view.height - insets.top - insets.bottom);
  const scale = Math.min(largest, clampScale(Math.min(width / rect.width, height / rect.height), view));
  const center = { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
  return anchored(center, { x: insets.left + width / 2, y: insets.top + height / 2 }, scale);
}

/**
 * The nearest camera that keeps some of the sheet in view, and its scale in range.
 * @param table the sheet with what lies beside it
 */
export function clampCamera(camera: Camera, view: Extent, table: Rect = SHEET_RECT): Camera {
  const scale = clampScale(camera.scale, view);
  const kept =
    scale === camera.scale
      ? camera
      : zoomAround(camera, { x: view.width / 2, y: view.height / 2 }, scale, view);
  return {
    x: clampAxis(kept.x, table.width, view.width / scale, KEEP_IN_VIEW / scale),
    y: clampAxis(kept.y, table.height, view.height / scale, KEEP_IN_VIEW / scale),
    scale,
  };
}

function clampAxis(start: number, sheet: number, seen: number, kept: number): number {
  const room = Math.min(kept, seen / 2, sheet / 2);
  return Math.min(sheet - room, Math.max(room - seen, start));
}

/**
 * The camera `t` (0..1) of the way between two. The scale goes evenly in the eye, by ratio, and the point
 * that both cameras agree on stays still, so that a zoom does not swing about.
 */
export function between(from: Camera, to: Camera, t: number, view: Extent): Camera {
  if (t <= 0) return from;
  if (t >= 1) return to;
  const scale = from.scale * (to.scale / from.scale) ** t;
  const center = { x: view.width / 2, y: view.height / 2 };
  const a = toSheet(from, center);
  const b = toSheet(to, center);
  // Share of the way in sheet units that fits the scale reached: equal steps would rush the zoomed-in end.
  const change = 1 / to.scale - 1 / from.scale;
  const share = Math.abs(change) * from.scale < 1e-6 ? t : (1 / scale - 1 / from.scale) / change;
  return anchored({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }, center, scale);
}

/** Eases in and out: for flights a person follows with the eye. */
export function easeInOut(t: number): number {
  return t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2;
}
