import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Distribution } from './distribution.ts';

const of = (values: readonly number[]): Distribution => {
  const distribution = new Distribution();
  for (const value of values) distribution.add(value);
  return distribution;
};

it('gives the nearest rank', () => {
  const ten = of([10, 2, 9, 3, 8, 4, 7, 5, 6, 1]);
  expect([0, 0.1, 0.5, 0.95, 0.99, 1].map((share) => ten.percentile(share))).toEqual([1, 1, 5, 10, 10, 10]);
  expect(of([]).percentile(0.5)).toBeNaN();
});

it('holds as many values as it is given, in any order, before and after it was asked', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 5000 }), (values) => {
      const distribution = of(values.slice(1));
      distribution.percentile(0.5);
      distribution.addAll(of(values.slice(0, 1)));
      const sorted = Float64Array.from(values).sort();
      expect(distribution.count).toBe(values.length);
      expect(distribution.percentile(1)).toBe(sorted.at(-1));
      expect(distribution.percentile(0)).toBe(sorted[0]);
    }),
  );
});
