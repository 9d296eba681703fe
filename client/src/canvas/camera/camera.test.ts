import { SHEET } from '@samenbord/shared/layout';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  between,
  type Camera,
  clampCamera,
  fitRect,
  MAX_SCALE,
  panBy,
  rectToView,
  scaleRange,
  toSheet,
  toView,
  viewRect,
  zoomAround,
} from './camera.ts';

const view = { width: 1440, height: 800 };
const phone = { width: 360, height: 640 };
const noInsets = { top: 0, right: 0, bottom: 0, left: 0 };
const sheet = { x: 0, y: 0, width: SHEET.width, height: SHEET.height };

const cameras = fc.record({
  x: fc.double({ min: -3000, max: 5000, noNaN: true }),
  y: fc.double({ min: -3000, max: 4000, noNaN: true }),
  scale: fc.double({ min: 0.05, max: 3, noNaN: true }),
});
const points = fc.record({
  x: fc.double({ min: 0, max: 1440, noNaN: true }),
  y: fc.double({ min: 0, max: 800, noNaN: true }),
});

describe('camera', () => {
  it('goes to the sheet and back', () => {
    fc.assert(
      fc.property(cameras, points, (camera, point) => {
        const back = toView(camera, toSheet(camera, point));
        expect(back.x).toBeCloseTo(point.x, 6);
        expect(back.y).toBeCloseTo(point.y, 6);
      }),
    );
  });

  it('zooms around a point, which stays where it is', () => {
    fc.assert(
      fc.property(cameras, points, fc.double({ min: 0.1, max: 3, noNaN: true }), (camera, point, scale) => {
        const zoomed = zoomAround(camera, point, scale, view);
        const under = toView(zoomed, toSheet(camera, point));
        expect(under.x).toBeCloseTo(point.x, 5);
        expect(under.y).toBeCloseTo(point.y, 5);
      }),
    );
  });

  it('pans with the finger, whatever the scale', () => {
    const camera: Camera = { x: 100, y: 200, scale: 0.5 };
    const moved = toView(panBy(camera, 30, -12), toSheet(camera, { x: 400, y: 300 }));
    expect(moved).toEqual({ x: 430, y: 288 });
  });

  it('keeps its scale within a range that fits the screen', () => {
    for (const screen of [view, phone, { width: 3840, height: 2160 }]) {
      const { min, max } = scaleRange(screen);
      expect(min).toBeLessThanOrEqual(Math.min(screen.width / SHEET.width, screen.height / SHEET.height));
      expect(max).toBe(MAX_SCALE);
      expect(zoomAround({ x: 0, y: 0, scale: 1 }, { x: 0, y: 0 }, 1e9, screen).scale).toBe(max);
      expect(zoomAround({ x: 0, y: 0, scale: 1 }, { x: 0, y: 0 }, 1e-9, screen).scale).toBe(min);
    }
  });

  it('fits a box into the room the controls leave', () => {
    const insets = { top: 10, right: 20, bottom: 80, left: 20 };
    for (const screen of [view, phone]) {
      const box = rectToView(fitRect(sheet, screen, insets), sheet);
      expect(box.x).toBeGreaterThanOrEqual(insets.left - 0.001);
      expect(box.y).toBeGreaterThanOrEqual(insets.top - 0.001);
      expect(box.x + box.width).toBeLessThanOrEqual(screen.width - insets.right + 0.001);
      expect(box.y + box.height).toBeLessThanOrEqual(screen.height - insets.bottom + 0.001);
    }
  });

  it('never loses the sheet from view', () => {
    fc.assert(
      fc.property(cameras, (camera) => {
        const seen = viewRect(clampCamera(camera, view), view);
        expect(seen.x).toBeLessThan(SHEET.width);
        expect(seen.y).toBeLessThan(SHEET.height);
        expect(seen.x + seen.width).toBeGreaterThan(0);
        expect(seen.y + seen.height).toBeGreaterThan(0);
      }),
    );
  });

  it('leaves a camera alone that is fine', () => {
    const camera = fitRect(sheet, view, noInsets);
    expect(clampCamera(camera, view)).toEqual(camera);
  });

  it('flies from one view to the other without leaving both behind', () => {
    const from: Camera = { x: 0, y: 0, scale: 0.25 };
    const to: Camera = { x: 2000, y: 900, scale: 1.5 };
    expect(between(from, to, 0, view)).toEqual(from);
    expect(between(from, to, 1, view)).toEqual(to);
    let last = from.scale;
    for (let t = 0.1; t < 1; t += 0.1) {
      const camera = between(from, to, t, view);
      expect(camera.scale).toBeGreaterThan(last);
      last = camera.scale;
      const goal = toView(camera, { x: 2480, y: 1166 });
      expect(goal.x).toBeGreaterThan(0);
      expect(goal.x).toBeLessThan(view.width);
    }
  });

  it('flies sideways at one scale evenly', () => {
    const from: Camera = { x: 0, y: 0, scale: 1 };
    const to: Camera = { x: 1000, y: 500, scale: 1 };
    expect(between(from, to, 0.5, view)).toEqual({ x: 500, y: 250, scale: 1 });
  });
});
