import { CLOSE } from '@samenbord/shared/protocol';
import type { AppendResult } from '../store/types.ts';
import { Arrivals } from './arrivals.ts';
import type { Audience } from './audience.ts';
import type { Author, Batch } from './batch.ts';
import { Care } from './care.ts';
import { Journal, type JournalHost } from './journal.ts';
import type { OpenDocument, OpeningContext } from './opening.ts';
import { noPeers, type Peers, type Shared } from './peers.ts';
import type { Presence } from './presence.ts';
import type { Beat, Pulse } from './pulse.ts';
import { SharedPeers } from './sharedPeers.ts';
import type { Stay } from './stay.ts';
import { Telling } from './telling.ts';
import type { UnsavedReason } from './trouble.ts';
import { mergeUpdates } from './updates.ts';
import { Wrote } from './wrote.ts';

/** What the flow of a room needs of the relay. */
export interface FlowContext extends OpeningContext {
  /** What it shares with the other nodes; `undefined` for a node that is alone with its store. */
  readonly shared: Shared | undefined;
  /** When rooms send on what they have gathered. */
  readonly pulse: Pulse;
}

/** Of changes of the server's own, for which nobody waits. */
const SERVER: Author = { underWay() {}, onDisk() {} };

/** The room it is of. */
export interface FlowRoom {
  readonly audience: Audience;
  readonly presence: Presence;
  readonly stay: Stay;
  /** The document is different. */
  readonly changed: () => void;
  /** The document was erased or ended, and goes on no more. */
  readonly over: () => void;
  /** An error that is the relay's own fault. */
  readonly failed: (error: unknown) => void;
}

/**
 * The way of changes through a room: gathered for a window, written, applied, shown to everybody here and on other
 * nodes, flushed and acknowledged. What other nodes have written joins it where it is applied.
 */
export class Flow implements JournalHost {
  readonly journal: Journal;
  readonly gathering: Beat;
  readonly peers: Peers;
  readonly care: Care;
  readonly #context: FlowContext;
  readonly #room: FlowRoom;
  readonly #telling: Telling;
  readonly #arrivals: Arrivals;

  constructor(name: string, context: FlowContext, room: FlowRoom) {
    this.#context = context;
    this.#room = room;
    const { store, log, metrics, limits, pulse, shared } = context;
    this.journal = new Journal(name, store, this, log, metrics, limits);
    this.gathering = pulse.beat((gatheredFor) => this.#flush(gatheredFor));
    this.#arrivals = new Arrivals(limits.windowMost, {
      busy: () => this.gathering.isBusy,
      arrived: () => this.#arrived(),
    });
    this.peers = this.#meetPeers(name);
    this.care = new Care({ ...context, ...room, name, peers: this.peers, isShared: shared !== undefined });
    this.#telling = new Telling({
      ...room,
      pulse,
      journal: this.journal,
      peers: this.peers,
      presenceHold: limits.presenceHold,
      failed: (error) => {
        room.failed(error);
        room.audience.close(CLOSE.tryAgain);
      },
    });
  }

  /** Something was gathered that everybody in the room will get. */
  gathered(): void {
    const { size } = this.#room.audience;
    this.#context.metrics.add('relay_deliveries_total', size);
    this.gathering.note(size);
  }

  /** The document is loaded, and nobody is served yet. */
  loaded(open: OpenDocument): void {
    const { loaded, migrated, compaction, life } = open;
    this.journal.fence = life?.fence;
    this.peers.opened(loaded);
    if (migrated !== undefined) {
      this.peers.wrote(migrated);
      this.peers.tell([migrated.update], migrated);
      compaction.written([migrated.update], this.peers.known);
    }
    this.care.fullness.weigh(open);
  }

  /** Those who waited for the document are served. */
  served(open: OpenDocument): void {
    this.care.afterDropping(open);
    if (this.journal.hasGathered || this.peers.waiting) this.gathering.open();
  }

  /** The room is over. */
  stop(): void {
    this.#telling.stop();
    this.gathering.stop();
    this.#arrivals.stop();
    this.peers.close();
  }

  // What the journal tells.

  written(batch: Batch, result: AppendResult): void {
    this.#telling.written();
    const { open } = this.#room.stay;
    if (open === undefined) return;
    this.peers.wrote(result);
    open.compaction.written(batch.updates, this.peers.known);
    const pendingBefore = open.document.pendingBytes;
    this.#room.changed();
    try {
      open.document.apply(batch.updates);
    } catch (error) {
      this.care.setAside(batch, error);
      return;
    }
    this.peers.tell(batch.updates, result);
    this.#telling.batch(this.#withOwn(batch, open));
    if (open.document.pendingBytes > pendingBefore) this.care.boundPending(batch, open);
    this.care.afterChange(open);
    if (this.#room.stay.closing && this.journal.hasGathered) this.journal.write([]);
    else if (this.journal.hasGathered || this.#room.presence.hasChanged) this.gathering.open();
  }

  fenced(): void {
    this.#context.metrics.add('relay_refusals_total', 1, 'over');
    this.#room.over();
  }

  flushed(): void {
    // Where it is busy they go along with what is sent next, unless nothing is any more.
    const sendsSoon = this.gathering.isOpen || this.journal.writing;
    if (this.#room.stay.closing || !(sendsSoon || this.gathering.isBusy)) this.#room.audience.acknowledge();
    else if (!sendsSoon) this.gathering.open();
  }

  unsaved(reason: UnsavedReason): void {
    this.#room.audience.notice({ code: 'unsaved', reason });
    this.peers.storeRefuses();
    this.#telling.letPresenceGo();
  }

  savedAgain(): void {
    this.#room.audience.notice({ code: 'saved-again' });
  }

  /**
   * Puts back what sessions have changed that is the server's own. It is shown in one with what they did, so that
   * nobody ever has that alone, and is written next; until then the document and those who saw it have it.
   */
  #withOwn(batch: Batch, open: OpenDocument): Batch {
    const back = this.care.putBack(batch, open);
    if (back === undefined) return batch;
    this.journal.gather(back, SERVER, 1);
    const updates = mergeUpdates([...batch.updates, back.bytes]);
    // Who did it alone is told as well.
    return { ...batch, updates, authors: new Set([...batch.authors, SERVER]) };
  }

  #flush(gatheredFor: number): void {
    // While the newest rows are being taken out of the store, none may be written behind them.
    if (this.#room.stay.open === undefined) return;
    this.#takeFromPeers(this.#room.stay.open);
    if (this.#room.stay.open === undefined) return;
    this.#context.metrics.observe('relay_window_seconds', gatheredFor / 1000);
    // Presence said after a change must not be seen before it; `written` comes back here.
    if (this.journal.writing) this.#telling.presenceMeanwhile();
    else if (this.journal.hasGathered) this.#telling.write();
    else this.#telling.presence();
  }

  /** What other nodes have said is to be shown. */
  #arrived(): void {
    if (this.#room.stay.open !== undefined) this.#takeFromPeers(this.#room.stay.open);
    // None in a room that is being loaded: who waits is told of everybody then.
    if (this.#room.stay.open !== undefined) this.#telling.presenceElsewhere();
  }

  /** Applies and shows what other nodes have written. */
  #takeFromPeers(open: OpenDocument): void {
    const updates = this.peers.take();
    if (updates.length === 0) return;
    const batch: Batch = {
      updates: [...updates],
      authors: new Set(),
      shares: [],
      wrote: new Wrote(),
      presence: [],
    };
    open.compaction.written(updates, this.peers.known);
    this.#room.changed();
    try {
      const news = open.document.applyNews(updates);
      batch.updates = news === undefined ? [] : [news];
      open.document.look((doc) => open.own.note(doc));
    } catch (error) {
      this.care.setAside(batch, error);
      return;
    }
    this.#telling.batch(batch);
    this.care.afterDropping(open);
    this.care.fullness.weigh(open);
  }

  #meetPeers(name: string): Peers {
    const { shared, log, metrics } = this.#context;
    if (shared === undefined) return noPeers();
    const host = {
      heard: () => {
        this.gathering.count(this.#room.audience.size);
        this.#arrivals.note();
      },
      compactedElsewhere: (bytes: number) => this.#room.stay.open?.compaction.doneElsewhere(bytes),
      storeIsBack: () => this.journal.retry(),
    };
    return new SharedPeers(name, shared, this.#room.presence, host, log, metrics);
  }
}
