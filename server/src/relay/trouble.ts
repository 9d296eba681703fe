import type { Log } from '../store/log.ts';
import { StoreError } from '../store/types.ts';
import type { RelayMetrics } from './metrics.ts';
import { type Asked, Patience } from './patience.ts';

export type UnsavedReason = 'disk-full' | 'store-unavailable';

/** What a journal asks of its store. */
export type Operation = 'append' | 'sync';

export interface TroubleContext {
  readonly document: string;
  readonly log: Log;
  readonly metrics: RelayMetrics;
  /** How long the store may take for one thing, ms. */
  readonly storePatience: number;
  /** Bytes of changes that are not written. */
  readonly waiting: () => number;
  /** The store refuses, or takes too long; told once until {@link savedAgain}. */
  readonly unsaved: (reason: UnsavedReason) => void;
  /** All that was refused is on disk. */
  readonly savedAgain: () => void;
}

/** Whether a journal's store refuses, from its first failure until all that was refused is on disk. */
export class Trouble {
  readonly #context: TroubleContext;
  readonly #patience: Patience;
  #refusing: UnsavedReason | undefined;
  /** Operations that failed last and are tried again. */
  #failing = 0;
  /** Position at which what was refused last was written. */
  #recovered = 0;

  constructor(context: TroubleContext) {
    this.#context = context;
    this.#patience = new Patience(context.storePatience, (operation) => this.#late(operation));
  }

  /** Why the store refuses at present; `undefined` when everything it refused is on disk. */
  get refusing(): UnsavedReason | undefined {
    return this.#refusing;
  }

  /** The store is asked: one that takes too long counts as one that refuses, until it answers. */
  ask(operation: Operation): Asked {
    return this.#patience.ask(operation);
  }

  /** It refused, for the time number `attempt`, from 0. */
  failed(operation: Operation, error: unknown, attempt: number): void {
    const { document, log, metrics, waiting } = this.#context;
    metrics.add('relay_store_errors_total', 1, operation);
    if (attempt === 0) this.#failing++;
    const code = error instanceof StoreError ? error.code : 'unavailable';
    const reason = error instanceof Error ? error.message : String(error);
    // Each failure at its first try, and then ever more rarely.
    if ((attempt & (attempt - 1)) === 0)
      log.error(
        { document, code, waiting: waiting(), attempt, reason },
        'changes are not saved; they are kept in memory and tried again',
      );
    this.#refused(code === 'disk-full' ? 'disk-full' : 'store-unavailable');
  }

  /** What had failed before succeeded at the try number `attempt`. */
  overcome(attempt: number): void {
    if (attempt > 0) this.#failing--;
  }

  /** What had been refused, or took too long, is written at this position: up to there it is all to be on disk. */
  writtenAt(position: number): void {
    this.#recovered = position;
  }

  /** Everything up to a position is on disk. */
  onDisk(position: number): void {
    const whole = this.#failing === 0 && !this.#patience.lost && position >= this.#recovered;
    if (this.#refusing === undefined || !whole) return;
    const { document, log, metrics, savedAgain } = this.#context;
    this.#refusing = undefined;
    metrics.move('relay_unsaved_rooms', -1);
    log.info({ document }, 'the store takes changes again; all are saved');
    savedAgain();
  }

  #refused(reason: UnsavedReason): void {
    if (this.#refusing !== undefined) return;
    this.#refusing = reason;
    this.#context.metrics.move('relay_unsaved_rooms', 1);
    this.#context.unsaved(reason);
  }

  #late(operation: Operation): void {
    const { document, log, metrics, waiting } = this.#context;
    metrics.add('relay_store_errors_total', 1, `${operation}-slow`);
    log.error(
      { document, operation, waiting: waiting() },
      'the store takes too long; changes are kept in memory until it answers: check its disk, or the database',
    );
    this.#refused('store-unavailable');
  }
}
