import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RELAY_LIMITS } from './limits.ts';
import { endOfWindow, LoadMeter, windowFor } from './window.ts';

const { quietTraffic, busyTraffic } = RELAY_LIMITS;
/** Two people, each 40 messages a second. */
const PAIR = 2 * 40 * 2;

it('[FA7] a quiet room of a quiet relay gathers nothing: two people, each 40 messages a second', () => {
  expect(windowFor(PAIR, 2 * 40, RELAY_LIMITS)).toBe(0);
  expect(windowFor(PAIR, quietTraffic, RELAY_LIMITS)).toBe(0);
  expect(windowFor(0, 0, RELAY_LIMITS)).toBe(0);
});

it('[FA7] a busy room gathers for the longest window, a quiet one does in a busy relay, and none for longer', () => {
  expect(windowFor(50 * 40 * 50, 50 * 40, RELAY_LIMITS)).toBe(33);
  expect(windowFor(PAIR, busyTraffic, RELAY_LIMITS)).toBe(33);
  const any = fc.double({ min: 0, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(any, any, (load, traffic) => {
      const window = windowFor(load, traffic, RELAY_LIMITS);
      expect(window).toBeGreaterThanOrEqual(0);
      expect(window).toBeLessThanOrEqual(33);
    }),
  );
});

it('[FA7] the more there is to deliver, the longer the window', () => {
  const load = fc.double({ min: 0, max: 10_000, noNaN: true });
  fc.assert(
    fc.property(load, load, load, load, (a, b, c, d) => {
      expect(windowFor(Math.max(a, b), Math.max(c, d), RELAY_LIMITS)).toBeGreaterThanOrEqual(
        windowFor(Math.min(a, b), Math.min(c, d), RELAY_LIMITS),
      );
    }),
  );
});

it('[FA7] a window ends within its length, and with the longest of other rooms', () => {
  const time = fc.double({ min: 0, max: 1e9, noNaN: true });
  const length = fc.double({ min: 0, max: 33, noNaN: true });
  fc.assert(
    fc.property(time, length, (now, window) => {
      const end = endOfWindow(now, window, RELAY_LIMITS);
      expect(end).toBeGreaterThanOrEqual(now);
      expect(end).toBeLessThanOrEqual(now + window + 1e-6);
      expect(end).toBeLessThanOrEqual(endOfWindow(now, 33, RELAY_LIMITS));
    }),
  );
});

it('[FA7] the meter comes to the rate of a steady stream and forgets it again', () => {
  const meter = new LoadMeter(0);
  let now = 0;
  for (; now < 5000; now += 10) {
    meter.count(5);
    meter.rate(now);
  }
  expect(meter.rate(now)).toBeGreaterThan(450);
  expect(meter.rate(now)).toBeLessThan(550);
  expect(meter.rate(now + 5000)).toBeLessThan(1);
});
