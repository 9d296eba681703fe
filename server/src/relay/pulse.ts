import { Coalescing } from './coalescing.ts';
import { endOfWindow, LoadMeter, type WindowBounds, windowFor } from './window.ts';

/**
 * When rooms send on what they have gathered: at the end of the turn where it is quiet, and otherwise at the end
 * of a window. Windows of all rooms end at the same moments, so that one timer, one commit and one pass over the
 * sockets serve them all.
 */
export class Pulse {
  readonly #bounds: WindowBounds;
  readonly #traffic = new LoadMeter(performance.now());
  readonly #coalescing = new Coalescing(performance.now());
  /** Those with an open window, and when it ends, ms. */
  readonly #open = new Map<Beat, number>();
  #soon: Beat[] = [];
  #timer: NodeJS.Timeout | undefined;
  #timerEnds = Number.POSITIVE_INFINITY;

  constructor(bounds: WindowBounds) {
    this.#bounds = bounds;
  }

  /** A room's part in it. @param flush called at the end of each of its windows, with its length in ms. */
  beat(flush: (gatheredFor: number) => void): Beat {
    return new Beat(this, flush);
  }

  /** Counts a message that so many people will get. */
  count(deliveries: number): void {
    this.#traffic.count(1);
    this.#coalescing.gathered(deliveries);
  }

  /** Counts so many people who were told what a window held. */
  told(people: number): void {
    this.#coalescing.told(people, performance.now());
  }

  /** How many deliveries went with each thing told, lately; 0 for none. */
  ratio(): number {
    return this.#coalescing.ratio(performance.now());
  }

  /** Opens a window for a room with so many deliveries per second. Returns whether it lasts beyond the turn. */
  open(beat: Beat, load: number, now: number): boolean {
    const ends = endOfWindow(now, windowFor(load, this.#traffic.rate(now), this.#bounds), this.#bounds);
    if (ends > now) {
      this.#open.set(beat, ends);
      this.#wakeAt(ends, now);
    } else if (this.#soon.push(beat) === 1) setImmediate(() => this.#endSoon());
    return ends > now;
  }

  /** Drops a window. */
  drop(beat: Beat): void {
    this.#open.delete(beat);
    this.#soon = this.#soon.filter((one) => one !== beat);
  }

  #endSoon(): void {
    const beats = this.#soon;
    this.#soon = [];
    const now = performance.now();
    for (const beat of beats) beat.end(now);
  }

  #wakeAt(ends: number, now: number): void {
    if (ends >= this.#timerEnds) return;
    clearTimeout(this.#timer);
    this.#timerEnds = ends;
    // A timer may come up to a millisecond early.
    this.#timer = setTimeout(() => this.#end(), Math.ceil(ends - now));
  }

  #end(): void {
    this.#timerEnds = Number.POSITIVE_INFINITY;
    const now = performance.now();
    const due: Beat[] = [];
    let next = Number.POSITIVE_INFINITY;
    for (const [beat, ends] of this.#open) {
      if (ends <= now + 1) due.push(beat);
      else next = Math.min(next, ends);
    }
    for (const beat of due) this.#open.delete(beat);
    if (next < Number.POSITIVE_INFINITY) this.#wakeAt(next, now);
    for (const beat of due) beat.end(now);
  }
}

/** One room's windows. */
export class Beat {
  readonly #pulse: Pulse;
  readonly #flush: (gatheredFor: number) => void;
  readonly #load = new LoadMeter(performance.now());
  #opened: number | undefined;
  #busy = false;

  /** Made by {@link Pulse.beat}. */
  constructor(pulse: Pulse, flush: (gatheredFor: number) => void) {
    this.#pulse = pulse;
    this.#flush = flush;
  }

  /** Something gathered that so many people will get. */
  note(deliveries: number): void {
    this.count(deliveries);
    this.open();
  }

  /** Counts something that so many people get without a window. */
  count(deliveries: number): void {
    this.#load.count(deliveries);
    this.#pulse.count(deliveries);
  }

  /** Opens a window unless one is open. */
  open(): void {
    if (this.#opened !== undefined) return;
    const now = performance.now();
    this.#opened = now;
    this.#busy = this.#pulse.open(this, this.#load.rate(now), now);
  }

  /** Whether the last window lasted beyond its turn. */
  get isBusy(): boolean {
    return this.#busy;
  }

  get isOpen(): boolean {
    return this.#opened !== undefined;
  }

  /** Drops an open window. */
  stop(): void {
    if (this.#opened !== undefined) this.#pulse.drop(this);
    this.#opened = undefined;
  }

  /** The window is over. @param now ms. */
  end(now: number): void {
    if (this.#opened === undefined) return;
    const gatheredFor = now - this.#opened;
    this.#opened = undefined;
    this.#flush(gatheredFor);
  }
}
