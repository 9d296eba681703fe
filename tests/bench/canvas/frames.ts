import { Distribution } from '../relay/distribution.ts';

/** The frames of one movement, in figures. */
export interface FrameFigures {
  readonly frames: number;
  /** Time from one frame to the next, ms. */
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
  /** Share of the time in which the page's main thread worked. */
  readonly busy: number;
}

/**
 * What the times at which frames began say.
 * @param times as the browser gave them to the callbacks, ms, in order
 * @param busy ms that the main thread worked, of `elapsed` ms
 */
export function frameFigures(times: readonly number[], busy: number, elapsed: number): FrameFigures {
  const gaps = new Distribution();
  times.forEach((time, n) => {
    const before = times[n - 1];
    if (before !== undefined) gaps.add(time - before);
  });
  return {
    frames: gaps.count,
    median: gaps.percentile(0.5),
    p95: gaps.percentile(0.95),
    longest: gaps.percentile(1),
    busy: elapsed > 0 ? busy / elapsed : Number.NaN,
  };
}

/** One movement out of several parts of it. */
export interface FramePart {
  readonly times: readonly number[];
  readonly busy: number;
  readonly elapsed: number;
}

/** The figures of parts that were measured one after the other: gaps between the parts do not count. */
export function figuresOf(parts: readonly FramePart[]): FrameFigures {
  const gaps: number[] = [];
  let last = 0;
  for (const { times } of parts) {
    const [first = 0] = times;
    if (gaps.length === 0) gaps.push(...times);
    // Moved to follow on the part before, without a gap.
    else gaps.push(...times.slice(1).map((time) => time - first + last));
    last = gaps.at(-1) ?? last;
  }
  const sum = (of: (part: FramePart) => number): number => parts.reduce((all, part) => all + of(part), 0);
  return frameFigures(
    gaps,
    sum(({ busy }) => busy),
    sum(({ elapsed }) => elapsed),
  );
}
