import { describe, expect, it } from 'vitest';
import { TYPING_PAUSE, typingGuard } from './typingGuard.ts';

describe('letters typed at the sheet', () => {
  it('are no shortcuts right after an editor closed, for as long as one types on', () => {
    const guard = typingGuard();
    guard.editorClosed(1000);
    for (let i = 1; i <= 10; i += 1) expect(guard.isTyped('n', 1000 + i * 300)).toBe(true);
    expect(guard.isTyped('Backspace', 4100)).toBe(true);
    expect(guard.isTyped('n', 4100 + TYPING_PAUSE)).toBe(false);
  });

  it('are none when they follow another letter quickly', () => {
    const guard = typingGuard();
    expect(guard.isTyped('e', 1000)).toBe(false);
    expect(guard.isTyped('n', 1100)).toBe(true);
    expect(guard.isTyped('n', 1100 + TYPING_PAUSE)).toBe(false);
  });

  it('are shortcuts once one has gone elsewhere, however quickly', () => {
    const guard = typingGuard();
    expect(guard.isTyped('s', 1000)).toBe(false);
    guard.moved();
    expect(guard.isTyped('s', 1100)).toBe(false);
    expect(guard.isTyped('s', 1200)).toBe(true);
  });

  it('are none after an editor closed, though the focus moved', () => {
    const guard = typingGuard();
    guard.editorClosed(1000);
    guard.moved();
    expect(guard.isTyped('s', 1100)).toBe(true);
    guard.moved();
    expect(guard.isTyped('p', 1200)).toBe(true);
    expect(guard.isTyped('s', 1200 + TYPING_PAUSE)).toBe(false);
    guard.moved();
    expect(guard.isTyped('s', 1250 + TYPING_PAUSE)).toBe(false);
  });

  it('are shortcuts otherwise; zooming in steps and keys without a letter always are', () => {
    const guard = typingGuard();
    for (let i = 0; i < 5; i += 1) expect(guard.isTyped('+', 1000 + i * 50)).toBe(false);
    expect(guard.isTyped('n', 1300)).toBe(false);
    for (const key of ['Enter', 'Escape', 'Delete', 'ArrowLeft', 'Tab'])
      expect(guard.isTyped(key, 1350)).toBe(false);
  });
});
