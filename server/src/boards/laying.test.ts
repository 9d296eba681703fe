import { layoutSheet, overlapArea, regionById } from '@samenbord/shared/layout';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clearSpots, type Lying, squareOf } from './laying.ts';

const PARTNERS = ['gemeente', 'netbeheer', 'corporatie'];
const LAYOUT = layoutSheet('brengen-halen', PARTNERS);
const FIELDS = ['core.ambition', 'core.tensions', 'bring@gemeente', 'gain@netbeheer'];

const lying = (id: string, region: string, x = 0.2, y = 0.4): Lying => ({
  id,
  size: 'S',
  place: { sheet: 'brengen-halen', region, x, y, z: 1 },
});

describe('stickers that come on the board', () => {
  test('keep their place where nothing lies', () => {
    const there = [lying('a', 'core.ambition', 0.8)];
    expect(
      clearSpots(PARTNERS, there, [lying('b', 'core.ambition'), lying('c', 'bring@gemeente')]).size,
    ).toBe(0);
  });

  test('of two partners in the same place of a shared field, one moves within it', () => {
    const spots = clearSpots(PARTNERS, [], [lying('a', 'core.ambition'), lying('b', 'core.ambition')]);
    expect([...spots.keys()]).toEqual(['b']);
    expect(spots.get('b')?.place.region).toBe('core.ambition');
  });

  test('lie on nothing, in their own field, as long as there is room', () => {
    const spot = fc.record({
      x: fc.double({ min: 0.15, max: 0.85, noNaN: true }),
      y: fc.double({ min: 0.35, max: 0.75, noNaN: true }),
    });
    // Two small stickers, wherever they lie, leave room for a third in each of these fields; three may not.
    const inField = (region: string) =>
      fc.array(spot, { maxLength: 3 }).map((spots) => spots.map(({ x, y }) => ({ region, x, y })));
    const inFields = fc.tuple(...FIELDS.map(inField)).map((fields) => fields.flat());
    fc.assert(
      fc.property(inFields, (drawn) => {
        const coming = drawn.map(({ region, x, y }, n) => lying(`s${n}`, region, x, y));
        const spots = clearSpots(PARTNERS, [], coming);
        const laid = coming.map((one) => ({ ...one, ...spots.get(one.id) }));
        laid.forEach((one, n) => {
          expect(one.place.region).toBe(coming[n]?.place.region);
          for (const other of laid.slice(n + 1)) {
            if (other.place.region === one.place.region)
              expect(overlapArea(squareOf(LAYOUT, one), squareOf(LAYOUT, other))).toBe(0);
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  test('whose field is gone are left to the parking strip', () => {
    const gone = [lying('a', 'bring@vertrokken'), lying('b', 'bring@vertrokken')];
    expect(regionById(LAYOUT, 'bring@vertrokken')).toBeUndefined();
    expect(clearSpots(PARTNERS, [], gone).get('b')?.place).toMatchObject({ region: 'bring@vertrokken' });
  });
});
