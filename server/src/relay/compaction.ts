import type { Log } from '../store/log.ts';
import type { DocumentStore, Fence, StoredDocument } from '../store/types.ts';
import type { RelayMetrics } from './metrics.ts';

export interface CompactionBounds {
  /** Updates beside the snapshot from which on to compact. */
  readonly compactUpdates: number;
  /** Bytes of them from which on to compact, unless the snapshot is larger. */
  readonly compactBytes: number;
}

/**
 * How much of a document lies in the store beside its snapshot, and when to replace both by a new one.
 * The new snapshot is made from exactly what is written; the store deletes only what it covers.
 */
export class Compaction {
  readonly #document: string;
  readonly #store: DocumentStore;
  readonly #log: Log;
  readonly #metrics: RelayMetrics;
  readonly #bounds: CompactionBounds;
  readonly #fence: Fence | undefined;
  #snapshotBytes: number;
  #hasSnapshot: boolean;
  #updates: number;
  #bytes: number;
  /** What a snapshot made now covers. */
  #position: number;
  #exists: boolean;
  #running: Promise<boolean> | undefined;
  /** After a failure: not before there are this many updates. */
  #notBefore = 0;

  constructor(
    document: string,
    stored: StoredDocument | undefined,
    store: DocumentStore,
    log: Log,
    metrics: RelayMetrics,
    bounds: CompactionBounds,
    fence?: Fence,
  ) {
    this.#document = document;
    this.#store = store;
    this.#log = log;
    this.#metrics = metrics;
    this.#bounds = bounds;
    this.#fence = fence;
    this.#hasSnapshot = stored?.snapshot !== undefined;
    this.#snapshotBytes = stored?.snapshot?.byteLength ?? 0;
    this.#updates = stored?.updates.length ?? 0;
    this.#bytes = stored?.updates.reduce((sum, update) => sum + update.byteLength, 0) ?? 0;
    this.#position = stored?.position ?? 0;
    this.#exists = stored !== undefined;
  }

  /**
   * Counts a written batch.
   * @param position up to which everything that was written is here.
   */
  written(updates: readonly Uint8Array[], position: number): void {
    this.#updates += updates.length;
    for (const update of updates) this.#bytes += update.byteLength;
    this.#position = position;
    this.#exists = true;
  }

  /** Another node has put a snapshot of so many bytes in the place of what was. */
  doneElsewhere(bytes: number): void {
    this.#hasSnapshot = true;
    this.#snapshotBytes = bytes;
    if (this.#running !== undefined) return;
    this.#updates = 0;
    this.#bytes = 0;
  }

  /** Whether anything of the document was ever stored. */
  get exists(): boolean {
    return this.#exists;
  }

  /** Bytes of the snapshot, when there is one. */
  get snapshotBytes(): number {
    return this.#snapshotBytes;
  }

  /** Bytes of the document in the store: an upper bound of what it comes to compacted. */
  get size(): number {
    return this.#snapshotBytes + this.#bytes;
  }

  /** Bytes that a compaction would look at anew. */
  get uncompacted(): number {
    return this.#bytes;
  }

  /** Whether it is time. */
  get due(): boolean {
    if (this.#running !== undefined || this.#updates < this.#notBefore) return false;
    const { compactUpdates, compactBytes } = this.#bounds;
    return this.#updates >= compactUpdates || this.#bytes >= Math.max(compactBytes, this.#snapshotBytes);
  }

  /** Whether there is anything to gain when the room closes. */
  get worthwhile(): boolean {
    return this.#updates > (this.#hasSnapshot ? 0 : 1);
  }

  /**
   * Compacts, or waits for the one under way.
   * @param encode the document as one update: all that was {@link written}, and no more.
   * @returns whether it went well; a failure costs nothing but space and is logged.
   */
  run(encode: () => Uint8Array): Promise<boolean> {
    this.#running ??= this.#compact(encode).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Resolves when none is under way. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #compact(encode: () => Uint8Array): Promise<boolean> {
    const [updates, bytes] = [this.#updates, this.#bytes];
    let snapshot: Uint8Array;
    try {
      snapshot = encode();
      await this.#store.compact(this.#document, snapshot, this.#position, this.#fence);
    } catch (error) {
      this.#notBefore = this.#updates + this.#bounds.compactUpdates;
      this.#metrics.add('relay_store_errors_total', 1, 'compact');
      this.#log.warn(
        { document: this.#document, err: error },
        'a document was not compacted; it will be later',
      );
      return false;
    }
    this.#hasSnapshot = true;
    this.#snapshotBytes = snapshot.byteLength;
    this.#updates -= updates;
    this.#bytes -= bytes;
    this.#notBefore = 0;
    this.#metrics.add('relay_compactions_total');
    return true;
  }
}
