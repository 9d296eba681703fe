import { describe, expect, it } from 'vitest';
import { writable } from './readable.ts';
import type { SaveStatus } from './types.ts';
import { whenSaved } from './whenSaved.ts';

describe('waiting until everything is saved', () => {
  it('is over at once when it is', async () => {
    await whenSaved({ status: writable<SaveStatus>({ kind: 'saved' }) });
  });

  it('counts what was done in this very task', async () => {
    const status = writable<SaveStatus>({ kind: 'saved' });
    let over = false;
    const waiting = whenSaved({ status }).then(() => {
      over = true;
    });
    queueMicrotask(() => status.set({ kind: 'saving', waiting: 1 }));
    await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => setTimeout(resolve));
    expect(over).toBe(false);
    status.set({ kind: 'saved' });
    await waiting;
  });

  it('says so when the connection ends, and when it takes too long', async () => {
    const status = writable<SaveStatus>({ kind: 'offline', waiting: 1 });
    await expect(whenSaved({ status }, 5)).rejects.toThrow('not saved yet');
    const waiting = whenSaved({ status });
    status.set({ kind: 'ended', waiting: 1, reason: 'withdrawn' });
    await expect(waiting).rejects.toThrow('ended');
  });
});
