import { beforeEach, describe, expect, it, vi } from 'vitest';
import { announce, announcement, dismiss, MOST_NOTICES, notices, notify } from './notices.ts';

const texts = () => notices.get().map(({ text }) => text);

beforeEach(() => {
  for (const { id } of notices.get()) dismiss(id);
});

describe('notices', () => {
  it('shows the newest last and tells who follows', () => {
    const listener = vi.fn();
    const stop = notices.subscribe(listener);
    notify({ text: 'een' });
    notify({ text: 'twee', tone: 'trouble' });
    stop();
    notify({ text: 'drie' });
    expect(texts()).toEqual(['een', 'twee', 'drie']);
    expect(notices.get().map(({ tone }) => tone)).toEqual(['info', 'trouble', 'info']);
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('shows the same words once', () => {
    notify({ text: 'een' });
    notify({ text: 'twee' });
    notify({ text: 'een' });
    expect(texts()).toEqual(['twee', 'een']);
  });

  it('never shows more than fit', () => {
    for (let n = 0; n <= MOST_NOTICES; n += 1) notify({ text: `melding ${n}` });
    expect(texts()).toHaveLength(MOST_NOTICES);
    expect(texts()).not.toContain('melding 0');
  });

  it('can be taken away by who showed it, once', () => {
    const takeAway = notify({ text: 'een' });
    notify({ text: 'twee' });
    takeAway();
    takeAway();
    expect(texts()).toEqual(['twee']);
  });

  it('gives way to a newer one about the same, and to no other', () => {
    notify({ text: 'klaar', about: 'homework' });
    notify({ text: 'iets anders' });
    notify({ text: 'op tafel', about: 'homework' });
    expect(texts()).toEqual(['iets anders', 'op tafel']);
  });
});

it('makes the same announcement new, so that it is read aloud again', () => {
  announce('Verwijderd');
  const first = announcement.get();
  announce('Verwijderd');
  expect(announcement.get()).not.toBe(first);
  expect(announcement.get().trim()).toBe('Verwijderd');
});
