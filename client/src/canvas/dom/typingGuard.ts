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
  /** The hand went elsewhere, by a pointer or a key that is no letter: what comes now is no rest of a word. */
  moved(): void;
  /** A key without modifiers went down. @returns whether it is a letter of a text, and no shortcut */
  isTyped(key: string, time: number): boolean;
}

export function typingGuard(): TypingGuard {
  let until = Number.NEGATIVE_INFINITY;
  /** What is typed was begun in an editor: that one closed, and the focus went elsewhere, was not the hand's doing. */
  let outlives = false;
  return {
    editorClosed(time) {
      until = time + TYPING_PAUSE;
      outlives = true;
    },
    moved() {
      if (!outlives) until = Number.NEGATIVE_INFINITY;
    },
    isTyped(key, time) {
      if (key.length !== 1 && key !== 'Backspace') return false;
      const typed = time < until;
      if (!typed) outlives = false;
      // Whoever goes on typing is still typing.
      if (typed || !(ZOOM_KEYS.has(key) || key === 'Backspace')) until = time + TYPING_PAUSE;
      return typed;
    },
  };
}
