import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepInside, placeBeside } from './anchoring.ts';

const view = { width: 1000, height: 700 };
const panel = { width: 300, height: 110 };

describe('placeBeside', () => {
  it('stands above its sticker, centred', () => {
    expect(placeBeside({ x: 400, y: 300, width: 60, height: 60 }, panel, view)).toEqual({ x: 280, y: 178 });
  });

  it('stands below where there is no room above', () => {
    expect(placeBeside({ x: 400, y: 40, width: 60, height: 60 }, panel, view).y).toBe(112);
  });

  it('prefers the other side when asked', () => {
    expect(placeBeside({ x: 400, y: 300, width: 60, height: 60 }, panel, view, 'below').y).toBe(372);
    expect(placeBeside({ x: 400, y: 640, width: 60, height: 40 }, panel, view, 'below').y).toBe(518);
  });

  it('is always wholly in view', () => {
    const box = fc.record({
      x: fc.integer({ min: -800, max: 1800 }),
      y: fc.integer({ min: -800, max: 1500 }),
      width: fc.integer({ min: 10, max: 2000 }),
      height: fc.integer({ min: 10, max: 2000 }),
    });
    fc.assert(
      fc.property(box, fc.constantFrom<'above' | 'below'>('above', 'below'), (around, prefer) => {
        const { x, y } = placeBeside(around, panel, view, prefer);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(x + panel.width).toBeLessThanOrEqual(view.width);
        expect(y + panel.height).toBeLessThanOrEqual(view.height);
      }),
    );
  });
});

describe('keepInside', () => {
  it('keeps what is written above the keyboard', () => {
    const visible = { x: 0, y: 0, width: 360, height: 300 };
    const at = keepInside({ x: 180, y: 600 }, { width: 200, height: 200 }, visible);
    expect(at.y + 200).toBeLessThanOrEqual(300);
    expect(at.x).toBe(80);
  });

  it('shows the beginning of what is larger than the room there is', () => {
    const at = keepInside(
      { x: 50, y: 50 },
      { width: 500, height: 500 },
      { x: 0, y: 0, width: 300, height: 300 },
    );
    expect(at).toEqual({ x: 8, y: 8 });
  });
});
