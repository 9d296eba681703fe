import * as Y from 'yjs';
import { StoreError } from '../store/types.ts';
import { changeCopy } from './changing.ts';
import type { Journal } from './journal.ts';
import type { Peers } from './peers.ts';
import type { Beat } from './pulse.ts';
import type { Stay } from './stay.ts';
import { type CheckedUpdate, checkUpdate } from './updates.ts';

export interface DeskContext {
  readonly name: string;
  readonly stay: Stay;
  readonly journal: Journal;
  readonly peers: Peers;
  readonly gathering: Beat;
}

/** What the server itself does with a document that a room has open: reads it, changes it, compacts it. */
export class Desk {
  readonly #context: DeskContext;
  readonly #over = Promise.withResolvers<false>();

  constructor(context: DeskContext) {
    this.#context = context;
  }

  /** The document is removed: what was submitted and not written yet never will be. */
  close(): void {
    this.#over.resolve(false);
  }

  /** The document as one update, as far as it is written; `undefined` before it is loaded or if it is none. */
  read(): { readonly update: Uint8Array | undefined } | undefined {
    const { open } = this.#context.stay;
    if (open === undefined) return undefined;
    return { update: open.compaction.exists ? open.document.encode() : undefined };
  }

  /**
   * Takes a change; resolves when it is on disk.
   * @throws {StoreError} when the document cannot be loaded, or is removed meanwhile
   */
  async submit(change: CheckedUpdate): Promise<void> {
    const { name, stay, journal, gathering } = this.#context;
    await stay.opened();
    const taken = new Promise<true>((durable) => {
      journal.gather(change, { underWay() {}, onDisk: () => durable(true) }, 1);
      gathering.open();
    });
    if ((await Promise.race([taken, this.#over.promise])) !== true)
      throw new StoreError('unavailable', `document ${name} was removed meanwhile`);
  }

  /** Takes what the server begins the document with; otherwise as {@link submit}. @throws {StoreError} */
  async create(change: CheckedUpdate): Promise<void> {
    const { own } = await this.#context.stay.opened();
    changeCopy(undefined, (doc) => own.by(doc, () => Y.applyUpdate(doc, change.bytes)));
    await this.submit(change);
  }

  /** Lets `change` work on a copy; resolves when what it did is on disk. @throws {StoreError} */
  async change<T>(change: (doc: Y.Doc) => T): Promise<T> {
    const { document, own } = await this.#context.stay.opened();
    const { result, update } = changeCopy(document.encode(), (doc) => own.by(doc, change));
    const checked = update && checkUpdate(update);
    if (checked !== undefined) await this.submit(checked);
    return result;
  }

  /** Puts a snapshot without what was deleted in the place of everything in the store. @throws {StoreError} */
  async compact(): Promise<void> {
    const { name, stay, peers } = this.#context;
    const open = await stay.opened();
    // What joiners are given must not hold it either.
    open.document.forgetEncodings(Number.POSITIVE_INFINITY);
    await open.compaction.settled();
    if (!(await open.compaction.run(() => open.document.encode())))
      throw new StoreError('unavailable', `document ${name} could not be compacted`);
    peers.compacted(open.compaction.snapshotBytes);
  }
}
