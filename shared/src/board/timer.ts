import { LIMITS } from '../protocol/limits.ts';
import type { Timer } from './meeting.ts';

/**
 * A timer as a value: it counts in nobody's program, so that it goes on while people come and go. Durations in
 * ms; `now` in ms since the epoch, by a clock that all who look at it agree on.
 */

/** A timer that runs. @param duration is brought within 0 and {@link LIMITS.timer} */
export function startTimer(duration: number, now: number): Timer {
  const set = within(duration);
  return { duration: set, ends: now + set, left: set };
}

/** What is left; negative once it is over time. */
export function timeLeft({ ends, left }: Timer, now: number): number {
  return ends === null ? left : ends - now;
}

/** The timer stands still with what is left. */
export function pauseTimer(timer: Timer, now: number): Timer {
  return { ...timer, ends: null, left: timeLeft(timer, now) };
}

/** A timer that stood still goes on with what was left. */
export function resumeTimer(timer: Timer, now: number): Timer {
  return timer.ends === null ? { ...timer, ends: now + timer.left } : timer;
}

/**
 * More time, running or not. Over time it counts from zero: who asks for a minute then wants a minute, not what
 * remains of it.
 */
export function extendTimer(timer: Timer, more: number, now: number): Timer {
  const left = within(Math.max(0, timeLeft(timer, now)) + more);
  const duration = within(timer.duration + more);
  return { duration, ends: timer.ends === null ? null : now + left, left };
}

const within = (duration: number): number => Math.min(LIMITS.timer, Math.max(0, duration));
