import { expect, test } from 'vitest';
import { createRateLimit } from './rate.ts';

test('a minute of requests may come at once; then they trickle in', () => {
  let time = 0;
  const limit = createRateLimit(60, () => time);
  for (let n = 0; n < 60; n += 1) expect(limit.take('a')).toBe(0);
  expect(limit.take('a')).toBe(1_000);
  time += 999;
  expect(limit.take('a')).toBeGreaterThan(0);
  time += 1;
  expect(limit.take('a')).toBe(0);
  expect(limit.take('a')).toBe(1_000);
});

test('addresses do not pay for each other', () => {
  const limit = createRateLimit(1, () => 0);
  expect(limit.take('a')).toBe(0);
  expect(limit.take('a')).toBe(60_000);
  expect(limit.take('b')).toBe(0);
});

test('a clock that goes back gives nothing and takes nothing', () => {
  let time = 100_000;
  const limit = createRateLimit(1, () => time);
  expect(limit.take('a')).toBe(0);
  time = 0;
  expect(limit.take('a')).toBe(60_000);
});

test('more addresses than are remembered cost nobody a first request', () => {
  const limit = createRateLimit(1, () => 0);
  for (let n = 0; n < 120_000; n += 1) expect(limit.take(`address ${n}`)).toBe(0);
  expect(limit.take('address 119999')).toBe(60_000);
});
