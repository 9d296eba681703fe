import { CLOSE } from '@samenbord/shared/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endReason, LONGEST_PAUSE, pauseBefore } from './reconnect.ts';

describe('close codes', () => {
  it.each([1000, 1001, 1005, 1006, 1011, CLOSE.restarting, CLOSE.tryAgain, CLOSE.tooSlow, 4500])(
    'after %i the client comes back by itself',
    (code) => {
      expect(endReason(code)).toBeUndefined();
    },
  );

  it.each([
    [CLOSE.unauthorised, 'unauthorised'],
    [CLOSE.forbidden, 'forbidden'],
    [CLOSE.noBoard, 'no-board'],
    [CLOSE.withdrawn, 'withdrawn'],
    [CLOSE.over, 'over'],
    [CLOSE.erased, 'over'],
    [CLOSE.malformed, 'refused'],
    [CLOSE.tooLarge, 'refused'],
    [1009, 'refused'],
  ])('after %i it does not: %s', (code, reason) => {
    expect(endReason(code)).toBe(reason);
  });
});

describe('the pause before the next attempt', () => {
  it('grows with every failure, never beyond the longest, and differs by chance', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.nat(100), chance, (failures, luck) => {
        const pause = pauseBefore(failures, luck);
        expect(pause).toBeGreaterThan(0);
        expect(pause).toBeLessThanOrEqual(LONGEST_PAUSE);
        expect(pause).toBeGreaterThanOrEqual(pauseBefore(failures, 1));
        expect(pauseBefore(failures + 1, luck)).toBeGreaterThanOrEqual(pause);
      }),
    );
    expect(pauseBefore(2, 0)).toBe(2 * pauseBefore(2, 1));
  });
});
