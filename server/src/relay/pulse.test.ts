import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RELAY_LIMITS } from './limits.ts';
import { Pulse } from './pulse.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

it('[FA7] a quiet room sends at the end of the turn', async () => {
  const flush = vi.fn();
  new Pulse(RELAY_LIMITS).beat(flush).note(2);
  expect(flush).not.toHaveBeenCalled();
  await turn();
  expect(flush).toHaveBeenCalledTimes(1);
});

describe('on a clock of its own', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('[FA7] windows of busy rooms end in one turn, whenever they began', () => {
    const pulse = new Pulse({ ...RELAY_LIMITS, quietLoad: -1, busyLoad: 0 });
    const ends: number[] = [];
    const beats = Array.from({ length: 5 }, () => pulse.beat(() => ends.push(performance.now())));
    // To just behind the end of a window: all of the next one is ahead.
    const finder = pulse.beat(() => undefined);
    finder.note(1);
    while (finder.isOpen) vi.advanceTimersByTime(1);
    for (const beat of beats) {
      beat.note(10);
      vi.advanceTimersByTime(3);
    }
    expect(ends).toEqual([]);
    vi.advanceTimersByTime(RELAY_LIMITS.windowMost);
    expect(ends).toHaveLength(5);
    expect(new Set(ends).size).toBe(1);
  });
});

it('[FA7] a dropped window does not end', async () => {
  const flush = vi.fn();
  const pulse = new Pulse(RELAY_LIMITS);
  const beat = pulse.beat(flush);
  beat.open();
  beat.stop();
  expect(beat.isOpen).toBe(false);
  await turn();
  expect(flush).not.toHaveBeenCalled();
  beat.open();
  await turn();
  expect(flush).toHaveBeenCalledTimes(1);
});
