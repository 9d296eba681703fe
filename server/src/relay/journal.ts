import type { Log } from '../store/log.ts';
import { type AppendResult, type DocumentStore, type Fence, StoreError } from '../store/types.ts';
import { type Author, type Batch, Gathered, sizeOf } from './batch.ts';
import type { RelayLimits } from './limits.ts';
import type { RelayMetrics } from './metrics.ts';
import { Pauses } from './pauses.ts';
import type { SpokenState } from './presence.ts';
import { Trouble, type UnsavedReason } from './trouble.ts';
import { type CheckedUpdate, mergeChecked, mergeUpdates } from './updates.ts';

export type JournalBounds = Pick<RelayLimits, 'retryFirst' | 'retryMost' | 'storePatience'>;

/** What the journal tells its room. */
export interface JournalHost {
  /** The batch is in the store: it may be shown, and the next may begin. Positions grow. Must not throw. */
  written(batch: Batch, result: AppendResult): void;
  /** The store refuses; told once until {@link savedAgain}. */
  unsaved(reason: UnsavedReason): void;
  /** The document was erased or ended: what was to be written never will be, and nobody is told that it is. */
  fenced(): void;
  /** A batch is on disk, and its authors know. */
  flushed(): void;
  /** All of it is on disk again. */
  savedAgain(): void;
}

/**
 * A room's way to the store: gathers changes, writes one batch at a time, tries again with growing pauses
 * while the store refuses, and tells who made a change when it is on disk. What was gathered meanwhile
 * joins the batch that is tried again, merged, so that waiting long costs little memory.
 */
export class Journal {
  /** What has to hold when something is written; set when the document is loaded. */
  fence: Fence | undefined;
  readonly #document: string;
  readonly #store: DocumentStore;
  readonly #host: JournalHost;
  readonly #metrics: RelayMetrics;
  readonly #pauses: Pauses;
  readonly #trouble: Trouble;
  #gathered = new Gathered();
  #writing: Batch | undefined;
  #writingBytes = 0;
  #syncs = 0;
  #stopped = false;
  #gaveUp: () => void = () => undefined;
  /** Since when the oldest of each batch is here that is not on disk, ms (monotonic). */
  readonly #unsaved = new Map<Batch, number>();
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
    this.#metrics = metrics;
    this.#pauses = new Pauses(bounds);
    this.#trouble = new Trouble({
      document,
      log,
      metrics,
      storePatience: bounds.storePatience,
      waiting: () => this.backlog,
      unsaved: (reason) => host.unsaved(reason),
      savedAgain: () => host.savedAgain(),
    });
  }

  /** Bytes of changes not yet written. */
  get backlog(): number {
    return this.#gathered.bytes + this.#writingBytes;
  }

  /** Since when the oldest change is here that is not on disk, ms (monotonic); `undefined` when all are. */
  get unsavedSince(): number | undefined {
    const since = [...this.#unsaved.values()];
    if (this.hasGathered) since.push(this.#gathered.since);
    return since.length === 0 ? undefined : Math.min(...since);
  }

  get hasGathered(): boolean {
    return this.#gathered.some;
  }

  get writing(): boolean {
    return this.#writing !== undefined;
  }

  /** Why the store refuses at present; `undefined` when everything it refused is on disk. */
  get refusing(): UnsavedReason | undefined {
    return this.#trouble.refusing;
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
    this.#gathered.add(change, author, number);
  }

  /** Starts writing what is gathered. Only when nothing is being written. */
  write(presence: readonly SpokenState[]): void {
    const { changes, authors, shares, wrote, since } = this.#takeGathered();
    const batch: Batch = { updates: mergeChecked(changes), authors, shares, wrote, presence };
    this.#unsaved.set(batch, since);
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
    this.#pauses.end();
  }

  /** Tries now, and from now on with the shortest pauses. */
  hurry(): void {
    this.#pauses.hurry();
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
        this.#trouble.overcome(attempt);
        if (attempt > 0) this.#trouble.writtenAt(position);
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
      await this.#pauses.after(attempt);
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
    const asked = this.#trouble.ask('append');
    try {
      const began = performance.now();
      const result = await this.#store.append(this.#document, batch.updates, this.fence);
      if (asked.end()) this.#trouble.writtenAt(result.position);
      this.#metrics.observe('relay_append_seconds', (performance.now() - began) / 1000);
      this.#metrics.add('relay_updates_written_total', batch.updates.length);
      return result;
    } catch (error) {
      asked.end();
      if (error instanceof StoreError && error.code === 'fenced') return 'fenced';
      this.#trouble.failed('append', error, attempt);
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
      await this.#pauses.after(attempt);
    }
    this.#syncs--;
    this.#unsaved.delete(batch);
    for (const { author, first } of batch.shares) author.onDisk(first);
    this.#host.flushed();
    this.#trouble.onDisk(position);
    this.#checkIdle();
  }

  async #flushed(position: number, attempt: number): Promise<boolean> {
    const asked = this.#trouble.ask('sync');
    try {
      const began = performance.now();
      await this.#store.synced(position);
      asked.end();
      this.#metrics.observe('relay_sync_seconds', (performance.now() - began) / 1000);
    } catch (error) {
      asked.end();
      this.#trouble.failed('sync', error, attempt);
      return false;
    }
    this.#trouble.overcome(attempt);
    return true;
  }

  #absorbGathered(batch: Batch): void {
    const { changes, authors, shares, wrote } = this.#takeGathered();
    batch.updates = [...batch.updates, ...mergeChecked(changes)];
    batch.wrote.join(wrote);
    for (const author of authors) batch.authors.add(author);
    batch.shares.push(...shares);
  }

  #takeGathered(): Gathered {
    const gathered = this.#gathered;
    this.#gathered = new Gathered();
    return gathered;
  }

  #checkIdle(): void {
    if (this.idle) for (const resolve of this.#idleWaiters.splice(0)) resolve();
  }
}
