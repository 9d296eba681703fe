import { describe, expect, it } from 'vitest';
import { LIMITS } from '../protocol/limits.ts';
import { extendTimer, pauseTimer, resumeTimer, startTimer, timeLeft } from './timer.ts';

const MINUTE = 60_000;

describe('a timer', () => {
  it('counts down, and on past zero', () => {
    const timer = startTimer(5 * MINUTE, 1_000);
    expect(timeLeft(timer, 1_000)).toBe(5 * MINUTE);
    expect(timeLeft(timer, 1_000 + 2 * MINUTE)).toBe(3 * MINUTE);
    expect(timeLeft(timer, 1_000 + 6 * MINUTE)).toBe(-MINUTE);
  });

  it('stands still while it is paused, and goes on with what was left', () => {
    const paused = pauseTimer(startTimer(5 * MINUTE, 0), 2 * MINUTE);
    expect(timeLeft(paused, 60 * MINUTE)).toBe(3 * MINUTE);
    const resumed = resumeTimer(paused, 60 * MINUTE);
    expect(timeLeft(resumed, 61 * MINUTE)).toBe(2 * MINUTE);
    expect(resumeTimer(resumed, 99 * MINUTE)).toEqual(resumed);
  });

  it('gets more time, running or not', () => {
    const running = extendTimer(startTimer(5 * MINUTE, 0), MINUTE, 2 * MINUTE);
    expect(timeLeft(running, 2 * MINUTE)).toBe(4 * MINUTE);
    const paused = extendTimer(pauseTimer(startTimer(5 * MINUTE, 0), 2 * MINUTE), MINUTE, 0);
    expect(timeLeft(paused, 9 * MINUTE)).toBe(4 * MINUTE);
    expect(paused.ends).toBeNull();
  });

  it('that is over time gets a whole minute when a minute is asked for', () => {
    const timer = extendTimer(startTimer(MINUTE, 0), MINUTE, 3 * MINUTE);
    expect(timeLeft(timer, 3 * MINUTE)).toBe(MINUTE);
  });

  it('stays within what the document takes', () => {
    expect(startTimer(LIMITS.timer + 1, 0).duration).toBe(LIMITS.timer);
    expect(startTimer(-1, 0).duration).toBe(0);
    expect(extendTimer(startTimer(LIMITS.timer, 0), MINUTE, 0).left).toBe(LIMITS.timer);
  });
});
