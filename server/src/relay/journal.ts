import type { Log } from '../store/log.ts';
import { type AppendResult, type DocumentStore, type Fence, StoreError } from '../store/types.ts';
import { type Author, type Batch, type Gathered, nothing, sizeOf } from './batch.ts';
import type { RelayLimits } from './limits.ts';
import type { RelayMetrics } from './metrics.ts';
import { Patience } from './patience.ts';
import type { SpokenState } from './presence.ts';
import { retryPause } from './retry.ts';
import { type CheckedUpdate, mergeChecked, mergeUpdates } from './updates.ts';

export type JournalBounds = Pick<RelayLimits, 'retryFirst' | 'retryMost' | 'storePatience'>;

export type UnsavedReason = 'disk-full' | 'store-unavailable';

/** What the journal tells its room. */
export interface JournalHost {
  /** The batch is in the store: it may be shown, and the next may begin. Positions grow. Must not throw. */
  written(batch: Batch, result: AppendResult): void;
  /** The store refuses; told once until {@link savedAgain}. */
  unsaved(reason: UnsavedReason): void;
  /** A batch is on disk, and its authors know. */
  flushed(): void;
  /** All of it is on disk again. */
  savedAgain(): void;
  /** The document was erased or ended: what was to be written never will be, and nobody is told that it is. */
  fenced(): void;
}

/**
 * A room's way to the store: gathers changes, writes one batch at a time, tries again with growing pauses
 * while the store refuses, and tells who made a change when it is on disk. What was gathered meanwhile
 * joins the batch that is tried again, merged, so that waiting long costs little memory.
 */
export class Journal {
  readonly #document: string;
  readonly #store: DocumentStore;
  readonly #host: JournalHost;
  readonly #log: Log;
  readonly #metrics: RelayMetrics;
  readonly #bounds: JournalBounds;
  readonly #patience: Patience;
  /** What has to hold when something is written; set when the document is loaded. */
  fence: Fence | undefined;
  #gathered: Gathered = nothing();
  /** When the oldest of it came, ms (monotonic). */
  #gatheredSince = 0;
  #gatheredBytes = 0;
  #writing: Batch | undefined;
  #writingBytes = 0;
  #syncs = 0;
  #refusing: UnsavedReason | undefined;
  /** Operations that failed last and are tried again. */
  #failing = 0;
  /** Position at which what was refused last was written. */
  #recovered = 0;
  #hurried = false;
  #stopped = false;
  #gaveUp: () => void = () => undefined;
  /** Since when the oldest of each batch is here that is not on disk, ms (monotonic). */
  readonly #unsaved = new Map<Batch, number>();
  readonly #wake = new Set<() => void>();
  readonly #idleWaiters: (() => void)[] = [];

  constructor(
    document: string,
    store: DocumentStore,
    host: JournalHost,
    log: Log,
    metrics: RelayMetrics,
    bounds: JournalBounds,
  ) {
    this.#document = document;
    this.#store = store;
    this.#host = host;
    this.#log = log;
    this.#metrics = metrics;
    this.#bounds = bounds;
    this.#patience = new Patience(bounds.storePatience, (operation) => this.#late(operation));
  }

  /** Bytes of changes not yet written. */
  get backlog(): number {
    return this.#gatheredBytes + this.#writingBytes;
  }

  /** Since when the oldest change is here that is not on disk, ms (monotonic); `undefined` when all are. */
  get unsavedSince(): number | undefined {
    const since = [...this.#unsaved.values()];
    if (this.hasGathered) since.push(this.#gatheredSince);
    return since.length === 0 ? undefined : Math.min(...since);
  }

  get hasGathered(): boolean {
    return this.#gathered.changes.length > 0;
  }

  get writing(): boolean {
    return this.#writing !== undefined;
  }

  /** Why the store refuses at present; `undefined` when everything it refused is on disk. */
  get refusing(): UnsavedReason | undefined {
    return this.#refusing;
  }

  /** Whether nothing is gathered, being written or being flushed. */
  get idle(): boolean {
    return !this.hasGathered && this.#writing === undefined && this.#syncs === 0;
  }

  /**
   * Gathers a change for the next batch.
   * @param number what the author counts it as; grows from change to change.
   */
  gather(change: CheckedUpdate, author: Author, number: number): void {
    const { changes, authors, shares } = this.#gathered;
    if (changes.length === 0) this.#gatheredSince = performance.now();
    changes.push(change);
    this.#gatheredBytes += change.bytes.byteLength;
    if (authors.has(author)) return;
    authors.add(author);
    shares.push({ author, first: number });
    author.underWay(number);
  }

  /** Starts writing what is gathered. Only when nothing is being written. */
  write(presence: readonly SpokenState[]): void {
    const { changes, authors, shares } = this.#takeGathered();
    const batch: Batch = { updates: mergeChecked(changes), authors, shares, presence };
    this.#unsaved.set(batch, this.#gatheredSince);
    this.#writing = batch;
    void this.#write(batch);
  }

  /** The presence that waits for the batch being written, to be shown without it. */
  releasePresence(): readonly SpokenState[] {
    const presence = this.#writing?.presence ?? [];
    if (this.#writing !== undefined) this.#writing.presence = [];
    return presence;
  }

  /** Resolves when {@link idle}. */
  whenIdle(): Promise<void> {
    if (this.idle) return Promise.resolve();
    return new Promise((resolve) => this.#idleWaiters.push(resolve));
  }

  /** Tries now instead of after the pause it is in. */
  retry(): void {
    for (const wake of this.#wake) wake();
  }

  /** Tries now, and from now on with the shortest pauses. */
  hurry(): void {
    this.#hurried = true;
    this.retry();
  }

  /** Throws away what is gathered and not being written yet; nobody is told that it is on disk. */
  drop(): void {
    this.#takeGathered();
    this.#checkIdle();
  }

  /** Gives up what is not written: the next failure is the last. Resolves when nothing is under way any more. */
  async end(): Promise<void> {
    const settled = new Promise<void>((resolve) => {
      this.#gaveUp = resolve;
    });
    this.stop();
    await Promise.race([this.whenIdle(), settled]);
  }

  /** Gives up what is not written: the next failure is the last. */
  stop(): void {
    this.#stopped = true;
    this.hurry();
  }

  async #write(batch: Batch): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      batch.updates = mergeUpdates(batch.updates);
      this.#writingBytes = sizeOf(batch.updates);
      const result = await this.#append(batch, attempt);
      if (result === 'fenced') return this.#giveUp(batch);
      if (result !== undefined) {
        const { position } = result;
        if (attempt > 0) {
          this.#failing--;
          this.#recovered = position;
        }
        this.#writing = undefined;
        this.#writingBytes = 0;
        void this.#sync(batch, position);
        this.#host.written(batch, result);
        this.#checkIdle();
        return;
      }
      if (this.#stopped) {
        this.#gaveUp();
        return;
      }
      await this.#pause(attempt);
      this.#absorbGathered(batch);
    }
  }

  #giveUp(batch: Batch): void {
    this.#takeGathered();
    this.#unsaved.delete(batch);
    this.#writing = undefined;
    this.#writingBytes = 0;
    this.#host.fenced();
    this.#checkIdle();
  }

  async #append(batch: Batch, attempt: number): Promise<AppendResult | 'fenced' | undefined> {
    const asked = this.#patience.ask('append');
    try {
      const began = performance.now();
      const result = await this.#store.append(this.#document, batch.updates, this.fence);
      if (asked.end()) this.#recovered = result.position;
      this.#metrics.observe('relay_append_seconds', (performance.now() - began) / 1000);
      this.#metrics.add('relay_updates_written_total', batch.updates.length);
      return result;
    } catch (error) {
      asked.end();
      if (error instanceof StoreError && error.code === 'fenced') return 'fenced';
      this.#failed('append', error, attempt);
      return undefined;
    }
  }

  async #sync(batch: Batch, position: number): Promise<void> {
    this.#syncs++;
    for (let attempt = 0; ; attempt++) {
      if (await this.#flushed(position, attempt)) break;
      if (this.#stopped) {
        this.#gaveUp();
        return;
      }
      await this.#pause(attempt);
    }
    this.#syncs--;
    this.#unsaved.delete(batch);
    for (const { author, first } of batch.shares) author.onDisk(first);
    this.#host.flushed();
    const whole = this.#failing === 0 && !this.#patience.lost && position >= this.#recovered;
    if (this.#refusing !== undefined && whole) {
      this.#refusing = undefined;
      this.#metrics.move('relay_unsaved_rooms', -1);
      this.#log.info({ document: this.#document }, 'the store takes changes again; all are saved');
      this.#host.savedAgain();
    }
    this.#checkIdle();
  }

  async #flushed(position: number, attempt: number): Promise<boolean> {
    const asked = this.#patience.ask('sync');
    try {
      const began = performance.now();
      await this.#store.synced(position);
      asked.end();
      this.#metrics.observe('relay_sync_seconds', (performance.now() - began) / 1000);
    } catch (error) {
      asked.end();
      this.#failed('sync', error, attempt);
      return false;
    }
    if (attempt > 0) this.#failing--;
    return true;
  }

  #failed(operation: 'append' | 'sync', error: unknown, attempt: number): void {
    this.#metrics.add('relay_store_errors_total', 1, operation);
    if (attempt === 0) this.#failing++;
    const code = error instanceof StoreError ? error.code : 'unavailable';
    const reason = error instanceof Error ? error.message : String(error);
    // Each failure at its first try, and then ever more rarely.
    if ((attempt & (attempt - 1)) === 0)
      this.#log.error(
        { document: this.#document, code, waiting: this.backlog, attempt, reason },
        'changes are not saved; they are kept in memory and tried again',
      );
    this.#refused(code === 'disk-full' ? 'disk-full' : 'store-unavailable');
  }

  #refused(reason: UnsavedReason): void {
    if (this.#refusing !== undefined) return;
    this.#refusing = reason;
    this.#metrics.move('relay_unsaved_rooms', 1);
    this.#host.unsaved(reason);
  }

  /** A store that takes too long counts as one that refuses, until it answers. */
  #late(operation: 'append' | 'sync'): void {
    this.#metrics.add('relay_store_errors_total', 1, `${operation}-slow`);
    this.#log.error(
      { document: this.#document, operation, waiting: this.backlog },
      'the store takes too long; changes are kept in memory until it answers: check its disk, or the database',
    );
    this.#refused('store-unavailable');
  }

  #absorbGathered(batch: Batch): void {
    const { changes, authors, shares } = this.#takeGathered();
    batch.updates = [...batch.updates, ...mergeChecked(changes)];
    for (const author of authors) batch.authors.add(author);
    batch.shares.push(...shares);
  }

  #takeGathered(): Gathered {
    const gathered = this.#gathered;
    this.#gathered = nothing();
    this.#gatheredBytes = 0;
    return gathered;
  }

  #pause(attempt: number): Promise<void> {
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

  #checkIdle(): void {
    if (this.idle) for (const resolve of this.#idleWaiters.splice(0)) resolve();
  }
}
