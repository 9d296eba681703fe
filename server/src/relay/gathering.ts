import { LoadMeter, type WindowBounds, windowFor } from './window.ts';

/**
 * Decides when what has gathered goes on: at the end of the turn in a quiet room, and at most once per
 * window in a busy one.
 */
export class Gathering {
  readonly #bounds: WindowBounds;
  readonly #flush: (gatheredFor: number) => void;
  readonly #load = new LoadMeter(performance.now());
  #timer: NodeJS.Timeout | undefined;
  #immediate: NodeJS.Immediate | undefined;
  #opened = 0;
  #flushed = Number.NEGATIVE_INFINITY;

  /** @param flush called at the end of a window, with its length in ms. */
  constructor(bounds: WindowBounds, flush: (gatheredFor: number) => void) {
    this.#bounds = bounds;
    this.#flush = flush;
  }

  /** Something gathered that so many people will get. */
  note(deliveries: number): void {
    this.#load.count(deliveries, performance.now());
    this.open();
  }

  /** Opens a window unless one is open. */
  open(): void {
    if (this.#timer !== undefined || this.#immediate !== undefined) return;
    const now = performance.now();
    this.#opened = now;
    const wait = this.#flushed + windowFor(this.#load.rate(now), this.#bounds) - now;
    if (wait > 0) this.#timer = setTimeout(() => this.#end(), wait);
    else this.#immediate = setImmediate(() => this.#end());
  }

  /** Drops an open window. */
  stop(): void {
    clearTimeout(this.#timer);
    clearImmediate(this.#immediate);
    this.#timer = undefined;
    this.#immediate = undefined;
  }

  #end(): void {
    this.stop();
    this.#flushed = performance.now();
    this.#flush(this.#flushed - this.#opened);
  }
}
