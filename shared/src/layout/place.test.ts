import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bringGain, fieldsOf, TEMPLATE_KEYS } from '../template/index.ts';
import { bringGainFor, COUNTS, canvas } from './fixtures.ts';
import {
  BESIDE,
  clampHeld,
  clampToSheet,
  clampToTable,
  contains,
  isParked,
  landingAt,
  layoutSheet,
  overlapArea,
  PARKING,
  PARKING_INNER,
  parseRegionId,
  placeAt,
  pointOf,
  regionAt,
  regionById,
  regionId,
  SHEET,
  SHEET_WITH_PARKING,
  STICKER_SIDE,
  squareAt,
} from './index.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const layouts = fc
  .tuple(fc.constantFrom(...TEMPLATE_KEYS), fc.integer({ min: 2, max: 8 }))
  .map(([key, count]) => layoutSheet(key, NAMES.slice(0, count)));
const points = fc.record({
  x: fc.double({ min: 0, max: SHEET.width, noNaN: true }),
  y: fc.double({ min: 0, max: SHEET.height, noNaN: true }),
});
const anywhere = fc.record({ x: fc.double(), y: fc.double() });
const four = layoutSheet('brengen-halen', NAMES.slice(0, 4));

describe('a place and its point', () => {
  test('round-trip within one unit, in the same region', () => {
    fc.assert(
      fc.property(layouts, points, fc.integer(), (layout, point, z) => {
        const place = placeAt(layout, point, z);
        const back = pointOf(layout, place);
        expect(Math.abs(back.x - point.x)).toBeLessThan(1);
        expect(Math.abs(back.y - point.y)).toBeLessThan(1);
        expect(place).toMatchObject({
          sheet: layout.template,
          z,
          region: regionAt(layout, point)?.id ?? null,
        });
        if (place.region) expect(placeAt(layout, back, z)).toEqual(place);
      }),
      { numRuns: 2000 },
    );
  });

  test('keep relative coordinates in 0..1 with at most four decimals, wherever the point is', () => {
    fc.assert(
      fc.property(layouts, anywhere, (layout, point) => {
        const { x, y } = placeAt(layout, point, 0);
        for (const value of [x, y]) {
          expect(value >= 0 && value <= 1, String(value)).toBe(true);
          expect(String(value)).toMatch(/^[01](\.\d{1,4})?$|^0$/);
        }
      }),
    );
  });

  test('are always on the sheet or the parking strip, whatever a record holds', () => {
    const region = fc.oneof(
      fc.constant(null),
      fc.string(),
      fc.constantFrom('bring@a', 'gain@gone', 'core.essence', 'costs'),
    );
    fc.assert(
      fc.property(layouts, region, anywhere, (layout, id, { x, y }) => {
        const point = pointOf(layout, { region: id, x, y });
        expect(point.x >= 0 && point.x <= SHEET_WITH_PARKING.width, String(point.x)).toBe(true);
        expect(point.y >= 0 && point.y <= SHEET.height, String(point.y)).toBe(true);
      }),
    );
  });

  test('are worked out from the region, or from the sheet where there is none', () => {
    // Panel `a` is cells 1..12 by 1..5 of 170 x 168.75; `gain` is the right half of its lowest 54 %.
    expect(pointOf(four, { region: 'gain@a', x: 0, y: 0 })).toEqual({ x: 60 + 1020, y: 210 + 843.75 * 0.46 });
    expect(pointOf(four, { region: 'gain@a', x: 0.5, y: 1 })).toEqual({ x: 60 + 1530, y: 210 + 843.75 });
    expect(pointOf(four, { region: null, x: 0.5, y: 0.25 })).toEqual({ x: 2100, y: 742.5 });
    expect(placeAt(four, { x: 2100, y: 100 }, 7)).toEqual({
      sheet: 'brengen-halen',
      region: null,
      x: 0.5,
      y: 0.0337,
      z: 7,
    });
  });

  test('stay in the field they were dropped in, however near its right and lower edge', () => {
    for (const { id, rect } of four.regions) {
      const hair = 2 ** -10;
      const place = placeAt(four, { x: rect.x + rect.width - hair, y: rect.y + rect.height - hair }, 0);
      expect(place.region).toBe(id);
      expect(regionAt(four, pointOf(four, place))?.id).toBe(id);
    }
  });

  test('clamp what lies outside 0..1', () => {
    expect(pointOf(four, { region: null, x: -3, y: 9 })).toEqual({ x: 0, y: 2970 });
    expect(placeAt(four, { x: 9999, y: -5 }, 0)).toMatchObject({ region: null, x: 1, y: 0 });
  });

  test('stay in their field when panels reflow', () => {
    fc.assert(
      fc.property(
        points,
        fc.integer({ min: 2, max: 8 }),
        fc.integer({ min: 2, max: 8 }),
        (point, from, to) => {
          const before = layoutSheet('brengen-halen', NAMES.slice(0, from));
          const after = layoutSheet('brengen-halen', NAMES.slice(0, to));
          const place = placeAt(before, point, 0);
          if (place.region && regionById(after, place.region))
            expect(regionAt(after, pointOf(after, place))?.id).toBe(place.region);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('a place whose region is gone', () => {
  const gone = fieldsOf('brengen-halen').map(({ key }) => `${key}@gone`);

  test('shows on the parking strip, with a sticker of size M wholly on that', () => {
    for (const region of [...gone, 'never', 'costs'])
      for (const x of [0, 0.5, 1])
        for (const y of [0, 0.5, 1]) {
          const point = pointOf(four, { region, x, y });
          expect(contains(PARKING, point)).toBe(true);
          expect(clampToTable(point, STICKER_SIDE.M)).toEqual(point);
          expect(isParked(four, { region })).toBe(true);
        }
    for (const region of [null, 'bring@a', 'core.essence']) expect(isParked(four, { region })).toBe(false);
  });

  test('keeps the stickers of different fields apart and in order', () => {
    const leaving = bringGain.perPartner.map(({ key }) => `${key}@gone`);
    const ys = [...leaving, 'never'].flatMap((region) =>
      [0.1, 0.9].map((y) => pointOf(four, { region, x: 0.5, y }).y),
    );
    expect(ys).toEqual([...new Set(ys)].sort((a, b) => a - b));
  });

  test('comes back to its field when the partner does', () => {
    const place = { region: 'bring@e', x: 0.25, y: 0.75 };
    expect(isParked(four, place)).toBe(true);
    const five = layoutSheet('brengen-halen', NAMES.slice(0, 5));
    expect(regionAt(five, pointOf(five, place))?.id).toBe('bring@e');
  });
});

describe('the parking strip', () => {
  test('lies beside both sheets, over no field of any number of partners', () => {
    for (const layout of [canvas, ...COUNTS.map(bringGainFor)])
      for (const rect of [layout.sheet, layout.strip, ...layout.regions.map(({ rect }) => rect)])
        expect(overlapArea(PARKING, rect)).toBe(0);
    expect(overlapArea(SHEET_WITH_PARKING, PARKING)).toBe(PARKING.width * PARKING.height);
    expect(overlapArea(PARKING, PARKING_INNER)).toBe(PARKING_INNER.width * PARKING_INNER.height);
  });

  test('keeps of what is laid there the field it came from, and where it lies', () => {
    const strip = fc.record({
      x: fc.double({ min: PARKING.x, max: PARKING.x + PARKING.width - 0.5, noNaN: true }),
      y: fc.double({ min: PARKING.y, max: PARKING.y + PARKING.height - 0.5, noNaN: true }),
    });
    const before = fc.constantFrom('bring@a', 'core.essence', null, 'coreValue@gone');
    fc.assert(
      fc.property(strip, before, (point, region) => {
        const place = placeAt(four, point, 1, region);
        expect(isParked(four, place)).toBe(true);
        const { parked, field, partner } = parseRegionId(place.region ?? '');
        expect(parked).toBe(true);
        expect(field === '' ? null : regionId(field, partner)).toBe(region);
        const back = pointOf(four, place);
        expect(Math.hypot(back.x - point.x, back.y - point.y)).toBeLessThan(1);
        // Moved along the strip it came from the same field still.
        expect(placeAt(four, point, 1, place.region).region).toBe(place.region);
      }),
    );
    expect(placeAt(four, { x: PARKING.x + 9, y: 900 }, 1, 'x'.repeat(128)).region).toBe(BESIDE);
  });

  test('takes what is beyond its edge, and nothing that is between it and the sheet', () => {
    expect(landingAt(four, { x: PARKING.x, y: 500 })).toBe(BESIDE);
    expect(landingAt(four, { x: PARKING.x - 1, y: 500 })).toBeNull();
    expect(contains(PARKING, clampToTable({ x: 9000, y: -50 }, STICKER_SIDE.L))).toBe(true);
    expect(clampToTable({ x: PARKING.x - 1, y: 500 }, 220)).toEqual({ x: SHEET.width - 110, y: 500 });
    expect(clampHeld({ x: PARKING.x - 1, y: 500 }, 220)).toEqual({ x: PARKING.x - 1, y: 500 });
  });
});

test('a sticker clamped to the sheet lies wholly on it, and moves no further than needed', () => {
  fc.assert(
    fc.property(points, fc.constantFrom(...Object.values(STICKER_SIDE)), (point, side) => {
      const { x, y, width, height } = squareAt(clampToSheet(point, side), side);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(SHEET.width);
      expect(y + height).toBeLessThanOrEqual(SHEET.height);
    }),
  );
  expect(clampToSheet({ x: 500, y: 600 }, 220)).toEqual({ x: 500, y: 600 });
  expect(clampToSheet({ x: -50, y: 600 }, 220)).toEqual({ x: 110, y: 600 });
  expect(clampToSheet({ x: 5000, y: 2960 }, 160)).toEqual({ x: 4120, y: 2890 });
});
