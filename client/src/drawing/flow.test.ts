import { layoutSheet, type Point, type Rect } from '@samenbord/shared/layout';
import { describe, expect, it } from 'vitest';
import { fieldLabel } from './fieldLabel.ts';
import { flowsOf } from './flow.ts';
import { intersects, union } from './shapes.ts';

const partners = (count: number) => Array.from({ length: count }, (_, i) => `partner-${i}`);

function near(rect: Rect, { x, y }: Point, reach: number): boolean {
  return (
    x >= rect.x - reach &&
    x <= rect.x + rect.width + reach &&
    y >= rect.y - reach &&
    y <= rect.y + rect.height + reach
  );
}

describe.each([2, 3, 4, 5, 6, 7, 8])('arrows of a sheet for %i partners', (count) => {
  const layout = layoutSheet('brengen-halen', partners(count));
  const flows = flowsOf(layout);
  const core = layout.core ?? { x: 0, y: 0, width: 0, height: 0 };
  const field = (kind: string, partner: string) =>
    layout.regions.find((region) => region.partner === partner && region.field.arrow === kind);

  it('lets every field that faces the core bring into it or gain from it, straight', () => {
    const faces = (rect: Rect): boolean =>
      Math.min(rect.x + rect.width, core.x + core.width) - Math.max(rect.x, core.x) > 0 ||
      Math.min(rect.y + rect.height, core.y + core.height) - Math.max(rect.y, core.y) > 0;
    const facing = layout.regions.filter(({ field: { arrow }, rect }) => arrow && faces(rect));
    expect(flows.map(({ kind, partner }) => `${kind} ${partner}`).sort()).toEqual(
      facing.map(({ field: { arrow }, partner }) => `${arrow} ${partner}`).sort(),
    );
    for (const { points } of flows) {
      expect(points).toHaveLength(2);
      expect(points[0].x === points[1].x || points[0].y === points[1].y).toBe(true);
    }
  });

  it('touches no label, at any zoom and in both languages', () => {
    const HALF = 34;
    for (const language of ['nl', 'en'] as const) {
      for (const [scale, far] of [0.1, 0.26, 1].flatMap((at) => [[at, 1] as const, [at, 2.6] as const])) {
        for (const region of layout.regions) {
          const { box, mark } = fieldLabel(
            region,
            region.field.label[language],
            (text) => text.length * 0.58,
            scale,
            far,
          );
          const label = union(box, { x: mark.x, y: mark.y, width: mark.radius, height: 0 });
          for (const { points } of flows) {
            const [a, b] = points;
            const arrow = {
              x: Math.min(a.x, b.x) - (a.x === b.x ? HALF : 0),
              y: Math.min(a.y, b.y) - (a.y === b.y ? HALF : 0),
              width: Math.abs(a.x - b.x) + (a.x === b.x ? 2 * HALF : 0),
              height: Math.abs(a.y - b.y) + (a.y === b.y ? 2 * HALF : 0),
            };
            expect(intersects(arrow, label), `${region.id} at ${scale}, ${far}`).toBe(false);
          }
        }
      }
    }
  });

  it('runs from the field to the core, or back', () => {
    for (const { kind, partner, points } of flows) {
      const [first, last] = [points[0], points.at(-1)];
      const region = field(kind, partner);
      if (!first || !last || !region) throw new Error('an arrow without ends');
      const [atField, atCore] = kind === 'toCore' ? [first, last] : [last, first];
      expect(near(region.rect, atField, 0)).toBe(true);
      expect(near(core, atCore, 1)).toBe(true);
    }
  });

  it('keeps arrows apart', () => {
    const heads = flows.flatMap(({ points }) => points.slice(-1));
    for (const [i, a] of heads.entries()) {
      for (const b of heads.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(60);
    }
  });
});

it('has no arrows on the canvas, which has no core', () => {
  expect(flowsOf(layoutSheet('partnermodel-canvas', partners(4)))).toEqual([]);
});
