/** A stretch of a document's positions: whoever has all up to `previous` has, with this, all up to `position`. */
export interface Link {
  readonly previous: number;
  readonly position: number;
}

/** Links that wait for others, at most; what is beyond is found in the store like anything else that is lost. */
const MOST_WAITING = 1000;

/**
 * How far a document is known without a gap, when several nodes write to it and what they write arrives in any
 * order, twice or not at all. A snapshot may cover what is known and nothing beyond.
 */
export class Chain {
  #known = 0;
  #waiting: Link[] = [];
  #overflown = false;

  /** Everything up to here is known. */
  get known(): number {
    return this.#known;
  }

  /** Whether something later is known than something that is not. */
  get hasGap(): boolean {
    return this.#waiting.length > 0 || this.#overflown;
  }

  /** Begins anew: everything up to `position` is known, and nothing else. */
  start(position: number): void {
    this.#known = position;
    this.#waiting = [];
    this.#overflown = false;
  }

  /** Adds a link. Returns whether it was news. */
  add(link: Link): boolean {
    if (link.position <= this.#known) return false;
    if (link.previous <= this.#known) {
      this.#known = link.position;
      this.#overflown = false;
      this.#joinWaiting();
    } else if (this.#waiting.length < MOST_WAITING) this.#waiting.push(link);
    else this.#overflown = true;
    return true;
  }

  #joinWaiting(): void {
    let joined = true;
    while (joined && this.#waiting.length > 0) {
      joined = false;
      for (const { previous, position } of this.#waiting) {
        if (previous > this.#known || position <= this.#known) continue;
        this.#known = position;
        joined = true;
      }
    }
    this.#waiting = this.#waiting.filter(({ position }) => position > this.#known);
  }
}
