import { layoutSheet, regionAt } from '@samenbord/shared/layout';
import { describe, expect, it } from 'vitest';
import { clearOfNames } from './clearOfNames.ts';

const SIDE = 220;

describe('a drop on a name', () => {
  const layout = layoutSheet('brengen-halen', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);

  it('slides off every partner’s header into a field of that partner', () => {
    for (const { header, partner } of layout.panels) {
      const center = { x: header.x + header.width / 2, y: header.y + header.height / 2 };
      const spot = clearOfNames(layout, center, SIDE);
      expect(regionAt(layout, spot)?.partner).toBe(partner);
      const apart = Math.max(Math.abs(spot.x - center.x), Math.abs(spot.y - center.y));
      expect(apart).toBeGreaterThanOrEqual(SIDE / 2);
    }
  });

  it('slides off the title', () => {
    const { x, y } = layout.strip;
    expect(regionAt(layout, clearOfNames(layout, { x: x + 200, y: y + 20 }, SIDE))).toBeDefined();
  });

  it('elsewhere stays where it is', () => {
    for (const { inner } of layout.regions) {
      const center = { x: inner.x + inner.width / 2, y: inner.y + inner.height / 2 };
      expect(clearOfNames(layout, center, SIDE)).toBe(center);
    }
  });
});
