/** ms within which the next key belongs to the same text. */
export const TYPING_PAUSE = 500;

/** Keys one presses several times in a row, and never begins a word with. */
const ZOOM_KEYS: ReadonlySet<string> = new Set(['+', '=', '-', '1']);

/**
 * Tells text that is typed at a sheet without a text field from shortcuts of one letter: the rest of a
 * sentence that outlives its editor must not make, delete or move anything. Times in ms, on one clock.
 */
export interface TypingGuard {
  editorClosed(time: number): void;
  /** A key without modifiers went down. @returns whether it is a letter of a text, and no shortcut */
  isTyped(key: string, time: number): boolean;
}

export function typingGuard(): TypingGuard {
  let until = Number.NEGATIVE_INFINITY;
  return {
    editorClosed(time) {
      until = time + TYPING_PAUSE;
    },
    isTyped(key, time) {
      if (key.length !== 1 && key !== 'Backspace') return false;
      const typed = time < until;
      // Whoever goes on typing is still typing.
      if (typed || !(ZOOM_KEYS.has(key) || key === 'Backspace')) until = time + TYPING_PAUSE;
      return typed;
    },
  };
}
