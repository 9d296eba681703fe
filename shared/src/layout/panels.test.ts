import { describe, expect, test } from 'vitest';
import type { GridBox } from '../template/index.ts';
import { area, bringGainFor, COUNTS, isInside, NAMES, onPanelGrid, rectOf } from './fixtures.ts';
import { overlapArea, regionId } from './index.ts';
import type { Rect } from './types.ts';

type PanelRow = {
  readonly upper: readonly GridBox[];
  readonly lower: readonly GridBox[];
  readonly free: number;
};

/** Table B2 of the domain; for two partners `upper` holds left and right. */
const PANEL_TABLE: Readonly<Record<number, PanelRow>> = {
  2: {
    upper: [
      [1, 1, 8, 16],
      [17, 1, 8, 16],
    ],
    lower: [],
    free: 0,
  },
  3: {
    upper: [
      [1, 1, 12, 5],
      [13, 1, 12, 5],
    ],
    lower: [[7, 12, 12, 5]],
    free: 60,
  },
  4: {
    upper: [
      [1, 1, 12, 5],
      [13, 1, 12, 5],
    ],
    lower: [
      [1, 12, 12, 5],
      [13, 12, 12, 5],
    ],
    free: 0,
  },
  5: {
    upper: [
      [1, 1, 8, 5],
      [9, 1, 8, 5],
      [17, 1, 8, 5],
    ],
    lower: [
      [5, 12, 8, 5],
      [13, 12, 8, 5],
    ],
    free: 40,
  },
  6: {
    upper: [
      [1, 1, 8, 5],
      [9, 1, 8, 5],
      [17, 1, 8, 5],
    ],
    lower: [
      [1, 12, 8, 5],
      [9, 12, 8, 5],
      [17, 12, 8, 5],
    ],
    free: 0,
  },
  7: {
    upper: [
      [1, 1, 6, 5],
      [7, 1, 6, 5],
      [13, 1, 6, 5],
      [19, 1, 6, 5],
    ],
    lower: [
      [4, 12, 6, 5],
      [10, 12, 6, 5],
      [16, 12, 6, 5],
    ],
    free: 30,
  },
  8: {
    upper: [
      [1, 1, 6, 5],
      [7, 1, 6, 5],
      [13, 1, 6, 5],
      [19, 1, 6, 5],
    ],
    lower: [
      [1, 12, 6, 5],
      [7, 12, 6, 5],
      [13, 12, 6, 5],
      [19, 12, 6, 5],
    ],
    free: 0,
  },
};

describe.each(COUNTS)('bring-and-gain for %i partners', (count) => {
  const layout = bringGainFor(count);
  const table = PANEL_TABLE[count] ?? { upper: [], lower: [], free: -1 };
  const core = layout.core ?? { x: 0, y: 0, width: 0, height: 0 };

  test('has the panels of the table, in the order of the partners', () => {
    expect(layout.panels.map(({ partner }) => partner)).toEqual(NAMES.slice(0, count));
    expect(layout.panels.map(({ rect }) => rect)).toEqual([...table.upper, ...table.lower].map(onPanelGrid));
    const sides =
      count === 2 ? ['left', 'right'] : [...table.upper.map(() => 'top'), ...table.lower.map(() => 'bottom')];
    expect(layout.panels.map(({ side }) => side)).toEqual(sides);
  });

  test('has the core and the fields beside it where the domain puts them', () => {
    expect(core).toEqual(onPanelGrid(count === 2 ? [9, 4, 8, 10] : [5, 6, 16, 6]));
    expect(rectOf(layout, 'core.commonGround')).toEqual(
      onPanelGrid(count === 2 ? [9, 1, 8, 3] : [1, 6, 4, 6]),
    );
    expect(rectOf(layout, 'core.tensions')).toEqual(onPanelGrid(count === 2 ? [9, 14, 8, 3] : [21, 6, 4, 6]));
  });

  test('fills the core with the essence above and the ambition, twice as large, below', () => {
    const essence = rectOf(layout, 'core.essence');
    const ambition = rectOf(layout, 'core.ambition');
    expect(isInside(core, essence) && isInside(core, ambition)).toBe(true);
    expect(area(essence) + area(ambition)).toBe(area(core));
    expect(area(ambition) / area(essence)).toBeCloseTo(2, 2);
    expect(ambition.y).toBe(essence.y + essence.height);
  });

  test('leaves exactly the free cells of the table', () => {
    const boxes = [core, rectOf(layout, 'core.commonGround'), rectOf(layout, 'core.tensions')];
    const used = [...boxes, ...layout.panels.map(({ rect }) => rect)].reduce(
      (sum, box) => sum + area(box),
      0,
    );
    expect((4080 * 2700 - used) / (170 * 168.75)).toBe(table.free);
  });

  test('gives every partner the same area, and every field the same share of it', () => {
    const shares = { interestOwn: 0.12, interestAdded: 0.12, coreValue: 0.12, bring: 0.27, gain: 0.27 };
    for (const { partner, rect, header } of layout.panels) {
      expect(area(rect)).toBe(area(layout.panels[0]?.rect ?? rect));
      expect(area(header) / area(rect)).toBeCloseTo(0.1, 3);
      for (const [key, share] of Object.entries(shares))
        expect(area(rectOf(layout, regionId(key, partner))) / area(rect), key).toBeCloseTo(share, 3);
    }
  });

  test('fills a panel wholly with its header and its five fields', () => {
    for (const { partner, rect, header } of layout.panels) {
      const fields = layout.regions.filter((region) => region.partner === partner);
      expect(fields.map(({ field }) => field.key)).toEqual([
        'interestOwn',
        'interestAdded',
        'coreValue',
        'bring',
        'gain',
      ]);
      const parts = [header, ...fields.map((field) => field.rect)];
      expect(parts.every((part) => isInside(rect, part))).toBe(true);
      expect(parts.reduce((sum, part) => sum + area(part), 0)).toBe(area(rect));
      for (const field of fields) expect(overlapArea(header, field.rect)).toBe(0);
    }
  });

  test('has bring and gain touch the middle, and the header and interests away from it', () => {
    const middle = onPanelGrid(count === 2 ? [9, 1, 8, 16] : [1, 6, 24, 6]);
    const gap = (box: Rect) =>
      count === 2
        ? Math.max(middle.x - (box.x + box.width), box.x - (middle.x + middle.width))
        : Math.max(middle.y - (box.y + box.height), box.y - (middle.y + middle.height));
    for (const { partner, header } of layout.panels) {
      const at = (key: string) => gap(rectOf(layout, regionId(key, partner)));
      const band = at('interestOwn');
      expect([at('bring'), at('gain')]).toEqual([0, 0]);
      expect(band).toBeGreaterThan(300);
      expect([at('interestAdded'), at('coreValue')]).toEqual([band, band]);
      if (count > 2) expect(gap(header)).toBeGreaterThan(band);
      else expect(header.y).toBe(210);
    }
  });

  test('says which side of bring and gain faces the core', () => {
    const facing = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' };
    for (const { partner, side } of layout.panels)
      for (const region of layout.regions.filter((one) => one.partner === partner))
        expect(region.faces, region.id).toBe(region.field.arrow ? facing[side] : undefined);
  });
});
