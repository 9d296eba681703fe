import type { GridBox } from '../template/index.ts';
import { layoutSheet, regionById } from './index.ts';
import type { Point, Rect, SheetLayout } from './types.ts';

/** What the tests of the geometry share: layouts to test, and sums done without the code under test. */

export const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
export const COUNTS = [2, 3, 4, 5, 6, 7, 8];

export const bringGainFor = (count: number) => layoutSheet('brengen-halen', NAMES.slice(0, count));
export const canvas = layoutSheet('partnermodel-canvas', NAMES.slice(0, 4));

/** Cell sizes written out, not taken from the code: 4080 x 2700 in 24 x 16 and in 12 x 8 cells. */
const cells = ([col, row, w, h]: GridBox, width: number, height: number): Rect => ({
  x: 60 + (col - 1) * width,
  y: 210 + (row - 1) * height,
  width: w * width,
  height: h * height,
});
export const onPanelGrid = (box: GridBox) => cells(box, 170, 168.75);
export const onCanvasGrid = (box: GridBox) => cells(box, 340, 337.5);

export const area = ({ width, height }: Rect) => width * height;
export const centre = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 });
export const isInside = (outer: Rect, { x, y, width, height }: Rect) =>
  x >= outer.x && y >= outer.y && x + width <= outer.x + outer.width && y + height <= outer.y + outer.height;

export function rectOf(layout: SheetLayout, id: string): Rect {
  const region = regionById(layout, id);
  if (!region) throw new Error(`no region ${id}`);
  return region.rect;
}
