/** How long a stretch lasts, ms: the ratio is of the one under way and the one before it. */
const STRETCH = 15_000;

interface Stretch {
  deliveries: number;
  told: number;
}

const nothing = (): Stretch => ({ deliveries: 0, told: 0 });

/** How many deliveries go with each thing told, lately; whoever reads it changes nothing for the next reader. */
export class Coalescing {
  #before = nothing();
  #now = nothing();
  #began: number;

  /** @param now ms (monotonic). */
  constructor(now: number) {
    this.#began = now;
  }

  /** Counts a message that so many people will get. */
  gathered(deliveries: number): void {
    this.#now.deliveries += deliveries;
  }

  /** Counts so many people who were told what a window held. */
  told(people: number, now: number): void {
    this.#roll(now);
    this.#now.told += people;
  }

  /** Of the last 15 to 30 s; 0 when nobody was told anything. */
  ratio(now: number): number {
    this.#roll(now);
    const told = this.#before.told + this.#now.told;
    return told === 0 ? 0 : (this.#before.deliveries + this.#now.deliveries) / told;
  }

  #roll(now: number): void {
    const past = now - this.#began;
    if (past < STRETCH) return;
    this.#before = past < 2 * STRETCH ? this.#now : nothing();
    this.#now = nothing();
    this.#began = now;
  }
}
