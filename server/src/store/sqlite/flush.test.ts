import { expect, it } from 'vitest';
import { SharedFlush } from './flush.ts';

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
  const shared = new SharedFlush(flush, 0);
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
  const shared = new SharedFlush(flush, 0);
  const waiting = shared.upTo(1);
  const one = await started(1);
  const next = shared.upTo(1);
  one?.reject(new Error('made to fail'));
  await expect(waiting).rejects.toThrow('made to fail');
  (await started(2))?.resolve(1);
  await next;
  await shared.upTo(1);
});
