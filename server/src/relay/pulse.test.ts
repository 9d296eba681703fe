import { expect, it, vi } from 'vitest';
import { RELAY_LIMITS } from './limits.ts';
import { Pulse } from './pulse.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

it('[FA7] a quiet room sends at the end of the turn', async () => {
  const flush = vi.fn();
  new Pulse(RELAY_LIMITS).beat(flush).note(2);
  expect(flush).not.toHaveBeenCalled();
  await turn();
  expect(flush).toHaveBeenCalledTimes(1);
});

it('[FA7] windows of busy rooms end in one turn, whenever they began', async () => {
  const pulse = new Pulse({ ...RELAY_LIMITS, quietLoad: -1, busyLoad: 0 });
  const turns: number[] = [];
  let now = 0;
  const counting = setInterval(() => now++, 1);
  const beats = await Promise.all(
    Array.from({ length: 5 }, async () => {
      await turn();
      return pulse.beat(() => turns.push(now));
    }),
  );
  // Both sides of the end of a window that is under way: the first of them only finds where that is.
  await new Promise<void>((resolve) => {
    const finder = pulse.beat(() => resolve());
    finder.note(1);
  });
  for (const beat of beats) beat.note(10);
  await vi.waitUntil(() => turns.length === 5);
  clearInterval(counting);
  expect(new Set(turns).size).toBe(1);
});

it('[FA7] a dropped window does not end', async () => {
  const flush = vi.fn();
  const pulse = new Pulse(RELAY_LIMITS);
  const beat = pulse.beat(flush);
  beat.open();
  beat.stop();
  expect(beat.isOpen).toBe(false);
  await turn();
  expect(flush).not.toHaveBeenCalled();
  beat.open();
  await turn();
  expect(flush).toHaveBeenCalledTimes(1);
});
