import { afterEach, describe, expect, it, vi } from 'vitest';
import { SharedFlush } from './flush.ts';

const AT_ONCE = { least: 0, most: 0 };

/** A flush that ends when told, and counts. */
function controlled() {
  const running: { readonly resolve: (position: number) => void; readonly reject: (error: Error) => void }[] =
    [];
  const flush = () => new Promise<number>((resolve, reject) => running.push({ resolve, reject }));
  const started = async (count: number) => {
    while (running.length < count) await new Promise((resolve) => setImmediate(resolve));
    return running[count - 1];
  };
  return { flush, running, started };
}

it('[SQ9] many that wait share one flush; who asks while it runs waits for the next', async () => {
  const { flush, running, started } = controlled();
  const shared = new SharedFlush(flush, AT_ONCE);
  const first = [shared.upTo(1), shared.upTo(2), shared.upTo(3)];
  const one = await started(1);
  let laterDone = false;
  const later = shared.upTo(4).then(() => {
    laterDone = true;
  });
  one?.resolve(3);
  await Promise.all(first);
  const two = await started(2);
  expect(laterDone).toBe(false);
  two?.resolve(4);
  await later;
  await shared.upTo(4);
  expect(running.length).toBe(2);
});

it('[SQ9] a flush that fails is told to those who waited for it, and to nobody else', async () => {
  const { flush, started } = controlled();
  const shared = new SharedFlush(flush, AT_ONCE);
  const waiting = shared.upTo(1);
  const one = await started(1);
  const next = shared.upTo(1);
  one?.reject(new Error('made to fail'));
  await expect(waiting).rejects.toThrow('made to fail');
  (await started(2))?.resolve(1);
  await next;
  await shared.upTo(1);
});

describe('[SQ12] in a stream of changes', () => {
  afterEach(() => void vi.useRealTimers());

  /** A flush that ends at once, and when each began, ms. */
  function counted() {
    vi.useFakeTimers();
    const began = performance.now();
    const starts: number[] = [];
    const flush = () => Promise.resolve(starts.push(performance.now() - began));
    return { starts, shared: new SharedFlush(flush, { least: 10, most: 100 }) };
  }

  /** Somebody waits for the next position every 20 ms. */
  async function stream(shared: SharedFlush, times: number) {
    for (let position = 1; position <= times; position++) {
      void shared.upTo(position);
      await vi.advanceTimersByTimeAsync(20);
    }
    await vi.advanceTimersByTimeAsync(100);
  }

  it('flushes go from one for each to ten a second, and everybody hears in the end', async () => {
    const { starts, shared } = counted();
    await stream(shared, 200);
    const pauses = starts.slice(1).map((at, n) => at - (starts[n] ?? 0));
    expect(pauses[0]).toBe(20);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(10);
    expect(pauses.at(-2)).toBe(100);
    expect(Math.max(...pauses)).toBe(100);
    await vi.advanceTimersByTimeAsync(1000);
    void shared.upTo(1000);
    await vi.advanceTimersByTimeAsync(0);
    expect(starts.at(-1)).toBeGreaterThan(5000);
  });

  it('who cannot go on before it is on disk does not wait for the long pause', async () => {
    const { starts, shared } = counted();
    await stream(shared, 100);
    void shared.upTo(1000);
    void shared.upTo(1001);
    await vi.advanceTimersByTimeAsync(15);
    const before = starts.length;
    void shared.upTo(1002);
    await vi.advanceTimersByTimeAsync(10);
    expect(starts.length).toBe(before);
    const done = shared.afterNow();
    await vi.advanceTimersByTimeAsync(0);
    await done;
    expect(starts.length).toBe(before + 1);
  });
});
