import { expect, it, vi } from 'vitest';
import { Arrivals } from './arrivals.ts';

it('[CN1] what comes is shown at the end of the turn, once for all of it', async () => {
  const arrived = vi.fn();
  const arrivals = new Arrivals(60_000, { busy: () => false, arrived });
  arrivals.note();
  arrivals.note();
  expect(arrived).not.toHaveBeenCalled();
  await new Promise((resolve) => setImmediate(resolve));
  expect(arrived).toHaveBeenCalledTimes(1);
  arrivals.note();
  arrivals.stop();
  await new Promise((resolve) => setImmediate(resolve));
  expect(arrived).toHaveBeenCalledTimes(1);
});

it('[CN1] in a busy room it waits for a quarter of the longest window', () => {
  vi.useFakeTimers();
  try {
    const arrived = vi.fn();
    const arrivals = new Arrivals(40, { busy: () => true, arrived });
    arrivals.note();
    vi.advanceTimersByTime(9);
    arrivals.note();
    expect(arrived).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(arrived).toHaveBeenCalledTimes(1);
    arrivals.note();
    arrivals.stop();
    vi.advanceTimersByTime(100);
    expect(arrived).toHaveBeenCalledTimes(1);
  } finally {
    vi.useRealTimers();
  }
});
