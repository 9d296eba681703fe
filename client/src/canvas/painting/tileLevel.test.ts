import type { Rect } from '@samenbord/shared/layout';
import { describe, expect, it } from 'vitest';
import type { Painter2D } from '../../drawing/index.ts';
import { TileLevel } from './tileLevel.ts';

const never = () => false;
const always = () => true;

/** A level of 1000 x 600 device pixels at half scale, with a record of what is painted and copied. */
function level() {
  const painted: Rect[] = [];
  const quiet = new Proxy({}, { get: () => () => undefined, set: () => true }) as Painter2D;
  const made = new TileLevel({
    scale: 0.5,
    side: 100,
    bounds: { x: 0, y: 0, width: 1000, height: 600 },
    makeBitmap: () => ({ canvas: {} as HTMLCanvasElement, ctx: quiet }),
    paint: (_, rect) => painted.push(rect),
  });
  const copy = (part: Rect, place = { x: 0, y: 0, ratio: 1 }) => {
    const boxes: Rect[] = [];
    const missing: Rect[] = [];
    const ctx = {
      drawImage: (_: unknown, ...n: number[]) =>
        boxes.push({ x: n[4] ?? 0, y: n[5] ?? 0, width: n[6] ?? 0, height: n[7] ?? 0 }),
    };
    made.draw(ctx as unknown as Painter2D, part, place, (box) => missing.push(box));
    return { boxes, missing };
  };
  return { level: made, painted, copy };
}

const VIEW = { x: 0, y: 0, width: 400, height: 300 };
const area = (boxes: readonly Rect[]) => boxes.reduce((sum, { width, height }) => sum + width * height, 0);

describe('tiles', () => {
  it('are painted once for what is in view, in sheet units', () => {
    const { level: tiles, painted } = level();
    expect(tiles.render(VIEW, never)).toBe(true);
    expect(painted).toHaveLength(12);
    expect(painted[0]).toEqual({ x: 0, y: 0, width: 200, height: 200 });
    tiles.render(VIEW, never);
    expect(painted).toHaveLength(12);
  });

  it('are painted in one go when all is wanted at once, but for those there are', () => {
    const { level: tiles, painted, copy } = level();
    tiles.render({ x: 0, y: 0, width: 400, height: 100 }, never);
    painted.length = 0;
    expect(tiles.renderAtOnce(VIEW)).toBe(true);
    expect(painted).toEqual([{ x: 0, y: 200, width: 800, height: 400 }]);
    expect(copy(VIEW).missing).toEqual([]);
    tiles.renderAtOnce(VIEW);
    tiles.render(VIEW, always);
    expect(painted).toHaveLength(1);
    tiles.invalidate({ x: 30, y: 30, width: 50, height: 50 });
    tiles.renderAtOnce(VIEW);
    expect(painted[1]).toEqual({ x: 30, y: 30, width: 50, height: 50 });
  });

  it('are painted anew only where something changed, and only that part', () => {
    const { level: tiles, painted } = level();
    tiles.render(VIEW, never);
    painted.length = 0;
    tiles.invalidate({ x: 30, y: 30, width: 50, height: 50 });
    expect(tiles.render(VIEW, always)).toBe(true);
    expect(painted).toEqual([{ x: 30, y: 30, width: 50, height: 50 }]);
  });

  it('wait when the time is up, and say so', () => {
    const { level: tiles, painted, copy } = level();
    expect(tiles.render(VIEW, always)).toBe(false);
    expect(painted).toEqual([]);
    expect(copy(VIEW).missing).toHaveLength(12);
    let left = 5;
    expect(tiles.render(VIEW, () => left-- <= 0)).toBe(false);
    expect(copy(VIEW).missing).toHaveLength(7);
    tiles.render(VIEW, never);
    expect(copy(VIEW).missing).toEqual([]);
  });

  it('cover the view without gap or overlap at any magnification', () => {
    const { level: tiles, copy } = level();
    tiles.render({ x: 0, y: 0, width: 1000, height: 600 }, never);
    for (const ratio of [1, 0.73, 1.61, 2.5]) {
      const place = { x: -37, y: 12, ratio };
      const { boxes } = copy({ x: 0, y: 0, width: 1000, height: 600 }, place);
      const right = Math.round(-37 + 1000 * ratio);
      const bottom = Math.round(12 + 600 * ratio);
      expect(area(boxes)).toBe((right + 37) * (bottom - 12));
    }
  });

  it('never copy what lies beyond the sheet', () => {
    const { level: tiles, copy } = level();
    tiles.render({ x: 900, y: 500, width: 400, height: 400 }, never);
    expect(area(copy({ x: 900, y: 500, width: 400, height: 400 }).boxes)).toBe(100 * 100);
  });

  it('are forgotten, the oldest first', () => {
    const { level: tiles, copy } = level();
    tiles.render({ x: 0, y: 0, width: 100, height: 100 }, never);
    tiles.render({ x: 300, y: 0, width: 200, height: 100 }, never);
    tiles.trim(2);
    expect(copy({ x: 0, y: 0, width: 100, height: 100 }).missing).toHaveLength(1);
    expect(copy({ x: 300, y: 0, width: 200, height: 100 }).missing).toEqual([]);
  });
});
