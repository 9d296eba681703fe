/** The bounds a window is chosen within: those of the relay's limits. */
export interface WindowBounds {
  /** Deliveries per second of a room up to which nothing waits. */
  readonly quietLoad: number;
  /** Deliveries per second of a room from which on the wait is the longest. */
  readonly busyLoad: number;
  /** Messages per second of all rooms together up to which nothing waits. */
  readonly quietTraffic: number;
  /** Messages per second of all rooms together from which on the wait is the longest. */
  readonly busyTraffic: number;
  /** The longest wait, ms. */
  readonly windowMost: number;
}

/**
 * How long changes of a room are gathered, ms: nothing in a quiet room of a quiet relay, so that two people
 * feel no wait, and longer the more there is to deliver, because each window costs every person one message
 * whatever it holds, and every room one place in a commit.
 * @param load deliveries per second of the room: messages in, times people who get them.
 * @param traffic messages per second of the whole relay.
 */
export function windowFor(load: number, traffic: number, bounds: WindowBounds): number {
  const { quietLoad, busyLoad, quietTraffic, busyTraffic, windowMost } = bounds;
  const busy = Math.max(share(load, quietLoad, busyLoad), share(traffic, quietTraffic, busyTraffic));
  return busy * windowMost;
}

function share(value: number, from: number, to: number): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}

/** How often the longest window is halved, at most: shorter ones are none. */
const HALVINGS = 4;

/**
 * When a window that opens at `now` ends, ms on the same clock. Windows are the longest one, halved and halved
 * again, and end at multiples of themselves: so those of all rooms end together, and the longer ones with
 * shorter ones.
 * @param window ms, as long as it may last.
 * @returns `now` for no window.
 */
export function endOfWindow(now: number, window: number, { windowMost }: WindowBounds): number {
  for (let halved = 0, step = windowMost; halved <= HALVINGS && step > 0; halved++, step /= 2)
    if (step <= window) return (Math.floor(now / step) + 1) * step;
  return now;
}

/** Time constant of {@link LoadMeter}, s: a burst counts for about this long. */
const MEMORY = 0.5;

/** How much per second, lately: an exponentially weighted rate, fed with counts. */
export class LoadMeter {
  #rate = 0;
  #counted = 0;
  #at: number;

  /** @param now ms. */
  constructor(now: number) {
    this.#at = now;
  }

  /** Counts so much as of the next {@link rate}. */
  count(amount: number): void {
    this.#counted += amount;
  }

  /** Per second as of `now`, ms. */
  rate(now: number): number {
    this.#rate *= Math.exp(-Math.max(0, now - this.#at) / 1000 / MEMORY);
    this.#rate += this.#counted / MEMORY;
    this.#counted = 0;
    this.#at = now;
    return this.#rate;
  }
}
