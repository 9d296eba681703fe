import type { SpokenCodeResponse } from '@samenbord/shared/protocol';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ApiFailure } from '../../session/index.ts';
import { showCode } from './showing.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const answer = (code: string): SpokenCodeResponse => ({ code, expires: 1, lease: 40_000 });
const settle = () => vi.advanceTimersByTimeAsync(0);

function stage() {
  const calls = {
    showCode: vi.fn(() => Promise.resolve(answer('AAAA'))),
    renewCode: vi.fn(() => Promise.resolve(answer('AAAA'))),
    endCode: vi.fn(() => Promise.resolve()),
  };
  const tell = vi.fn();
  return { calls, tell, stop: showCode(calls, 'l1', tell) };
}

it('renews a code while it is shown, and ends it when it is not', async () => {
  const { calls, tell, stop } = stage();
  await settle();
  expect(tell).toHaveBeenLastCalledWith({ kind: 'shown', ...answer('AAAA') });
  await vi.advanceTimersByTimeAsync(30_000);
  expect(calls.renewCode.mock.calls).toEqual([
    ['l1', 'AAAA'],
    ['l1', 'AAAA'],
    ['l1', 'AAAA'],
  ]);
  stop();
  stop();
  expect(calls.endCode.mock.calls).toEqual([['l1', 'AAAA']]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls.renewCode).toHaveBeenCalledTimes(3);
});

it('asks for another when it has ended', async () => {
  const { calls, tell } = stage();
  await settle();
  calls.renewCode.mockRejectedValueOnce(new ApiFailure('wrong-code'));
  calls.showCode.mockResolvedValueOnce(answer('BBBB'));
  await vi.advanceTimersByTimeAsync(10_000);
  await vi.advanceTimersByTimeAsync(1);
  expect(tell).toHaveBeenLastCalledWith({ kind: 'shown', ...answer('BBBB') });
});

it('shows on what it has through a lost connection, and says so when it has none', async () => {
  const { calls, tell } = stage();
  await settle();
  calls.renewCode.mockRejectedValueOnce(new ApiFailure('network'));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(tell).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(calls.renewCode).toHaveBeenCalledTimes(2);

  const other = vi.fn();
  const showing = vi.fn(() => Promise.reject(new ApiFailure('network')));
  showCode({ ...calls, showCode: showing }, 'l1', other);
  await settle();
  expect(other).toHaveBeenLastCalledWith({ kind: 'failed' });
  await vi.advanceTimersByTimeAsync(3_000);
  expect(showing).toHaveBeenCalledTimes(2);
});

it('ends a code that comes when nobody looks any more', async () => {
  const { calls, tell, stop } = stage();
  stop();
  await settle();
  expect(tell).not.toHaveBeenCalled();
  expect(calls.endCode.mock.calls).toEqual([['l1', 'AAAA']]);
});
