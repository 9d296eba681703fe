import * as Y from 'yjs';
import type { StoredDocument } from '../store/types.ts';
import { step1Frame, step2Frame } from './frames.ts';
import type { CheckedUpdate } from './updates.ts';
import { integratedDifference, WaitingFrames, waitingBytes } from './waiting.ts';
import { WholeEncoding } from './whole.ts';

/** Changes a document as part of loading it, such as to the newest schema. Runs inside one transaction. */
export type Migrate = (document: Y.Doc, name: string) => void;

/** Bytes up to which a document that sleeps is compared with what somebody has. */
const COMPARED = 64 * 1024;

/** A document at rest: what is kept of it. */
interface Asleep {
  /** All of it, as a step 2; {@link encoding} is a view of it. */
  readonly frame: Uint8Array;
  readonly encoding: Uint8Array;
  readonly stateVector: Uint8Array;
}

/**
 * The Yjs document of a room. It never holds more than the store has: a change is applied when it is
 * written, so that whatever is read from here may be shown to anybody.
 *
 * A Yjs document takes many times the memory of its bytes. So one at rest can {@link sleep}: only its bytes are
 * kept, most questions are answered from those, and it wakes by itself for what needs more.
 */
export class RoomDocument {
  #doc: Y.Doc | undefined = new Y.Doc({ gc: true });
  #asleep: Asleep | undefined;
  /** Called when it wakes. */
  woke: (() => void) | undefined;
  #droppedPending = false;
  readonly #whole = new WholeEncoding();
  readonly #waiting = new WaitingFrames();
  #known: Y.Snapshot | undefined;

  /** @throws what Yjs throws for stored bytes that are no updates. */
  constructor(stored: StoredDocument | undefined) {
    const { snapshot, updates = [] } = stored ?? {};
    this.apply(snapshot === undefined ? updates : [snapshot, ...updates]);
    this.#whole.forget();
  }

  /** Whether only its bytes are kept. */
  get asleep(): boolean {
    return this.#asleep !== undefined;
  }

  /**
   * Keeps its bytes only, unless changes wait in it for others or it is so large that to wake it takes long.
   * @param most bytes that it may have.
   */
  sleep(most: number): void {
    const doc = this.#doc;
    if (doc === undefined || this.pendingBytes > 0) return;
    const encoding = Y.encodeStateAsUpdate(doc);
    if (encoding.byteLength > most) return;
    const frame = step2Frame(encoding);
    this.#asleep = {
      frame,
      encoding: frame.subarray(frame.byteLength - encoding.byteLength),
      stateVector: Y.encodeStateVector(doc),
    };
    doc.destroy();
    this.#doc = undefined;
    this.#whole.forget();
    this.#known = undefined;
  }

  /** The document as Yjs knows it, woken if need be. */
  #awake(): Y.Doc {
    this.#doc ??= new Y.Doc({ gc: true });
    const asleep = this.#asleep;
    if (asleep === undefined) return this.#doc;
    this.#asleep = undefined;
    Y.applyUpdate(this.#doc, asleep.encoding);
    this.woke?.();
    return this.#doc;
  }

  /**
   * Applies written updates as one change. When they fail because of what waits here for others, that is dropped
   * in their place; see {@link takeDropped}.
   * @throws what Yjs throws; the document is not to be used after.
   */
  apply(updates: readonly Uint8Array[]): void {
    this.#integrate(updates);
    this.#whole.extend(updates);
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
    const doc = this.#awake();
    const before = this.pendingBytes > 0 ? Y.encodeStateVector(doc) : undefined;
    doc.on('update', keep);
    try {
      this.#integrate(updates);
    } finally {
      doc.off('update', keep);
    }
    if (this.#doc !== doc) news = [Y.encodeStateAsUpdate(this.#awake(), before)];
    this.#known = undefined;
    this.#whole.extend(news);
    return news.length > 1 ? Y.mergeUpdates(news) : news[0];
  }

  /** Runs `migrate`; returns what it changed as an update, not yet stored, or `undefined`. */
  migrate(migrate: Migrate, name: string): Uint8Array | undefined {
    const changes: Uint8Array[] = [];
    const keep = (update: Uint8Array) => void changes.push(update);
    const doc = this.#awake();
    doc.on('update', keep);
    try {
      Y.transact(doc, () => migrate(doc, name));
    } finally {
      doc.off('update', keep);
    }
    this.#known = undefined;
    this.#whole.forget();
    return changes.length > 1 ? Y.mergeUpdates(changes) : changes[0];
  }

  /** Lets it be looked at; nothing may be changed. */
  look<T>(at: (document: Y.Doc) => T): T {
    return at(this.#awake());
  }

  /** The relay's own step 1 for this state. */
  question(): Uint8Array {
    return step1Frame(this.#asleep?.stateVector ?? Y.encodeStateVector(this.#awake()));
  }

  /**
   * What a client lacks that has `stateVector`: a step 2, perhaps with updates behind it.
   * @param now ms.
   * @throws when the state vector cannot be read.
   */
  answer(stateVector: Uint8Array, now: number): readonly Uint8Array[] {
    if (Y.decodeStateVector(stateVector).size > 0) return this.#difference(stateVector);
    if (this.#asleep !== undefined) return [this.#asleep.frame];
    return this.#whole.frames(() => this.encode(), now);
  }

  #difference(stateVector: Uint8Array): readonly Uint8Array[] {
    const encoding = this.#asleep?.encoding;
    // To compare the bytes of a large one takes about as long as to wake it, and would again for the next who asks.
    if (encoding !== undefined && encoding.byteLength <= COMPARED)
      return [step2Frame(Y.diffUpdate(encoding, stateVector))];
    const doc = this.#awake();
    return [step2Frame(integratedDifference(doc, stateVector)), ...this.#waiting.of(doc)];
  }

  /** Whether an update holds anything that is not here yet. */
  lacks(update: CheckedUpdate): boolean {
    if (!update.adds && !update.deletes) return false;
    this.#known ??= Y.snapshot(this.#awake());
    return !Y.snapshotContainsUpdate(this.#known, update.bytes);
  }

  /** Everything as one update, with what waits for changes that have not come. */
  encode(): Uint8Array {
    return this.#asleep?.encoding ?? Y.encodeStateAsUpdate(this.#awake());
  }

  /** Bytes that wait inside Yjs for changes that have not come. */
  get pendingBytes(): number {
    return this.#doc === undefined ? 0 : waitingBytes(this.#doc);
  }

  /** Lets go of encodings nobody has asked for since `before`, ms. */
  forgetEncodings(before: number): void {
    this.#whole.forgetUnused(before);
    this.#known = undefined;
  }

  destroy(): void {
    this.#doc?.destroy();
  }

  #integrate(updates: readonly Uint8Array[]): void {
    const doc = this.#awake();
    const { clients } = doc.store;
    const waiting = this.pendingBytes > 0;
    const empty = clients.size === 0 && !waiting;
    try {
      Y.transact(doc, () => {
        for (const update of updates) Y.applyUpdate(doc, update);
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
    let doc = fromEmpty ? new Y.Doc({ gc: true }) : integratedCopy(this.#awake());
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
    this.#doc?.destroy();
    this.#doc = doc;
    this.#droppedPending ||= dropped;
    this.#whole.forget();
  }
}

/** A document with all that another has integrated, and nothing that waits in it. */
function integratedCopy(of: Y.Doc): Y.Doc {
  const copy = new Y.Doc({ gc: true });
  Y.applyUpdate(copy, integratedDifference(of));
  return copy;
}
