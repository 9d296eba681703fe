import { createTypesetter, type Typesetter } from '../drawing/index.ts';
import { context2d } from './canvas2d.ts';
import type { TileBitmap } from './painting/tileLevel.ts';

/** What a stage takes from the page: canvases to measure and paint on, and what its reader asked for. */

export const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');

/** How much larger than 16 pixels the page's text is: on a wall, or as somebody set it. */
export function textScale(): number {
  return (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16;
}

/** @param far how much larger than at a desk titles have to be
 * @throws {NoCanvasError} */
export function newTypesetter(far = 1): Typesetter {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  return createTypesetter(context2d(canvas), far);
}

/** @throws {NoCanvasError} */
export function makeBitmap(width: number, height: number): TileBitmap {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  // Nothing of a tile is see-through: the page lies behind the sheet, never within it.
  return { canvas, ctx: context2d(canvas, { alpha: false }) };
}
