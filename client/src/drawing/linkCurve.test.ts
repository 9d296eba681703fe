import { type Rect, squareAt } from '@samenbord/shared/layout';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LinkCurve, linkCurve, pointAt } from './linkCurve.ts';
import { tagBox, tagPlace } from './linkTag.ts';
import { intersects, union } from './shapes.ts';

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

describe('linkCurve among labels', () => {
  const upper = { center: { x: 500, y: 500 }, side: 200 };
  const lower = { center: { x: 900, y: 1100 }, side: 200 };
  const crosses = (labels: readonly Rect[], curve: LinkCurve): boolean =>
    Array.from({ length: 65 }, (_, i) => pointAt(curve, i / 64)).some(({ x, y }) =>
      labels.some((box) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height),
    );

  it('takes other sides when the nearest ones lead over a label', () => {
    const labels = [{ x: 820, y: 930, width: 160, height: 50 }];
    expect(crosses(labels, linkCurve(upper, lower))).toBe(true);
    expect(crosses(labels, linkCurve(upper, lower, labels))).toBe(false);
  });

  it('bows flatter along a row when the wide bow leads over labels', () => {
    const [left, right] = [500, 2500].map((x) => ({ center: { x, y: 2200 }, side: 220 }));
    if (!left || !right) throw new Error('two ends');
    const labels = [500, 1000, 1500, 2000, 2500].map((x) => ({
      x: x - 200,
      y: 2020,
      width: 400,
      height: 50,
    }));
    const between = [1000, 1500, 2000].map((x) => ({ center: { x, y: 2200 }, side: 220 }));
    const curve = linkCurve(left, right, labels, between);
    expect(crosses(labels, curve)).toBe(false);
    expect(curve.middle.y).toBeGreaterThan(2310);
  });

  it('stays as it is when no label is in the way', () => {
    expect(linkCurve(upper, lower, [{ x: 3000, y: 40, width: 300, height: 50 }])).toEqual(
      linkCurve(upper, lower),
    );
  });
});

describe('tagPlace', () => {
  const sticker = (x: number, y: number) => ({ center: { x, y }, side: 220 });
  const curve = linkCurve(sticker(400, 600), sticker(1400, 900));

  it('is half way when that is free', () => {
    expect(tagPlace(curve, 6, { stickers: [], labels: [] })).toEqual(curve.middle);
  });

  it('lies clear of stickers and labels, and is left out when nothing is free', () => {
    fc.assert(
      fc.property(fc.array(end, { maxLength: 12 }), (stickers) => {
        const labels = [{ x: 820, y: 700, width: 160, height: 50 }];
        const place = tagPlace(curve, 6, { stickers, labels });
        if (!place) return;
        const box = tagBox(place, 6);
        for (const rect of [...labels, ...stickers.map(({ center, side }) => squareAt(center, side))])
          expect(intersects(rect, box)).toBe(false);
        expect(union(curve.bounds, box)).toEqual(curve.bounds);
      }),
    );
    const everywhere = [{ x: 0, y: 0, width: 4200, height: 2970 }];
    expect(tagPlace(curve, 6, { stickers: [], labels: everywhere })).toBeUndefined();
  });
});
