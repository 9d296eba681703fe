import { CLOSE } from '@samenbord/shared/protocol';
import type { WebSocket } from 'ws';
import type * as Y from 'yjs';
import { type AppendResult, StoreError } from '../store/types.ts';
import { Audience, type Shown } from './audience.ts';
import type { Batch } from './batch.ts';
import { changeCopy } from './changing.ts';
import { Connection, type ConnectionContext, type ConnectionHost } from './connection.ts';
import type { RoomFigures } from './figures.ts';
import { type Frame, presenceFrame } from './frames.ts';
import { Fullness } from './fullness.ts';
import { Intake } from './intake.ts';
import { Journal, type JournalHost, type UnsavedReason } from './journal.ts';
import { type OpenDocument, type OpeningContext, openDocument } from './opening.ts';
import { noPeers, type Peers, type Shared, SharedPeers } from './peers.ts';
import { Presence, type SpokenState } from './presence.ts';
import type { Beat, Pulse } from './pulse.ts';
import type { Rest, Resting } from './rest.ts';
import { setAside } from './setting-aside.ts';
import type { Rights, Session } from './types.ts';
import { type CheckedUpdate, checkUpdate } from './updates.ts';

/** What a room needs of the relay. */
export interface RoomContext extends OpeningContext {
  /** What it shares with the other nodes; `undefined` for a node that is alone with its store. */
  readonly shared: Shared | undefined;
  /** When rooms send on what they have gathered. */
  readonly pulse: Pulse;
  /** What puts them to rest. */
  readonly rest: Rest;
  /** The room has left memory: the next who comes gets a new one. */
  readonly finished: (room: Room) => void;
}

let rooms = 0;

const NOBODY: ReadonlySet<unknown> = new Set();

/**
 * One open document: loads it, takes changes and presence of its connections, and sends them on once they
 * are written. The rules are numbered in SPEC.md.
 */
export class Room implements ConnectionHost, JournalHost, Resting {
  readonly name: string;
  /** Counts the rooms there were. */
  readonly number = ++rooms;
  readonly #context: RoomContext;
  readonly #connectionContext: ConnectionContext;
  readonly #audience = new Audience();
  readonly #presence: Presence;
  readonly #journal: Journal;
  readonly #gathering: Beat;
  readonly #fullness: Fullness;
  readonly #intake: Intake;
  readonly #peers: Peers;
  readonly #whenOpen: ((open: OpenDocument | undefined) => void)[] = [];
  #open: OpenDocument | undefined;
  readonly #loading: Promise<void>;
  #closing = false;
  #finished = false;
  /** Whether presence goes ahead of a batch that takes the store too long. */
  #presenceFree = false;
  #hold: NodeJS.Timeout | undefined;
  #linger: NodeJS.Timeout | undefined;
  #settingAside: Promise<void> = Promise.resolve();
  /** Resolves when the document is removed while it is open. */
  readonly #over = Promise.withResolvers<false>();

  /** @param after what the store is doing with this document already; loading waits for it. */
  constructor(name: string, context: RoomContext, after: Promise<unknown>) {
    this.name = name;
    this.#context = context;
    const { store, log, metrics, limits } = context;
    this.#connectionContext = {
      limits,
      metrics,
      failed: (error) => log.error({ document: name, err: error }, 'a message could not be handled'),
    };
    this.#presence = new Presence(limits);
    this.#journal = new Journal(name, store, this, log, metrics, limits);
    this.#gathering = context.pulse.beat((gatheredFor) => this.#flush(gatheredFor));
    this.#fullness = new Fullness(limits, {
      compact: (open) => void this.#compact(open),
      near: () => this.#nearlyFull(),
    });
    this.#intake = new Intake({
      limits,
      metrics,
      journal: this.#journal,
      presence: this.#presence,
      fullness: this.#fullness,
      gathered: () => {
        metrics.add('relay_deliveries_total', this.#audience.size);
        this.#gathering.note(this.#audience.size);
      },
      compact: (open) => void this.#compact(open),
    });
    this.#peers = this.#meetPeers();
    metrics.move('relay_rooms', 1);
    this.#loading = this.#load(after);
  }

  /** Serves a socket from now on. */
  accept(socket: WebSocket, session: Session, rights: Rights): void {
    const connection = new Connection(socket, session, rights, this, this.#connectionContext);
    this.#audience.add(connection);
    clearTimeout(this.#linger);
    if (this.#open !== undefined) this.#greet(connection, this.#open);
  }

  /**
   * Takes a change that comes from the server itself; resolves when it is on disk.
   * @throws when the document cannot be loaded.
   */
  async submit(change: CheckedUpdate): Promise<void> {
    await this.#opened();
    const taken = new Promise<true>((durable) => {
      this.#journal.gather(change, { underWay() {}, onDisk: () => durable(true) }, 1);
      this.#gathering.open();
    });
    if ((await Promise.race([taken, this.#over.promise])) !== true)
      throw new StoreError('unavailable', `document ${this.name} was removed meanwhile`);
  }

  /** Changes it from within the server; resolves when that is on disk. @throws {StoreError} */
  async change<T>(change: (doc: Y.Doc) => T): Promise<T> {
    const { document } = await this.#opened();
    const { result, update } = changeCopy(document.encode(), change);
    const checked = update && checkUpdate(update);
    if (checked !== undefined) await this.submit(checked);
    return result;
  }

  /** Puts a snapshot without what was deleted in the place of everything in the store. @throws {StoreError} */
  async compact(): Promise<void> {
    const open = await this.#opened();
    // What joiners are given must not hold it either.
    open.document.forgetEncodings(Number.POSITIVE_INFINITY);
    await open.compaction.settled();
    if (!(await open.compaction.run(() => open.document.encode())))
      throw new StoreError('unavailable', `document ${this.name} could not be compacted`);
    this.#peers.compacted(open.compaction.snapshotBytes);
  }

  /** Closes everybody; resolves when what was taken of them is written. */
  async end(code: number): Promise<void> {
    this.disconnect(() => true, code);
    await this.#loading;
    await this.#journal.whenIdle();
  }

  /**
   * The document is over: everybody is closed, and nothing more of it is taken or written. Resolves when nothing
   * of it is under way to the store any more.
   */
  async discard(code: number): Promise<void> {
    this.#closing = true;
    clearTimeout(this.#linger);
    this.#gathering.stop();
    this.disconnect(() => true, code);
    this.#journal.drop();
    this.#over.resolve(false);
    // Loading may write too: what it migrated.
    await Promise.all([this.#loading, this.#settingAside, this.#journal.end()]);
    await this.#open?.compaction.settled();
    this.#finish();
  }

  /** Asks anew who may write; who may again is asked for what was dropped meanwhile. */
  reconsider(mayWrite: (session: Session) => boolean): void {
    for (const connection of this.#audience.all()) {
      const may = mayWrite(connection.session);
      if (connection.freeze(!may) && may && this.#open !== undefined)
        connection.outbox.question(this.#open.document.question());
    }
  }

  /** The document as one update, as far as it is written; `undefined` before it is loaded or if it is none. */
  read(): { readonly update: Uint8Array | undefined } | undefined {
    if (this.#open === undefined) return undefined;
    const { document, compaction } = this.#open;
    return { update: compaction.exists ? document.encode() : undefined };
  }

  /** Closes the connections of which `which` is true. */
  disconnect(which: (session: Session) => boolean, code: number): void {
    for (const connection of this.#audience.all()) if (which(connection.session)) connection.close(code);
  }

  /** What is due now and then: signs of life, deadlines, and letting go of what is kept for speed. */
  sweep(now: number): void {
    const { joinDeadline, encodingKept } = this.#context.limits;
    for (const connection of this.#audience.all()) {
      const late = !connection.joined && now - connection.waitingSince > joinDeadline;
      if (late) connection.close(connection.opened ? CLOSE.tooSlow : CLOSE.tryAgain);
      else connection.heartbeat();
    }
    this.#presence.forget(now);
    this.#open?.document.forgetEncodings(now - encodingKept);
  }

  /** How it stands. @param now ms (monotonic) */
  figures(now: number): RoomFigures {
    const queued = this.#audience.all().reduce((sum, { outbox }) => sum + outbox.queued, 0);
    return {
      relay_unsaved_seconds: (now - (this.#journal.unsavedSince ?? now)) / 1000,
      relay_store_queue_bytes: this.#journal.backlog,
      relay_reader_queue_bytes: queued,
    };
  }

  /**
   * Takes nothing more, and saves what there is until `deadline` resolves. Every connection is closed when that is
   * done or `handOver` resolves: what was not acknowledged by then its people still have.
   * @returns how many bytes of changes could not be saved.
   */
  async shutDown(handOver: Promise<void>, deadline: Promise<void>): Promise<number> {
    this.#closing = true;
    clearTimeout(this.#linger);
    this.#gathering.stop();
    if (this.#open !== undefined && this.#journal.hasGathered && !this.#journal.writing)
      this.#journal.write([]);
    this.#journal.hurry();
    const saved = Promise.all([this.#settingAside, this.#open && this.#journal.whenIdle()]);
    await Promise.race([saved, deadline, handOver]);
    this.disconnect(() => true, CLOSE.restarting);
    await Promise.race([saved, deadline]);
    const lost = this.#journal.backlog;
    this.#journal.stop();
    this.#finish();
    return lost;
  }

  rest(): void {
    const document = this.#open?.document;
    if (document === undefined || document.asleep) return;
    document.sleep(this.#context.limits.restMost);
    if (document.asleep) this.#context.metrics.move('relay_sleeping_rooms', 1);
  }

  #woke(): void {
    this.#context.metrics.move('relay_sleeping_rooms', -1);
    this.#changed();
  }

  // What connections tell.

  received(connection: Connection, frame: Frame): void {
    // What comes after the relay began to close is not taken, so that it is not acknowledged either.
    if (this.#closing || this.#open === undefined) return;
    this.#intake.take(connection, frame, this.#open);
  }

  left(connection: Connection): void {
    this.#audience.delete(connection);
    this.#presence.leave(connection, performance.now());
    if (this.#presence.hasChanged && this.#audience.size > 0) this.#gathering.note(this.#audience.size);
    if (this.#audience.size === 0) this.#lingerOn();
  }

  answer(stateVector: Uint8Array): readonly Uint8Array[] {
    return this.#open?.document.answer(stateVector, performance.now()) ?? [];
  }

  presence(of?: Iterable<number>): Uint8Array | undefined {
    const states = this.#presence.states(of);
    return states.length === 0 ? undefined : presenceFrame(states);
  }

  // What the journal tells.

  written(batch: Batch, result: AppendResult): void {
    clearTimeout(this.#hold);
    this.#presenceFree = false;
    const open = this.#open;
    if (open === undefined || this.#finished) return;
    this.#peers.wrote(result);
    open.compaction.written(batch.updates, this.#peers.known);
    const pendingBefore = open.document.pendingBytes;
    this.#changed();
    try {
      open.document.apply(batch.updates);
    } catch (error) {
      this.#setAside(batch, error);
      return;
    }
    this.#peers.tell(batch.updates, result);
    this.#sendOn(batch);
    this.#afterDropping(open);
    if (open.document.pendingBytes > pendingBefore) this.#boundPending(batch, open);
    if (open.compaction.due) void this.#compact(open);
    this.#fullness.weigh(open);
    if (this.#closing && this.#journal.hasGathered) this.#journal.write([]);
    else if (this.#journal.hasGathered || this.#presence.hasChanged) this.#gathering.open();
  }

  fenced(): void {
    this.#context.metrics.add('relay_refusals_total', 1, 'over');
    void this.discard(CLOSE.over);
  }

  flushed(): void {
    // Where it is busy they go along with what is sent next, unless nothing is any more.
    const sendsSoon = this.#gathering.isOpen || this.#journal.writing;
    if (this.#closing || !(sendsSoon || this.#gathering.isBusy)) this.#audience.acknowledge();
    else if (!sendsSoon) this.#gathering.open();
  }

  unsaved(reason: UnsavedReason): void {
    this.#audience.notice({ code: 'unsaved', reason });
    this.#peers.storeRefuses();
    this.#letPresenceGo();
  }

  savedAgain(): void {
    this.#audience.notice({ code: 'saved-again' });
  }

  #nearlyFull(): void {
    const { log, metrics, limits } = this.#context;
    metrics.add('relay_nearly_full_total');
    log.warn(
      { document: this.name, bound: limits.document },
      'a document is nearly full: at its bound it can be read and made smaller only; raise RELAY_DOCUMENT or have people remove what they no longer need',
    );
    this.#audience.notice({ code: 'nearly-full' });
  }

  // Loading and leaving memory.

  async #load(after: Promise<unknown>): Promise<void> {
    const { log, metrics } = this.#context;
    let open: OpenDocument | 'over';
    const slow = setTimeout(() => {
      metrics.add('relay_store_errors_total', 1, 'load-slow');
      log.error(
        { document: this.name },
        'the store takes too long to load a document; who waits is asked to try again: check its disk, or the database',
      );
    }, this.#context.limits.storePatience).unref();
    try {
      await after;
      open = await openDocument(this.name, this.#context);
    } catch (error) {
      metrics.add('relay_store_errors_total', 1, 'load');
      log.error(
        { document: this.name, err: error },
        'a document cannot be loaded: nobody is shown an empty one in its place, they are asked to try again',
      );
      this.disconnect(() => true, CLOSE.tryAgain);
      this.#finish();
      return;
    } finally {
      clearTimeout(slow);
    }
    if (this.#finished) return;
    if (open === 'over') {
      this.disconnect(() => true, CLOSE.over);
      this.#finish();
      return;
    }
    this.#open = open;
    this.#journal.fence = open.life?.fence;
    open.document.woke = () => this.#woke();
    this.#changed();
    this.#peers.opened(open.loaded);
    if (open.migrated !== undefined) this.#migrated(open, open.migrated);
    this.#fullness.weigh(open);
    for (const done of this.#whenOpen.splice(0)) done(open);
    for (const connection of this.#audience.all()) this.#greet(connection, open);
    this.#afterDropping(open);
    if (this.#journal.hasGathered || this.#peers.waiting) this.#gathering.open();
    if (this.#audience.size === 0) this.#lingerOn();
  }

  /** @throws {StoreError} when it cannot be loaded */
  async #opened(): Promise<OpenDocument> {
    const open =
      this.#open ?? (await new Promise<OpenDocument | undefined>((done) => this.#whenOpen.push(done)));
    if (open === undefined)
      throw new StoreError('unavailable', `document ${this.name} could not be loaded; try again in a moment`);
    return open;
  }

  #migrated({ compaction }: OpenDocument, migrated: AppendResult & { readonly update: Uint8Array }): void {
    this.#peers.wrote(migrated);
    this.#peers.tell([migrated.update], migrated);
    compaction.written([migrated.update], this.#peers.known);
  }

  #greet(connection: Connection, { document }: OpenDocument): void {
    connection.outbox.question(document.question());
    connection.outbox.allPresence();
    connection.open();
  }

  #lingerOn(): void {
    if (this.#finished || this.#closing) return;
    clearTimeout(this.#linger);
    this.#linger = setTimeout(() => void this.#leaveMemory(), this.#context.limits.linger).unref();
  }

  async #leaveMemory(): Promise<void> {
    await this.#journal.whenIdle();
    const open = this.#open;
    if (open?.compaction.worthwhile && this.#audience.size === 0) await this.#compact(open);
    if (this.#finished || this.#closing || this.#audience.size > 0) return;
    if (this.#open === undefined || !this.#journal.idle) this.#lingerOn();
    else this.#finish();
  }

  #finish(): void {
    if (this.#finished) return;
    this.#finished = true;
    clearTimeout(this.#linger);
    clearTimeout(this.#hold);
    this.#gathering.stop();
    this.#peers.close();
    this.#context.rest.delete(this);
    if (this.#open?.document.asleep) this.#context.metrics.move('relay_sleeping_rooms', -1);
    this.#open?.document.destroy();
    this.#open = undefined;
    for (const done of this.#whenOpen.splice(0)) done(undefined);
    this.#context.metrics.move('relay_rooms', -1);
    this.#context.finished(this);
  }

  // Sending on.

  #sendOn(batch: Batch): void {
    try {
      this.#peers.present(batch.presence);
      this.#show({ ...batch, states: batch.presence });
    } catch (error) {
      // Who may have missed something comes back and gets the difference.
      this.#connectionContext.failed(error);
      this.disconnect(() => true, CLOSE.tryAgain);
    }
  }

  #show(shown: Shown): void {
    this.#context.pulse.told(this.#audience.show(shown, this.#presence));
  }

  #changed(): void {
    this.#context.rest.changed(this, performance.now());
  }

  #flush(gatheredFor: number): void {
    // While the newest rows are being taken out of the store, none may be written behind them.
    if (this.#open === undefined) return;
    this.#takeFromPeers(this.#open);
    if (this.#open === undefined) return;
    this.#context.metrics.observe('relay_window_seconds', gatheredFor / 1000);
    if (this.#journal.writing) {
      // Presence said after a change must not be seen before it; `written` comes back here.
      if (this.#presenceFree || this.#journal.refusing !== undefined) this.#sendPresence();
      return;
    }
    if (!this.#journal.hasGathered) {
      this.#sendPresence();
      return;
    }
    this.#journal.write(this.#presence.takeChanged());
    this.#hold = setTimeout(() => this.#letPresenceGo(), this.#context.limits.presenceHold);
  }

  /** Applies and shows what other nodes have written. */
  #takeFromPeers(open: OpenDocument): void {
    const updates = this.#peers.take();
    if (updates.length === 0) return;
    const batch: Batch = { updates: [...updates], authors: new Set(), shares: [], presence: [] };
    open.compaction.written(updates, this.#peers.known);
    this.#changed();
    try {
      const news = open.document.applyNews(updates);
      batch.updates = news === undefined ? [] : [news];
    } catch (error) {
      this.#setAside(batch, error);
      return;
    }
    this.#sendOn(batch);
    this.#afterDropping(open);
    this.#fullness.weigh(open);
  }

  #meetPeers(): Peers {
    const { shared, log, metrics } = this.#context;
    if (shared === undefined) return noPeers();
    const host = {
      heard: () => this.#gathering.note(this.#audience.size),
      compactedElsewhere: (bytes: number) => this.#open?.compaction.doneElsewhere(bytes),
      storeIsBack: () => this.#journal.retry(),
    };
    return new SharedPeers(this.name, shared, this.#presence, host, log, metrics);
  }

  /** The store takes long: from now on presence does not wait for it. */
  #letPresenceGo(): void {
    this.#presenceFree = this.#journal.writing;
    this.#showPresence(this.#journal.releasePresence());
    this.#sendPresence();
  }

  #sendPresence(): void {
    this.#showPresence(this.#presence.takeChanged());
  }

  #showPresence(states: readonly SpokenState[]): void {
    this.#peers.present(states);
    this.#show({ updates: [], authors: NOBODY, states });
  }

  /** Changes that build on others which never come would pile up in memory: who sends them is sent away. */
  #boundPending(batch: Batch, { document }: OpenDocument): void {
    if (document.pendingBytes <= this.#context.limits.pending) return;
    this.#context.metrics.add('relay_refusals_total', 1, 'pending');
    for (const connection of this.#audience.all())
      if (batch.authors.has(connection)) connection.close(CLOSE.malformed);
  }

  async #compact(open: OpenDocument): Promise<void> {
    const { document, compaction } = open;
    if (!(await compaction.run(() => document.encode())) || this.#open !== open) return;
    this.#peers.compacted(compaction.snapshotBytes);
    this.#fullness.weigh(open);
    if (compaction.size > 0.9 * this.#context.limits.document) return;
    // There is room again: who was refused is asked for everything that is missing here.
    for (const connection of this.#audience.all()) {
      if (!connection.refusedTooLarge) continue;
      connection.refusedTooLarge = false;
      connection.outbox.question(document.question());
    }
  }

  /**
   * Changes that waited for others made a good change fail and were dropped in its place: they are taken out of
   * the store too (until then each load drops them), and what was good among them is asked for again.
   */
  #afterDropping(open: OpenDocument): void {
    if (!open.document.takeDropped()) return;
    const { log, metrics } = this.#context;
    metrics.add('relay_refusals_total', 1, 'pending-dropped');
    log.error(
      { document: this.name },
      'changes that waited for others cannot be integrated and were dropped; the document goes on without them',
    );
    for (const connection of this.#audience.all()) connection.outbox.question(open.document.question());
    void this.#compact(open);
  }

  /** A written batch cannot be integrated: it is taken out of the store, and the room starts afresh. */
  #setAside(batch: Batch, error: unknown): void {
    const { log, metrics } = this.#context;
    const authors = this.#audience.all().filter((connection) => batch.authors.has(connection));
    metrics.add('relay_refusals_total', 1, 'not-integrable');
    log.error(
      { document: this.name, err: error, people: authors.map(({ session }) => session.person.id) },
      'changes that Yjs cannot integrate were refused; the document goes on without them',
    );
    this.#open?.document.destroy();
    this.#open = undefined;
    // Of one author it is known who sent them; several are asked to come back with what they have.
    for (const connection of authors)
      connection.close(authors.length === 1 ? CLOSE.malformed : CLOSE.tryAgain);
    this.disconnect(() => true, CLOSE.tryAgain);
    const rows = this.#context.shared === undefined ? batch.updates.length : 'unknown';
    this.#settingAside = setAside(this.name, rows, this.#context, () => this.#finished);
    void this.#load(this.#settingAside);
  }
}
