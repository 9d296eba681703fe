import { joinSchema, LIMITS } from '@samenbord/shared/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nameProblem } from './personName.ts';

it('wants a name, and not one of 500 characters', () => {
  expect(nameProblem('  ')).toEqual({ kind: 'missing' });
  expect(nameProblem('x'.repeat(500))).toEqual({ kind: 'too-long', over: 500 - LIMITS.personName });
  expect(nameProblem(` ${'x'.repeat(LIMITS.personName)} `)).toBeUndefined();
});

it('agrees with the server', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: LIMITS.personName + 5 }), (name) => {
      const taken = joinSchema.safeParse({ secret: 's', name }).success;
      expect(nameProblem(name) === undefined).toBe(taken);
    }),
  );
});
