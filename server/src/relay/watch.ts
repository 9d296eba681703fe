import type { Nodes } from '../cluster/index.ts';
import type { Log } from '../store/log.ts';
import type { SharedDocumentStore } from '../store/types.ts';

/** A document whose newest position in the store is of interest. */
export interface Watched {
  readonly name: string;
  /** Is told its newest position, as of a moment after it was asked for. */
  head(position: number): void;
  /** The store answers again after it did not. */
  storeIsBack(): void;
}

/**
 * Looks in the store for what the bus has lost: the newest positions of all open documents in one question,
 * now and then, more often while the bus carries nothing, and at once for one that asks.
 */
export class Watch {
  readonly #store: SharedDocumentStore;
  readonly #nodes: Nodes;
  readonly #log: Log;
  readonly #open = new Set<Watched>();
  #due = new Set<Watched>();
  #timer: NodeJS.Timeout | undefined;
  #asking = false;
  #failed = false;
  #closed = false;

  constructor(store: SharedDocumentStore, nodes: Nodes, log: Log) {
    this.#store = store;
    this.#nodes = nodes;
    this.#log = log;
    this.#schedule();
    // When the bus falls silent, the pace changes at once.
    nodes.onCarrying(() => this.#schedule());
  }

  add(watched: Watched): void {
    this.#open.add(watched);
  }

  delete(watched: Watched): void {
    this.#open.delete(watched);
    this.#due.delete(watched);
  }

  /** Asks for one soon, together with others of the same turn. */
  ask(watched: Watched): void {
    this.#due.add(watched);
    if (this.#due.size === 1 && !this.#asking) setImmediate(() => void this.#ask());
  }

  /** The store refuses something: everybody is told as soon as it answers here. */
  storeRefuses(): void {
    if (this.#failed) return;
    this.#failed = true;
    this.#schedule();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#closed) return;
    const { check, checkAlone } = this.#nodes.paces;
    this.#timer = setTimeout(
      () => {
        for (const watched of this.#open) this.#due.add(watched);
        void this.#ask();
        this.#schedule();
      },
      // A store that was away is looked for at the quicker pace as well.
      this.#nodes.carrying && !this.#failed ? check : checkAlone,
    ).unref();
  }

  async #ask(): Promise<void> {
    if (this.#asking || this.#closed || this.#due.size === 0) return;
    this.#asking = true;
    const due = this.#due;
    this.#due = new Set();
    try {
      const heads = await this.#store.heads([...due].map(({ name }) => name));
      for (const watched of due) if (this.#open.has(watched)) watched.head(heads.get(watched.name) ?? 0);
      if (this.#failed) for (const watched of [...this.#open]) watched.storeIsBack();
      this.#failed = false;
    } catch (error) {
      this.#failed = true;
      // Asked again with the next round, and the journal says it when people's work is concerned.
      this.#log.debug({ err: error }, 'the store did not say how far its documents are');
    }
    this.#asking = false;
    if (this.#due.size > 0) setImmediate(() => void this.#ask());
  }
}
