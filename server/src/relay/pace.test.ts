import { expect, it } from 'vitest';
import { Pace } from './pace.ts';

it("[BO8] allows one second's worth at once, then asks for pauses that come to the rate", () => {
  const pace = new Pace(100, 0);
  for (let index = 0; index < 100; index++) expect(pace.count(0)).toBe(0);
  expect(pace.count(0)).toBeCloseTo(10);
  expect(pace.count(0)).toBeCloseTo(20);
  expect(pace.count(20)).toBeCloseTo(10);
});

it('[BO8] never asks a steady sender within the rate to pause', () => {
  const pace = new Pace(100, 0);
  for (let now = 0; now < 10_000; now += 10) expect(pace.count(now)).toBe(0);
});

it('[BO8] saves up no more than one second', () => {
  const pace = new Pace(100, 0);
  for (let index = 0; index < 100; index++) expect(pace.count(1_000_000)).toBe(0);
  expect(pace.count(1_000_000)).toBeGreaterThan(0);
});
