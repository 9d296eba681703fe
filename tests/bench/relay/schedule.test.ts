import { expect, it } from 'vitest';
import { schedule } from './schedule.ts';

it('lets everybody send at their rate, evenly spread', () => {
  const sends = schedule(50, { updates: 20, states: 20 }, 2_000);
  expect(sends).toHaveLength(50 * 40 * 2);
  for (const kind of ['update', 'state']) {
    const mine = sends.filter((send) => send.person === 17 && send.kind === kind);
    expect(mine.map(({ index }) => index)).toEqual(Array.from({ length: 40 }, (_, n) => n));
    expect((mine[9]?.at ?? 0) - (mine[8]?.at ?? 0)).toBeCloseTo(50);
  }
  // No more at once in any ms than an even spread gives: 2,000 a second are 2 per ms, and one for the edges.
  const perMs = new Map<number, number>();
  for (const { at } of sends) perMs.set(Math.floor(at), (perMs.get(Math.floor(at)) ?? 0) + 1);
  expect(Math.max(...perMs.values())).toBeLessThanOrEqual(4);
});

it('is in order of time and leaves out what has no rate', () => {
  const sends = schedule(3, { updates: 0, states: 5 }, 1_000);
  expect(sends.map(({ kind }) => kind)).toEqual(Array(15).fill('state'));
  expect(sends.map(({ at }) => at)).toEqual(sends.map(({ at }) => at).sort((a, b) => a - b));
});
