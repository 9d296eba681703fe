/** What a timer shows: whole seconds that are left, or that one is over time. */
export interface Shown {
  /** 0 or more. */
  readonly seconds: number;
  readonly over: boolean;
}

/** The seconds of so many ms: those begun while they run down, those gone by once they are over. */
export function shownOf(left: number): Shown {
  return left > 0
    ? { seconds: Math.ceil(left / 1_000), over: false }
    : { seconds: Math.floor(-left / 1_000), over: true };
}

/** ms until another second is shown. */
export function untilNext(left: number): number {
  const rest = left % 1_000;
  return left > 0 ? rest || 1_000 : 1_000 + rest;
}

/** As on a clock: `7:05`, `1:07:05`; over time with a plus before it. */
export function clockFace({ seconds, over }: Shown): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  const face = hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
  return over ? `+${face}` : face;
}

/** Above so many minutes only every fifth is said. */
const OFTEN = 5;

/**
 * What is said aloud when the time comes from one moment to a later one: how many minutes are left, 0 for none;
 * `undefined` for nothing. Each minute near the end, every fifth before, never the seconds.
 */
export function minuteMark(before: Shown, now: Shown): number | undefined {
  if (before.over) return undefined;
  if (now.over) return 0;
  const minutes = Math.ceil(now.seconds / 60);
  const passed = minutes * 60 >= now.seconds && minutes * 60 < before.seconds;
  return passed && (minutes <= OFTEN || minutes % OFTEN === 0) ? minutes : undefined;
}
