import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GridBox, TEMPLATE_KEYS } from '../template/index.ts';
import { bringGainFor, COUNTS, canvas, centre, isInside, NAMES, onCanvasGrid } from './fixtures.ts';
import { layoutSheet, overlapArea, parseRegionId, regionAt, regionById, regionId, SHEET } from './index.ts';
import type { Point, SheetLayout } from './types.ts';

const LAYOUTS: readonly (readonly [string, SheetLayout])[] = [
  ['the canvas', canvas],
  ...COUNTS.map((count) => [`bring-and-gain for ${count}`, bringGainFor(count)] as const),
];

/** Regions that hold the point, by their corners; slow and without the code under test. */
function countAt(layout: SheetLayout, { x, y }: Point): string[] {
  return layout.regions
    .filter(({ rect }) => rect.x <= x && rect.y <= y)
    .filter(({ rect }) => x - rect.x < rect.width && y - rect.y < rect.height)
    .map(({ id }) => id);
}

/** Table A2 of the domain. */
const CANVAS_BOXES: Readonly<Record<string, GridBox>> = {
  corePartners: [1, 1, 2, 3],
  chainPartners: [1, 4, 2, 3],
  keyActivities: [3, 1, 2, 3],
  keyResources: [3, 4, 2, 3],
  jointProposition: [5, 1, 4, 2],
  sharedAmbition: [5, 3, 4, 2],
  rulesAndGovernance: [5, 5, 4, 2],
  customerRelations: [9, 1, 2, 2],
  channels: [9, 3, 2, 2],
  branding: [9, 5, 2, 2],
  customers: [11, 1, 2, 6],
  costs: [1, 7, 6, 2],
  returns: [7, 7, 6, 2],
};

describe.each(LAYOUTS)('%s', (_name, layout) => {
  test('is an A3 sheet with a strip above all regions', () => {
    expect(layout.sheet).toEqual({ x: 0, y: 0, width: 4200, height: 2970 });
    expect(layout.strip).toMatchObject({ x: 60, y: 60, width: 4080 });
    expect(layout.strip.y + layout.strip.height).toBeLessThan(210);
    expect(layout.strip.height).toBeGreaterThan(100);
  });

  test('has regions that do not overlap, inside the grid, each with its own id', () => {
    const grid = { x: 60, y: 210, width: 4080, height: 2700 };
    layout.regions.forEach((region, i) => {
      expect(isInside(grid, region.rect), region.id).toBe(true);
      for (const other of layout.regions.slice(i + 1))
        expect(overlapArea(region.rect, other.rect), `${region.id} and ${other.id}`).toBe(0);
    });
    expect(new Set(layout.regions.map(({ id }) => id)).size).toBe(layout.regions.length);
  });

  test('leaves room for the label above what is laid in a region', () => {
    for (const { id, field, rect, inner } of layout.regions) {
      expect(isInside(rect, inner), id).toBe(true);
      expect(inner.y - rect.y, id).toBe(field.emphasis ? 84 : 60);
      const padding = rect.width < 600 ? 14 : 32;
      expect(inner.x - rect.x, id).toBeCloseTo(padding, 6);
      expect(rect.x + rect.width - inner.x - inner.width, id).toBeCloseTo(padding, 6);
      expect(rect.y + rect.height - inner.y - inner.height, id).toBeCloseTo(14, 6);
      expect(Math.min(inner.width, inner.height), id).toBeGreaterThanOrEqual(160);
    }
  });

  test('maps every point of a fine grid, and every corner, to one region or none', () => {
    const points: Point[] = [];
    for (let x = 0; x <= SHEET.width; x += 42.5)
      for (let y = 0; y <= SHEET.height; y += 42.1875) points.push({ x, y });
    for (const { rect } of layout.regions)
      for (const x of [rect.x, rect.x + rect.width])
        for (const y of [rect.y, rect.y + rect.height]) points.push({ x, y });
    for (const point of points) {
      const found = countAt(layout, point);
      expect(found.length, JSON.stringify(point)).toBeLessThanOrEqual(1);
      expect(regionAt(layout, point)?.id, JSON.stringify(point)).toBe(found[0]);
    }
  });

  test('maps random points to one region or none', () => {
    const coordinate = (max: number) => fc.double({ min: -100, max: max + 100, noNaN: true });
    fc.assert(
      fc.property(coordinate(SHEET.width), coordinate(SHEET.height), (x, y) => {
        const found = countAt(layout, { x, y });
        expect(found.length).toBeLessThanOrEqual(1);
        expect(regionAt(layout, { x, y })?.id).toBe(found[0]);
      }),
      { numRuns: 500 },
    );
  });

  test('leaves no hair between neighbours: just left of and above an inner edge lies a region or the margin', () => {
    const hair = 2 ** -20;
    for (const { id, rect } of layout.regions) {
      const { x, y } = centre(rect);
      expect(regionAt(layout, { x: rect.x, y })?.id).toBe(id);
      expect(regionAt(layout, { x, y: rect.y })?.id).toBe(id);
      expect(regionAt(layout, { x: rect.x + rect.width - hair, y })?.id).toBe(id);
      expect(regionAt(layout, { x, y: rect.y + rect.height - hair })?.id).toBe(id);
    }
  });

  test('finds every region by its id, with the parts the id names', () => {
    for (const region of layout.regions) {
      expect(regionById(layout, region.id)).toBe(region);
      expect(parseRegionId(region.id).field).toBe(region.field.key);
      expect(parseRegionId(region.id).partner).toBe(region.partner);
    }
    expect(regionById(layout, 'bring@nobody')).toBeUndefined();
    expect(regionById(layout, 'toString')).toBeUndefined();
  });
});

describe('the canvas', () => {
  test('has every block in exactly the cells of the table', () => {
    expect(Object.fromEntries(canvas.regions.map(({ id, rect }) => [id, rect]))).toEqual(
      Object.fromEntries(Object.entries(CANVAS_BOXES).map(([key, box]) => [key, onCanvasGrid(box)])),
    );
  });

  test('covers all 96 cells once', () => {
    const covered = new Map<string, number>();
    for (let col = 1; col <= 12; col++)
      for (let row = 1; row <= 8; row++) {
        const region = regionAt(canvas, centre(onCanvasGrid([col, row, 1, 1])));
        expect(region, `cell ${col},${row}`).toBeDefined();
        const id = region?.id ?? '';
        covered.set(id, (covered.get(id) ?? 0) + 1);
      }
    const expected = Object.entries(CANVAS_BOXES).map(([key, [, , w, h]]) => [key, w * h] as const);
    expect(covered).toEqual(new Map([...covered.keys()].map((id) => [id, new Map(expected).get(id)])));
    expect([...covered.values()].reduce((sum, count) => sum + count, 0)).toBe(96);
  });

  test('takes any partners and has no panels', () => {
    for (const partners of [[], ['a'], ['a', 'a'], Array.from({ length: 20 }, (_, i) => `p${i}`)])
      expect(layoutSheet('partnermodel-canvas', partners)).toEqual(canvas);
    expect(canvas.panels).toEqual([]);
    expect(canvas.core).toBeUndefined();
  });
});

describe('partners that cannot be laid out', () => {
  test.each([
    ['none', [], /2 to 8 partners, not 0/],
    ['one', ['a'], /2 to 8 partners, not 1/],
    ['nine', [...NAMES, 'i'], /2 to 8 partners, not 9/],
    ['one twice', ['a', 'b', 'a'], /"a" occurs twice/],
    ['an empty id', ['a', ''], /"" cannot be used/],
    ['an id with the separator', ['a', 'b@c'], /"b@c" cannot be used/],
  ])('%s: says so', (_name, partners, message) => {
    const laying = () => layoutSheet('brengen-halen', partners);
    expect(laying).toThrow(RangeError);
    expect(laying).toThrow(message);
  });
});

test('a layout is a function of its arguments', () => {
  for (const key of TEMPLATE_KEYS)
    expect(layoutSheet(key, ['a', 'b', 'c'])).toEqual(layoutSheet(key, ['a', 'b', 'c']));
});

test('a region id says field and partner, and any text can be read', () => {
  expect(regionId('bring', 'gemeente')).toBe('bring@gemeente');
  expect(regionId('core.essence')).toBe('core.essence');
  expect(parseRegionId('bring@gemeente')).toEqual({ field: 'bring', partner: 'gemeente' });
  expect(parseRegionId('core.essence')).toEqual({ field: 'core.essence' });
  expect(parseRegionId('a@b@c')).toEqual({ field: 'a', partner: 'b@c' });
  expect(parseRegionId('')).toEqual({ field: '' });
});
