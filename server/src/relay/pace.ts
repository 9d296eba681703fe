/**
 * A token bucket: allows `rate` events per second on the long run and one second's worth at once.
 * May go into debt, for events that cannot be turned away any more.
 */
export class Pace {
  readonly #rate: number;
  #tokens: number;
  #at: number;

  /**
   * @param rate events per second.
   * @param now ms.
   */
  constructor(rate: number, now: number) {
    this.#rate = rate;
    this.#tokens = rate;
    this.#at = now;
  }

  /** Counts one event at `now`, ms. Returns how long to pause before the next, ms; 0 for not at all. */
  count(now: number): number {
    const refill = (Math.max(0, now - this.#at) / 1000) * this.#rate;
    this.#tokens = Math.min(this.#rate, this.#tokens + refill) - 1;
    this.#at = now;
    return this.#tokens >= 0 ? 0 : (-this.#tokens / this.#rate) * 1000;
  }
}
