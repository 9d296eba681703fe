import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkCurve } from './drawLinks.ts';

const end = fc.record({
  center: fc.record({ x: fc.integer({ min: 80, max: 4120 }), y: fc.integer({ min: 80, max: 2890 }) }),
  side: fc.constantFrom(160, 220, 300),
});

describe('linkCurve', () => {
  it('begins and ends at the edge of its stickers', () => {
    fc.assert(
      fc.property(end, end, (a, b) => {
        const curve = linkCurve(a, b);
        for (const [point, { center, side }] of [
          [curve.from, a],
          [curve.to, b],
        ] as const) {
          const reach = Math.max(Math.abs(point.x - center.x), Math.abs(point.y - center.y));
          expect(reach).toBeCloseTo(side / 2, 6);
        }
      }),
    );
  });

  it('says how far it reaches: nothing is drawn outside its bounds', () => {
    fc.assert(
      fc.property(end, end, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, t) => {
        const { from, control1, control2, to, bounds } = linkCurve(a, b);
        const along = (axis: 'x' | 'y') =>
          (1 - t) ** 3 * from[axis] +
          3 * (1 - t) ** 2 * t * control1[axis] +
          3 * (1 - t) * t ** 2 * control2[axis] +
          t ** 3 * to[axis];
        expect(along('x')).toBeGreaterThanOrEqual(bounds.x);
        expect(along('x')).toBeLessThanOrEqual(bounds.x + bounds.width);
        expect(along('y')).toBeGreaterThanOrEqual(bounds.y);
        expect(along('y')).toBeLessThanOrEqual(bounds.y + bounds.height);
      }),
    );
  });

  it('passes what lies between two stickers of one row', () => {
    const curve = linkCurve(
      { center: { x: 500, y: 800 }, side: 220 },
      { center: { x: 2500, y: 820 }, side: 220 },
    );
    expect(Math.abs(curve.middle.y - 810)).toBeGreaterThan(220);
  });
});
