import { afterEach, describe, expect, it, vi } from 'vitest';
import { writable } from './readable.ts';
import type { SaveStatus } from './types.ts';
import { guardUnsaved } from './unsaved.ts';

afterEach(() => vi.unstubAllGlobals());

/** Whether closing the page would ask first. */
function asks(page: EventTarget): boolean {
  return !page.dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

describe('closing the page', () => {
  it('asks first while anything waits, and not otherwise', () => {
    const page = new EventTarget();
    vi.stubGlobal('window', page);
    const status = writable<SaveStatus>({ kind: 'saved' });
    const stop = guardUnsaved(status);
    expect(asks(page)).toBe(false);
    const cases: [SaveStatus, boolean][] = [
      [{ kind: 'saving', waiting: 1 }, true],
      [{ kind: 'offline', waiting: 0 }, false],
      [{ kind: 'offline', waiting: 3 }, true],
      [{ kind: 'server-trouble', waiting: 1, reason: 'disk-full' }, true],
      [{ kind: 'ended', waiting: 2, reason: 'withdrawn' }, true],
      [{ kind: 'ended', waiting: 0, reason: 'withdrawn' }, false],
      [{ kind: 'saved' }, false],
    ];
    for (const [next, expected] of cases) {
      status.set(next);
      expect(asks(page)).toBe(expected);
    }
    status.set({ kind: 'offline', waiting: 3 });
    stop();
    expect(asks(page)).toBe(false);
  });

  it('where there is no page there is nothing to ask', () => {
    expect(() => guardUnsaved(writable<SaveStatus>({ kind: 'offline', waiting: 3 }))()).not.toThrow();
  });
});
