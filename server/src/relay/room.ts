import { CLOSE } from '@samenbord/shared/protocol';
import type { WebSocket } from 'ws';
import { Audience } from './audience.ts';
import { Connection, type ConnectionContext, type ConnectionHost } from './connection.ts';
import { Desk } from './desk.ts';
import { Ending } from './ending.ts';
import type { RoomFigures } from './figures.ts';
import { Flow, type FlowContext } from './flow.ts';
import { type Frame, presenceFrame } from './frames.ts';
import { Intake } from './intake.ts';
import type { OpenDocument } from './opening.ts';
import { Presence } from './presence.ts';
import type { Rest, Resting } from './rest.ts';
import { Stay } from './stay.ts';
import type { Rights, Session } from './types.ts';

/** What a room needs of the relay. */
export interface RoomContext extends FlowContext {
  /** What puts them to rest. */
  readonly rest: Rest;
  /** The room has left memory: the next who comes gets a new one. */
  readonly finished: (room: Room) => void;
}

let rooms = 0;

/**
 * One open document and the people who have it open: takes their changes and presence, and sends them on once
 * they are written. It puts its parts together; what each of them does is said there. The rules are numbered in
 * SPEC.md.
 */
export class Room implements ConnectionHost, Resting {
  readonly name: string;
  /** Counts the rooms there were. */
  readonly number = ++rooms;
  /** What the server itself does with the document. */
  readonly desk: Desk;
  /** How people are sent away. */
  readonly ending: Ending;
  readonly #context: RoomContext;
  readonly #connectionContext: ConnectionContext;
  readonly #audience = new Audience();
  readonly #stay: Stay;
  readonly #presence: Presence;
  readonly #flow: Flow;
  readonly #intake: Intake;

  /** @param after what the store is doing with this document already; loading waits for it. */
  constructor(name: string, context: RoomContext, after: Promise<unknown>) {
    this.name = name;
    this.#context = context;
    const { log, metrics, limits } = context;
    const failed = (error: unknown): void =>
      log.error({ document: name, err: error }, 'a message could not be handled');
    this.#connectionContext = { limits, metrics, failed };
    this.#presence = new Presence(limits);
    this.#stay = this.#begin();
    this.#flow = new Flow(name, context, {
      audience: this.#audience,
      presence: this.#presence,
      stay: this.#stay,
      changed: () => this.#changed(),
      over: () => void this.ending.discard(CLOSE.over),
      failed,
    });
    const { journal, gathering, peers, care } = this.#flow;
    const parts = { stay: this.#stay, audience: this.#audience, journal, gathering, peers, care };
    this.#intake = new Intake({
      ...parts,
      limits,
      metrics,
      presence: this.#presence,
      gathered: () => this.#flow.gathered(),
    });
    this.desk = new Desk({ ...parts, name });
    this.ending = new Ending({ ...parts, desk: this.desk });
    metrics.move('relay_rooms', 1);
    this.#stay.begin(after);
  }

  /** Serves a socket from now on. */
  accept(socket: WebSocket, session: Session, rights: Rights): void {
    const connection = new Connection(socket, session, rights, this, this.#connectionContext);
    this.#audience.add(connection);
    this.#stay.keep();
    if (this.#stay.open !== undefined) this.#greet(connection, this.#stay.open);
  }

  /** Asks anew who may write; who may again is asked for what was dropped meanwhile. */
  reconsider(mayWrite: (session: Session) => boolean): void {
    for (const connection of this.#audience.all()) {
      const may = mayWrite(connection.session);
      if (connection.freeze(!may) && may && this.#stay.open !== undefined)
        connection.outbox.question(this.#stay.open.document.question());
    }
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
    this.#stay.open?.document.forgetEncodings(now - encodingKept);
  }

  /** How it stands. @param now ms (monotonic) */
  figures(now: number): RoomFigures {
    const queued = this.#audience.all().reduce((sum, { outbox }) => sum + outbox.queued, 0);
    return {
      relay_unsaved_seconds: (now - (this.#flow.journal.unsavedSince ?? now)) / 1000,
      relay_store_queue_bytes: this.#flow.journal.backlog,
      relay_reader_queue_bytes: queued,
    };
  }

  rest(): void {
    const document = this.#stay.open?.document;
    if (document === undefined || document.asleep) return;
    document.sleep(this.#context.limits.restMost);
    if (document.asleep) this.#context.metrics.move('relay_sleeping_rooms', 1);
  }

  // What connections tell.

  received(connection: Connection, frame: Frame): void {
    // What comes after the relay began to close is not taken, so that it is not acknowledged either.
    const { open, closing } = this.#stay;
    if (!closing && open !== undefined) this.#intake.take(connection, frame, open);
  }

  left(connection: Connection): void {
    this.#audience.delete(connection);
    this.#presence.leave(connection, performance.now());
    if (this.#presence.hasChanged && this.#audience.size > 0) this.#flow.gathering.note(this.#audience.size);
    if (this.#audience.size === 0) this.#stay.lingerOn();
  }

  answer(stateVector: Uint8Array): readonly Uint8Array[] {
    return this.#stay.open?.document.answer(stateVector, performance.now()) ?? [];
  }

  presence(of?: Iterable<number>): Uint8Array | undefined {
    const states = this.#presence.states(of);
    return states.length === 0 ? undefined : presenceFrame(states);
  }

  // Loading and leaving memory.

  #begin(): Stay {
    return new Stay(this.name, this.#context, {
      loaded: (open) => this.#loaded(open),
      notLoaded: (code) => this.#audience.close(code),
      isEmpty: () => this.#audience.size === 0,
      isSaved: () => this.#flow.journal.idle,
      settled: () => this.#settled(),
      over: () => this.#over(),
    });
  }

  #loaded(open: OpenDocument): void {
    open.document.woke = () => {
      this.#context.metrics.move('relay_sleeping_rooms', -1);
      this.#changed();
    };
    this.#changed();
    this.#flow.loaded(open);
    for (const connection of this.#audience.all()) this.#greet(connection, open);
    this.#flow.served(open);
  }

  #greet(connection: Connection, { document }: OpenDocument): void {
    connection.outbox.question(document.question());
    connection.outbox.allPresence();
    connection.open();
  }

  async #settled(): Promise<void> {
    await this.#flow.journal.whenIdle();
    const { open } = this.#stay;
    if (open?.compaction.worthwhile && this.#audience.size === 0) await this.#flow.care.compact(open);
  }

  #over(): void {
    const { rest, metrics, finished } = this.#context;
    this.#flow.stop();
    rest.delete(this);
    metrics.move('relay_rooms', -1);
    finished(this);
  }

  #changed(): void {
    this.#context.rest.changed(this, performance.now());
  }
}
