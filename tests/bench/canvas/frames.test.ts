import { expect, it } from 'vitest';
import { figuresOf } from './frames.ts';

const part = (...times: readonly number[]) => ({ times, busy: 10, elapsed: 40 });

it('takes the gaps between frames, the longest ones in the 95th percentile', () => {
  const smooth = Array.from({ length: 21 }, (_, n) => n * 16);
  expect(figuresOf([part(...smooth)])).toMatchObject({ frames: 20, median: 16, p95: 16, longest: 16 });
  const late = smooth.map((time, n) => time + (n > 10 ? 100 : 0) + (n > 15 ? 100 : 0));
  expect(figuresOf([part(...late)])).toMatchObject({ frames: 20, median: 16, p95: 116, longest: 116 });
});

it('counts no gap between two parts', () => {
  const both = figuresOf([part(0, 16, 32), part(900, 920)]);
  expect(both).toMatchObject({ frames: 3, median: 16, longest: 20, busy: 0.25 });
});

it('has no figures without frames', () => {
  expect(figuresOf([part(5)]).p95).toBeNaN();
});
