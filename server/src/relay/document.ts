import * as Y from 'yjs';
import type { StoredDocument } from '../store/types.ts';
import { step1Frame, step2Frame, updateFrame } from './frames.ts';
import type { CheckedUpdate } from './updates.ts';

/** Changes a document as part of loading it, such as to the newest schema. Runs inside one transaction. */
export type Migrate = (document: Y.Doc, name: string) => void;

/** The whole document as frames, kept while many join: the encoding once, and what came after it. */
interface WholeFrames {
  readonly frames: Uint8Array[];
  /** Bytes of the first frame, and of those behind it. */
  readonly base: number;
  added: number;
  /** When it was last asked for, ms. */
  used: number;
}

/** Frames behind the base from which on encoding afresh is cheaper for everybody. */
const MOST_ADDED_FRAMES = 64;

/**
 * The Yjs document of a room. It never holds more than the store has: a change is applied when it is
 * written, so that whatever is read from here may be shown to anybody.
 */
export class RoomDocument {
  #doc = new Y.Doc({ gc: true });
  #droppedPending = false;
  #whole: WholeFrames | undefined;
  #known: Y.Snapshot | undefined;

  /** @throws what Yjs throws for stored bytes that are no updates. */
  constructor(stored: StoredDocument | undefined) {
    const { snapshot, updates = [] } = stored ?? {};
    this.apply(snapshot === undefined ? updates : [snapshot, ...updates]);
    this.#whole = undefined;
  }

  /**
   * Applies written updates as one change. When they fail because of what waits here for others, that is dropped
   * in their place; see {@link takeDropped}.
   * @throws what Yjs throws; the document is not to be used after.
   */
  apply(updates: readonly Uint8Array[]): void {
    this.#extendWhole(updates);
    this.#integrate(updates);
    this.#known = undefined;
  }

  /** Whether changes that waited were dropped since the last call, because with them nothing else went in. */
  takeDropped(): boolean {
    const dropped = this.#droppedPending;
    this.#droppedPending = false;
    return dropped;
  }

  /**
   * Applies updates that may hold what is here already; returns what they brought as one update, or `undefined`
   * for nothing. What builds on others that have not come is not among it until they have.
   * @throws what Yjs throws; the document is not to be used after.
   */
  applyNews(updates: readonly Uint8Array[]): Uint8Array | undefined {
    let news: Uint8Array[] = [];
    const keep = (update: Uint8Array) => void news.push(update);
    const doc = this.#doc;
    const before = this.pendingBytes > 0 ? Y.encodeStateVector(doc) : undefined;
    doc.on('update', keep);
    try {
      this.#integrate(updates);
    } finally {
      doc.off('update', keep);
    }
    if (this.#doc !== doc) news = [Y.encodeStateAsUpdate(this.#doc, before)];
    this.#known = undefined;
    this.#extendWhole(news);
    return news.length > 1 ? Y.mergeUpdates(news) : news[0];
  }

  /** Runs `migrate`; returns what it changed as an update, not yet stored, or `undefined`. */
  migrate(migrate: Migrate, name: string): Uint8Array | undefined {
    const changes: Uint8Array[] = [];
    const keep = (update: Uint8Array) => void changes.push(update);
    this.#doc.on('update', keep);
    try {
      Y.transact(this.#doc, () => migrate(this.#doc, name));
    } finally {
      this.#doc.off('update', keep);
    }
    this.#known = undefined;
    this.#whole = undefined;
    return changes.length > 1 ? Y.mergeUpdates(changes) : changes[0];
  }

  /** The relay's own step 1 for this state. */
  question(): Uint8Array {
    return step1Frame(Y.encodeStateVector(this.#doc));
  }

  /**
   * What a client lacks that has `stateVector`: a step 2, perhaps with updates behind it.
   * @param now ms.
   * @throws when the state vector cannot be read.
   */
  answer(stateVector: Uint8Array, now: number): readonly Uint8Array[] {
    if (Y.decodeStateVector(stateVector).size > 0)
      return [step2Frame(Y.encodeStateAsUpdate(this.#doc, stateVector))];
    if (this.#whole === undefined) {
      const frame = step2Frame(this.encode());
      this.#whole = { frames: [frame], base: frame.byteLength, added: 0, used: now };
    }
    this.#whole.used = now;
    return this.#whole.frames.slice();
  }

  /** Whether an update holds anything that is not here yet. */
  lacks(update: CheckedUpdate): boolean {
    if (!update.adds && !update.deletes) return false;
    this.#known ??= Y.snapshot(this.#doc);
    return !Y.snapshotContainsUpdate(this.#known, update.bytes);
  }

  /** Everything as one update, with what waits for changes that have not come. */
  encode(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc);
  }

  /** Bytes that wait inside Yjs for changes that have not come. */
  get pendingBytes(): number {
    const { pendingStructs, pendingDs } = this.#doc.store;
    return (pendingStructs?.update.byteLength ?? 0) + (pendingDs?.byteLength ?? 0);
  }

  /** Lets go of encodings nobody has asked for since `before`, ms. */
  forgetEncodings(before: number): void {
    if (this.#whole !== undefined && this.#whole.used < before) this.#whole = undefined;
    this.#known = undefined;
  }

  destroy(): void {
    this.#doc.destroy();
  }

  #integrate(updates: readonly Uint8Array[]): void {
    const { clients } = this.#doc.store;
    const waiting = this.pendingBytes > 0;
    const empty = clients.size === 0 && !waiting;
    try {
      Y.transact(this.#doc, () => {
        for (const update of updates) Y.applyUpdate(this.#doc, update);
      });
    } catch (error) {
      // A single update on a document where nothing waited is itself at fault.
      if (updates.length < 2 && !waiting) throw error;
      this.#integrateApart(updates, empty);
    }
  }

  /**
   * Applies updates one after the other; before one that fails, drops what waits and tries it again. Each such
   * time the document is made anew from what is integrated: Yjs leaves it half done.
   * @param fromEmpty whether the document held nothing before these updates.
   */
  #integrateApart(updates: readonly Uint8Array[], fromEmpty: boolean): void {
    let doc = fromEmpty ? new Y.Doc({ gc: true }) : integratedCopy(this.#doc);
    let dropped = !fromEmpty;
    for (const update of updates) {
      const waited = doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
      try {
        Y.applyUpdate(doc, update);
      } catch (error) {
        if (!waited) throw error;
        doc = integratedCopy(doc);
        dropped = true;
        Y.applyUpdate(doc, update);
      }
    }
    this.#doc.destroy();
    this.#doc = doc;
    this.#droppedPending ||= dropped;
    this.#whole = undefined;
  }

  #extendWhole(updates: readonly Uint8Array[]): void {
    const whole = this.#whole;
    if (whole === undefined) return;
    for (const update of updates) {
      whole.frames.push(updateFrame(update));
      whole.added += update.byteLength;
    }
    if (whole.frames.length > MOST_ADDED_FRAMES || whole.added > whole.base) this.#whole = undefined;
  }
}

/** A document with all that another has integrated, and nothing that waits in it. */
function integratedCopy(of: Y.Doc): Y.Doc {
  of.store.pendingStructs = null;
  of.store.pendingDs = null;
  const copy = new Y.Doc({ gc: true });
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(of));
  return copy;
}
