import { expect, it } from 'vitest';
import { retryPause } from './retry.ts';

it('[DU5] pauses between tries grow from 250 ms to 30 s and stay there', () => {
  const bounds = { retryFirst: 250, retryMost: 30_000 };
  const pauses = Array.from({ length: 10 }, (_, attempt) => retryPause(attempt, bounds));
  expect(pauses).toEqual([250, 500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  expect(retryPause(100_000, bounds)).toBe(30_000);
});
