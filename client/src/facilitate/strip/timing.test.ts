import { describe, expect, it } from 'vitest';
import { clockFace, minuteMark, shownOf, untilNext } from './timing.ts';

describe('the face of a timer', () => {
  it.each([
    [300_000, '5:00'],
    [299_999, '5:00'],
    [299_000, '4:59'],
    [1, '0:01'],
    [0, '+0:00'],
    [-999, '+0:00'],
    [-65_000, '+1:05'],
    [3_600_000, '1:00:00'],
    [36_000_000, '10:00:00'],
  ])('with %s ms left says %s', (left, face) => {
    expect(clockFace(shownOf(left))).toBe(face);
  });

  it('changes exactly when another second is to be shown', () => {
    for (const left of [300_000, 299_999, 1_001, 1_000, 1, 0, -1, -999, -1_000, -65_432]) {
      const wait = untilNext(left);
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(1_000);
      expect(clockFace(shownOf(left - wait))).not.toBe(clockFace(shownOf(left)));
    }
  });
});

describe('what is said aloud', () => {
  const said = (from: number, to: number): number[] => {
    const marks: number[] = [];
    for (let left = from; left > to; left -= 1_000) {
      const mark = minuteMark(shownOf(left), shownOf(left - 1_000));
      if (mark !== undefined) marks.push(mark);
    }
    return marks;
  };

  it('is each of the last five minutes, every fifth before, and the end, once', () => {
    expect(said(16 * 60_000, -5 * 60_000)).toEqual([15, 10, 5, 4, 3, 2, 1, 0]);
  });

  it('is not the moment at which it was set', () => {
    expect(said(5 * 60_000, 4 * 60_000 + 1_000)).toEqual([]);
  });

  it('is one thing after a pause of the page, not all that it missed', () => {
    expect(minuteMark(shownOf(200_000), shownOf(58_000))).toBe(1);
    expect(minuteMark(shownOf(200_000), shownOf(-90_000))).toBe(0);
  });
});
