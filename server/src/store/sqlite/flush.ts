/** Least time between the starts of two flushes, ms. */
export interface FlushPauses {
  /** As a rule, and whenever somebody waits for the disk before anything else can happen. */
  readonly least: number;
  /** In a long stream of changes that are seen already, and only wait to be told that they are on disk. */
  readonly most: number;
}

/**
 * Shares flushes among all that wait: at most one runs at a time, and whoever asks while it runs waits for the
 * next. In a stream of commits, where each flush follows the one before without a rest, the pause between them
 * grows with every one, so that an hour of dragging does not turn into thirty flushes a second.
 */
export class SharedFlush {
  readonly #flush: () => Promise<number>;
  readonly #pauses: FlushPauses;
  #done = 0;
  #started = Number.NEGATIVE_INFINITY;
  /** Flushes one after the other, each asked for before the longest pause after the last was over. */
  #streak = 0;
  #next: Promise<void> | undefined;
  #running: Promise<void> | undefined;
  /** Ends the pause under way at the least one. */
  #hurry: (() => void) | undefined;

  /** @param flush flushes what is committed when it is called; resolves with the position that is on disk. */
  constructor(flush: () => Promise<number>, pauses: FlushPauses) {
    this.#flush = flush;
    this.#pauses = pauses;
  }

  /** Resolves when everything up to `position` is on disk; rejects when the flush it waited for failed. */
  async upTo(position: number): Promise<void> {
    if (position <= this.#done) return;
    this.#next ??= this.#startNext(false);
    await this.#next;
  }

  /** Resolves when a flush that started after this call has ended well; it starts as soon as may be. */
  afterNow(): Promise<void> {
    if (this.#next === undefined) this.#next = this.#startNext(true);
    else this.#hurry?.();
    return this.#next;
  }

  async #startNext(soon: boolean): Promise<void> {
    let hurried = soon;
    let wake: () => void = () => undefined;
    this.#hurry = () => {
      hurried = true;
      wake();
    };
    // The one before may fail: that is its waiters' news, not ours.
    await this.#running?.catch(() => undefined);
    const { least, most } = this.#pauses;
    const since = performance.now() - this.#started;
    this.#streak = since < most ? this.#streak + 1 : 0;
    await passing(least - since);
    const longer = Math.min(most, least * this.#streak) - Math.max(least, since);
    if (!hurried) await Promise.race([passing(longer), new Promise<void>((resolve) => (wake = resolve))]);
    this.#hurry = undefined;
    this.#running = this.#next;
    this.#next = undefined;
    this.#started = performance.now();
    this.#done = Math.max(this.#done, await this.#flush());
  }
}

/** Resolves in so many ms; at once when that is over. */
async function passing(pause: number): Promise<void> {
  if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
}
