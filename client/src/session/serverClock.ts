import { type Readable, writable } from './readable.ts';

/**
 * The server's clock as this page knows it. Two people's computers may differ by minutes, so what is shown to
 * both, such as a timer, is counted by the one clock they share.
 */
export interface ServerClock {
  /** ms since the epoch; this computer's own time until something was measured. */
  now(): number;
  /** How far the server's clock is ahead of this computer's, in ms. */
  readonly offset: Readable<number>;
  /**
   * Measures again when that was not done for a while. Done after the first answer, which tells to half a second;
   * further ones come by themselves. Never rejects: without an answer the clock stays as it was.
   */
  keep(): Promise<void>;
}

export interface ClockSource {
  /** Asks the server for its time in whole seconds, as ms since the epoch; `undefined` when it does not say. */
  readonly ask: () => Promise<number | undefined>;
  /** This computer's clock, ms since the epoch. */
  readonly local: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

/** ms after which a measurement is made anew: clocks drift, and get set. */
const KEEPS = 10 * 60_000;
/** Well below what one sees in a timer of seconds. */
const CLOSE_ENOUGH = 150;
const MOST_ANSWERS = 6;
/** What `Date` headers count in. */
const TICK = 1_000;

/** Between which bounds the server is ahead of this computer, in ms. */
interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * A clock that learns from `Date` headers. Each says the second, so it bounds the difference to that and the time
 * the answer took; by asking when the second is about to change, every further answer halves what is left open.
 */
export function createServerClock({ ask, local, wait }: ClockSource): ServerClock {
  const offset = writable(0);
  let measured = Number.NEGATIVE_INFINITY;
  let underWay: Promise<void> | undefined;

  const answer = async (before: Bounds | undefined): Promise<Bounds | undefined> => {
    const sent = local();
    const second = await ask().catch(() => undefined);
    if (second === undefined) return undefined;
    const found = boundsOf(second, sent, local());
    // Of two answers that contradict each other, a clock was set between them: the newer one holds.
    const both = before === undefined ? found : within(before, found);
    offset.set(Math.round((both.low + both.high) / 2));
    measured = local();
    return both;
  };
  const refine = async (first: Bounds): Promise<void> => {
    let bounds: Bounds | undefined = first;
    for (let n = 1; n < MOST_ANSWERS && bounds.high - bounds.low > CLOSE_ENOUGH; n += 1) {
      await wait(untilTick(local() + offset.get()));
      bounds = await answer(bounds);
      if (bounds === undefined) return;
    }
  };

  return {
    offset,
    now: () => local() + offset.get(),
    keep() {
      if (Math.abs(local() - measured) < KEEPS) return Promise.resolve();
      underWay ??= answer(undefined)
        .then((first) => {
          if (first !== undefined) void refine(first);
        })
        .finally(() => {
          underWay = undefined;
        });
      return underWay;
    },
  };
}

/** The server gave its answer somewhere between sending and receiving, within the second it names. */
const boundsOf = (second: number, sent: number, received: number): Bounds => ({
  low: second - received,
  high: second + TICK - sent,
});

function within(before: Bounds, found: Bounds): Bounds {
  const [low, high] = [Math.max(before.low, found.low), Math.min(before.high, found.high)];
  return low <= high ? { low, high } : found;
}

/** ms until the second changes. */
const untilTick = (now: number): number => TICK - (((now % TICK) + TICK) % TICK);

/** How long an answer may take before it is of no use, in ms. */
const PATIENCE = 5_000;

/** The one clock of this page. */
export const serverClock: ServerClock = createServerClock({
  async ask() {
    const { headers } = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
    const date = Date.parse(headers.get('date') ?? '');
    return Number.isNaN(date) ? undefined : date;
  },
  local: () => Date.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});
