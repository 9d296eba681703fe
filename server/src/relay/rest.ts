/** What may come to rest. */
export interface Resting {
  /** Nothing was changed for a while: lets go of what is quickly made again. */
  rest(): void;
}

export interface RestBounds {
  /** How long nothing may have changed, ms. */
  readonly restAfter: number;
}

/** Time between two looks, ms, and how much of it may be spent on putting documents to rest. */
const LOOK_EVERY = 250;
const MOST_AT_ONCE = 10;

/**
 * Puts rooms to rest in which nothing changes, those first that have been quiet longest, and a few at a time, so
 * that many who fall silent together hold up nobody.
 */
export class Rest {
  readonly #after: number;
  /** When each was last changed, ms; the longest ago first. */
  readonly #changed = new Map<Resting, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor({ restAfter }: RestBounds) {
    this.#after = restAfter;
  }

  /** One was changed at `now`, ms. */
  changed(resting: Resting, now: number): void {
    this.#changed.delete(resting);
    this.#changed.set(resting, now);
    this.#timer ??= setInterval(() => this.#look(), Math.min(LOOK_EVERY, this.#after)).unref();
  }

  /** One is gone. */
  delete(resting: Resting): void {
    this.#changed.delete(resting);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#changed.clear();
  }

  #look(): void {
    const began = performance.now();
    for (const [resting, at] of this.#changed) {
      if (at > began - this.#after || performance.now() - began > MOST_AT_ONCE) return;
      this.#changed.delete(resting);
      resting.rest();
    }
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
