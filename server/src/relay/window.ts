/** The bounds a window is chosen within: those of the relay's limits. */
export interface WindowBounds {
  /** Deliveries per second up to which nothing waits. */
  readonly quietLoad: number;
  /** Deliveries per second from which on the wait is the longest. */
  readonly busyLoad: number;
  /** The longest wait, ms. */
  readonly windowMost: number;
}

/**
 * How long changes of a room are gathered, ms: nothing in a quiet room, so that two people feel no wait,
 * and longer the more there is to deliver, because each window costs every person one message whatever
 * it holds.
 * @param load deliveries per second: messages in, times people who get them.
 */
export function windowFor(load: number, bounds: WindowBounds): number {
  const busy = (load - bounds.quietLoad) / (bounds.busyLoad - bounds.quietLoad);
  return Math.min(1, Math.max(0, busy)) * bounds.windowMost;
}

/** Time constant of {@link LoadMeter}, s: a burst counts for about this long. */
const MEMORY = 0.5;

/** Deliveries per second, lately: an exponentially weighted rate, fed with counts. */
export class LoadMeter {
  #rate = 0;
  #at: number;

  /** @param now ms. */
  constructor(now: number) {
    this.#at = now;
  }

  /** Counts `deliveries` at `now`, ms. */
  count(deliveries: number, now: number): void {
    this.#rate = this.rate(now) + deliveries / MEMORY;
    this.#at = now;
  }

  /** Deliveries per second as of `now`, ms. */
  rate(now: number): number {
    return this.#rate * Math.exp(-Math.max(0, now - this.#at) / 1000 / MEMORY);
  }
}
