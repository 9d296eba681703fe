import { expect, it } from 'vitest';
import { nextTab } from './Tabs.tsx';

it.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 2, 0],
  ['ArrowLeft', 0, 2],
  ['ArrowLeft', 2, 1],
  ['Home', 2, 0],
  ['End', 0, 2],
  ['Enter', 1, undefined],
  ['a', 1, undefined],
])('%s on tab %i of 3 goes to %s', (key, at, next) => {
  expect(nextTab(key, at, 3)).toBe(next);
});
