import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RELAY_LIMITS } from './limits.ts';
import { LoadMeter, windowFor } from './window.ts';

it('[FA7] a quiet room gathers nothing: two people, each 40 messages a second', () => {
  expect(windowFor(2 * 40 * 2, RELAY_LIMITS)).toBe(0);
  expect(windowFor(0, RELAY_LIMITS)).toBe(0);
});

it('[FA7] a busy room gathers for the longest window, and never longer', () => {
  expect(windowFor(50 * 40 * 50, RELAY_LIMITS)).toBe(33);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (load) => {
      const window = windowFor(load, RELAY_LIMITS);
      expect(window).toBeGreaterThanOrEqual(0);
      expect(window).toBeLessThanOrEqual(33);
    }),
  );
});

it('[FA7] the more there is to deliver, the longer the window', () => {
  const load = fc.double({ min: 0, max: 10_000, noNaN: true });
  fc.assert(
    fc.property(load, load, (a, b) => {
      expect(windowFor(Math.max(a, b), RELAY_LIMITS)).toBeGreaterThanOrEqual(
        windowFor(Math.min(a, b), RELAY_LIMITS),
      );
    }),
  );
});

it('[FA7] the meter comes to the rate of a steady stream and forgets it again', () => {
  const meter = new LoadMeter(0);
  let now = 0;
  for (; now < 5000; now += 10) meter.count(5, now);
  expect(meter.rate(now)).toBeGreaterThan(450);
  expect(meter.rate(now)).toBeLessThan(550);
  expect(meter.rate(now + 5000)).toBeLessThan(1);
});
