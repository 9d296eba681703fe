import { expect, it } from 'vitest';
import { Coalescing } from './coalescing.ts';

it('is how many deliveries went with each thing told, however many read it', () => {
  const coalescing = new Coalescing(0);
  expect(coalescing.ratio(0)).toBe(0);
  for (let message = 0; message < 12; message++) coalescing.gathered(5);
  coalescing.told(5, 100);
  coalescing.told(5, 200);
  expect([coalescing.ratio(300), coalescing.ratio(301)]).toEqual([6, 6]);
});

it('is of the last 15 to 30 seconds', () => {
  const coalescing = new Coalescing(0);
  coalescing.gathered(50);
  coalescing.told(5, 1000);
  coalescing.told(1, 16_000);
  coalescing.gathered(1);
  expect(coalescing.ratio(29_000)).toBe(51 / 6);
  expect(coalescing.ratio(31_001)).toBe(1);
  expect(coalescing.ratio(90_000)).toBe(0);
});
