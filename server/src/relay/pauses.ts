import { type RetryBounds, retryPause } from './retry.ts';

/** The pauses between tries, which can be cut short. */
export class Pauses {
  readonly #bounds: RetryBounds;
  readonly #wake = new Set<() => void>();
  #hurried = false;

  constructor(bounds: RetryBounds) {
    this.#bounds = bounds;
  }

  /** Resolves when it is time to try again after the failure number `attempt`, from 0. */
  after(attempt: number): Promise<void> {
    const pause = retryPause(this.#hurried ? 0 : attempt, this.#bounds);
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#wake.delete(done);
        resolve();
      };
      const timer = setTimeout(done, pause);
      this.#wake.add(done);
    });
  }

  /** Ends those that are under way. */
  end(): void {
    for (const wake of this.#wake) wake();
  }

  /** Ends those that are under way, and from now on makes only the shortest. */
  hurry(): void {
    this.#hurried = true;
    this.end();
  }
}
