import { expect, it, vi } from 'vitest';
import { fetching } from './fetching.ts';

it('fetches once, and then has it at once', async () => {
  const load = vi.fn(() => Promise.resolve('part'));
  const part = fetching(load);
  expect(part.now()).toBeUndefined();
  expect(await part.get()).toBe('part');
  expect(await part.get()).toBe('part');
  expect(part.now()).toBe('part');
  expect(load).toHaveBeenCalledTimes(1);
});

it('fetches anew after a failure', async () => {
  const load = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new Error('offline'))
    .mockResolvedValue('part');
  const part = fetching(load);
  await expect(part.get()).rejects.toThrow('offline');
  expect(part.now()).toBeUndefined();
  expect(await part.get()).toBe('part');
});
