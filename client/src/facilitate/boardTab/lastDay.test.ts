import { describe, expect, it } from 'vitest';
import { endOfDay, lastDayOf } from './lastDay.ts';

describe('the last day of a board', () => {
  it.each(['2026-11-24', '2026-12-31', '2028-02-29', '2027-03-28', '2027-10-31'])(
    '%s ends at midnight',
    (day) => {
      const end = endOfDay(day) ?? 0;
      expect(new Date(end).getHours()).toBe(0);
      expect(lastDayOf(end)).toBe(day);
    },
  );

  it.each(['', 'morgen', '2026-13-01', '2027-02-29', '2026-1-1'])('%s is no day', (day) => {
    expect(endOfDay(day)).toBeUndefined();
  });

  it('is the day in which another program’s moment lies', () => {
    expect(lastDayOf(new Date(2026, 4, 3, 15, 30).getTime())).toBe('2026-05-03');
  });
});
