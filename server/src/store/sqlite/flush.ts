/**
 * Shares flushes among all that wait: at most one runs at a time, whoever asks while it runs waits for
 * the next, and two never start within `pause` ms of each other, so that a steady stream of small
 * commits does not turn into a steady stream of flushes.
 */
export class SharedFlush {
  readonly #flush: () => Promise<number>;
  readonly #pause: number;
  #done = 0;
  #started = Number.NEGATIVE_INFINITY;
  #next: Promise<void> | undefined;
  #running: Promise<void> | undefined;

  /**
   * @param flush flushes what is committed when it is called; resolves with the position that is on disk.
   * @param pause least time between the starts of two flushes, ms.
   */
  constructor(flush: () => Promise<number>, pause: number) {
    this.#flush = flush;
    this.#pause = pause;
  }

  /** Resolves when everything up to `position` is on disk; rejects when the flush it waited for failed. */
  async upTo(position: number): Promise<void> {
    if (position <= this.#done) return;
    await this.afterNow();
  }

  /** Resolves when a flush that started after this call has ended well. */
  afterNow(): Promise<void> {
    this.#next ??= this.#startNext();
    return this.#next;
  }

  async #startNext(): Promise<void> {
    // The one before may fail: that is its waiters' news, not ours.
    await this.#running?.catch(() => undefined);
    const wait = this.#started + this.#pause - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    this.#running = this.#next;
    this.#next = undefined;
    this.#started = performance.now();
    this.#done = Math.max(this.#done, await this.#flush());
  }
}
