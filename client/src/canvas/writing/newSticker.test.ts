import { regionAt, regionById, squareAt } from '@samenbord/shared/layout';
import { expect, it } from 'vitest';
import { intersects } from '../../drawing/index.ts';
import { makeView } from '../testing/fakeBoard.ts';
import { PARTNERS } from '../testing/harness.ts';
import { spotForNew } from './newSticker.ts';

const KEY = 'partnermodel-canvas';
const sheetWith = (centers: readonly { x: number; y: number }[]) =>
  makeView(
    PARTNERS,
    centers.map((center, i) => ({ id: `s${i}`, sheet: KEY, center })),
  ).sheets[KEY];

const SEEN = { x: 0, y: 0, width: 4200, height: 2970 };

it('lies in the field in the middle of what is seen', () => {
  const sheet = sheetWith([]);
  const spot = spotForNew(sheet, SEEN);
  expect(regionAt(sheet.layout, spot)?.id).toBe('sharedAmbition');
});

it('lies clear of what is there, time and again', () => {
  const centers: { x: number; y: number }[] = [];
  for (let i = 0; i < 6; i += 1) {
    const spot = spotForNew(sheetWith(centers), SEEN);
    for (const other of centers) expect(intersects(squareAt(spot, 220), squareAt(other, 220))).toBe(false);
    centers.push(spot);
  }
});

it('lies in view when only a part of the field is', () => {
  const sheet = sheetWith([]);
  const field = regionById(sheet.layout, 'customers');
  if (!field) throw new Error('no such field');
  const seen = { x: field.rect.x + 100, y: 1400, width: 500, height: 400 };
  const spot = spotForNew(sheet, seen);
  expect(spot.x - 110).toBeGreaterThanOrEqual(seen.x);
  expect(spot.y - 110).toBeGreaterThanOrEqual(seen.y);
  expect(spot.y + 110).toBeLessThanOrEqual(seen.y + seen.height);
});

it('finds a place when one looks beside the sheet', () => {
  const spot = spotForNew(sheetWith([]), { x: 6000, y: 4000, width: 800, height: 500 });
  expect(spot.x).toBeLessThan(4200);
  expect(spot.y).toBeLessThan(2970);
});
