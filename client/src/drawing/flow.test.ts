import { layoutSheet, type Point, type Rect } from '@samenbord/shared/layout';
import { describe, expect, it } from 'vitest';
import { flowsOf } from './flow.ts';

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

  it('lets every partner bring into the core and gain from it', () => {
    for (const partner of partners(count)) {
      const kinds = flows.filter((flow) => flow.partner === partner).map((flow) => flow.kind);
      expect(kinds.sort()).toEqual(['fromCore', 'toCore']);
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
