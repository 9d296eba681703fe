/** Something that the store was asked for. */
export interface Asked {
  /** It has answered. Returns whether that took too long. */
  end(): boolean;
}

/** Notices when the store takes too long for one thing, while it still does. */
export class Patience {
  readonly #most: number;
  readonly #onLate: (operation: 'append' | 'sync') => void;
  #late = 0;

  /** @param most ms */
  constructor(most: number, onLate: (operation: 'append' | 'sync') => void) {
    this.#most = most;
    this.#onLate = onLate;
  }

  /** Whether an answer is late now. */
  get lost(): boolean {
    return this.#late > 0;
  }

  ask(operation: 'append' | 'sync'): Asked {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      this.#late++;
      this.#onLate(operation);
    }, this.#most).unref();
    return {
      end: () => {
        clearTimeout(timer);
        if (late) this.#late--;
        return late;
      },
    };
  }
}
