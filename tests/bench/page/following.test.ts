import { expect, it } from 'vitest';
import { followingTimes } from './following.ts';

const path = (...points: readonly (readonly [number, number])[]) => points.map(([at, x]) => ({ at, x }));

it('takes for each position the first moment at which the follower is as far', () => {
  const hand = path([0, 10], [16, 20], [32, 30]);
  const follower = path([5, 0], [40, 12], [60, 21], [80, 30]);
  expect(followingTimes(hand, follower)).toEqual([40, 44, 48]);
});

it('lets one step of the follower reach several positions, and never before the hand was there', () => {
  const hand = path([0, 10], [16, 20], [32, 30]);
  expect(followingTimes(hand, path([10, 30], [40, 30]))).toEqual([10, 24, 8]);
});

it('works to the left, forgives a pixel, and leaves out what was never reached', () => {
  const hand = path([0, 30], [16, 20], [32, 10]);
  expect(followingTimes(hand, path([20, 31], [40, 20.4], [90, 11.5]))).toEqual([20, 24]);
});
