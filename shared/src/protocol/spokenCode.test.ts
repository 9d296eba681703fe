import { describe, expect, it } from 'vitest';
import { LIMITS } from './limits.ts';
import { groupSpokenCode, readSpokenCode, SPOKEN_LETTERS } from './spokenCode.ts';

describe('a spoken code', () => {
  it.each(['CDFHJKMP', 'cdfhjkmp', 'cdfh jkmp', ' CDFH-JKMP ', 'c d f h\u2013j k m p', 'CDFH.JKMP\n'])(
    'is read from %j',
    (typed) => {
      expect(readSpokenCode(typed)).toBe('CDFHJKMP');
    },
  );

  it.each(['', 'CDFHJKM', 'CDFHJKMPR', 'CDFHJKM0', 'CDFHJKMA', 'CDFH_JKMP', 'ＣDFHJKMP'])(
    'is not read from %j',
    (typed) => {
      expect(readSpokenCode(typed)).toBeUndefined();
    },
  );

  it('has no vowels and no letter twice, and none that looks like another or like a digit', () => {
    expect(new Set(SPOKEN_LETTERS).size).toBe(SPOKEN_LETTERS.length);
    expect(SPOKEN_LETTERS).not.toMatch(/[AEIOUY]/);
    for (const alike of ['IL1', 'OQD0', 'B8', 'S5', 'Z2', 'G6C', 'UV', 'MN', 'WV'])
      expect([...alike].filter((one) => SPOKEN_LETTERS.includes(one)).length, alike).toBeLessThanOrEqual(1);
  });

  it('is shown in two groups of four', () => {
    expect(LIMITS.spokenCode).toBe(8);
    expect(groupSpokenCode('CDFHJKMP')).toBe('CDFH JKMP');
  });
});
