import type { Rect } from '@samenbord/shared/layout';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapped } from './snapping.ts';

const box = (x: number, y: number, side = 220): Rect => ({ x, y, width: side, height: side });
const anyBox = fc
  .tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 2700 }), fc.constantFrom(160, 220, 300))
  .map(([x, y, side]) => box(x, y, side));

describe('snapping', () => {
  it('brings edges and centres together', () => {
    expect(snapped(box(1009, 500), [box(1000, 900)], 12)).toMatchObject({ dx: -9, dy: 0 });
    expect(snapped(box(1228, 500), [box(1000, 900)], 12)).toMatchObject({ dx: -8 });
    expect(snapped(box(1035, 500, 160), [box(1000, 900)], 12)).toMatchObject({ dx: -5 });
    expect(snapped(box(2000, 895), [box(1000, 900)], 12)).toMatchObject({ dx: 0, dy: 5 });
  });

  it('draws a line through all that lie on it', () => {
    const { guides } = snapped(box(1009, 500), [box(1000, 900), box(1000, 2000)], 12);
    expect(guides).toContainEqual({ kind: 'line', axis: 'x', at: 1000, from: 500, to: 2220 });
  });

  it('keeps a distance that is there already, on both sides and between', () => {
    const row = [box(1000, 500), box(1300, 500)];
    expect(snapped(box(1605, 560), row, 12)).toMatchObject({ dx: -5 });
    expect(snapped(box(705, 560), row, 12)).toMatchObject({ dx: -5 });
    const wide = [box(1000, 500), box(1600, 500)];
    const { dx, guides } = snapped(box(1296, 560), wide, 12);
    expect(dx).toBe(4);
    expect(guides.filter(({ kind }) => kind === 'gap')).toEqual([
      { kind: 'gap', axis: 'x', at: 670, from: 1220, to: 1300 },
      { kind: 'gap', axis: 'x', at: 670, from: 1520, to: 1600 },
    ]);
  });

  it('keeps no distance among a crowd, but still its lines', () => {
    const row = Array.from({ length: 70 }, (_, n) => box(1000 + 300 * n, 500));
    const after = box(1000 + 300 * 70 + 5, 560);
    expect(snapped(after, row.slice(-50), 12)).toMatchObject({ dx: -5 });
    expect(snapped(after, row, 12)).toMatchObject({ dx: 0 });
    expect(snapped(box(1005, 1200), row, 12)).toMatchObject({ dx: -5 });
  });

  it('does nothing beyond its reach, or beside nothing', () => {
    expect(snapped(box(1013, 500), [box(1000, 900)], 12)).toEqual({ dx: 0, dy: 0, guides: [] });
    expect(snapped(box(1013, 500), [], 12)).toEqual({ dx: 0, dy: 0, guides: [] });
  });

  it('never moves further than its reach, and every line it shows is true', () => {
    fc.assert(
      fc.property(
        anyBox,
        fc.array(anyBox, { maxLength: 20 }),
        fc.integer({ min: 0, max: 60 }),
        (own, others, reach) => {
          const { dx, dy, guides } = snapped(own, others, reach);
          expect(Math.abs(dx)).toBeLessThanOrEqual(reach);
          expect(Math.abs(dy)).toBeLessThanOrEqual(reach);
          const moved = { ...own, x: own.x + dx, y: own.y + dy };
          for (const { kind, axis, at } of guides) {
            if (kind !== 'line') continue;
            const start = moved[axis];
            const length = axis === 'x' ? moved.width : moved.height;
            const nearest = Math.min(...[0, 0.5, 1].map((part) => Math.abs(start + part * length - at)));
            expect(nearest).toBeLessThan(0.2);
          }
          for (const gap of guides.filter(({ kind }) => kind === 'gap'))
            expect(gap.to).toBeGreaterThan(gap.from);
        },
      ),
    );
  });

  it('the two distances it shows are equal', () => {
    fc.assert(
      fc.property(anyBox, fc.array(anyBox, { maxLength: 12 }), (own, others) => {
        const { guides } = snapped(own, others, 80);
        for (const axis of ['x', 'y'] as const) {
          const lengths = guides
            .filter((one) => one.kind === 'gap' && one.axis === axis)
            .map(({ from, to }) => to - from);
          for (const length of lengths) expect(length).toBeCloseTo(lengths[0] ?? 0, 6);
        }
      }),
    );
  });
});
