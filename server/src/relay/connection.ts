import { BUNDLE_VERSION, CLOSE, type Notice } from '@samenbord/shared/protocol';
import type { RawData, WebSocket } from 'ws';
import type { Author } from './batch.ts';
import { type Frame, FrameError, readFrame } from './frames.ts';
import { Identity } from './identity.ts';
import { Inlet } from './inlet.ts';
import type { RelayLimits } from './limits.ts';
import type { RelayMetrics } from './metrics.ts';
import { Outbox, type OutboxSource } from './outbox.ts';
import { Pace } from './pace.ts';
import type { Speaker } from './presence.ts';
import type { Rights, Session } from './types.ts';
import { Wire } from './wire.ts';

/** What a connection tells the room it belongs to. */
export interface ConnectionHost extends OutboxSource {
  /** A message arrived. Only called between {@link Connection.open} and {@link left}. */
  received(connection: Connection, frame: Frame): void;
  /** The connection is gone; called once. */
  left(connection: Connection): void;
}

/** What all connections of a relay have in common. */
export interface ConnectionContext {
  readonly limits: RelayLimits;
  readonly metrics: RelayMetrics;
  /** An error that is the relay's own fault; the connection is closed. */
  readonly failed: (error: unknown) => void;
}

/** Close code for an error that is ours (RFC 6455). */
const INTERNAL = 1011;

/**
 * One socket, from accepted to gone: takes messages apart within bounds, keeps those back that come
 * before the document is loaded, and counts what it has to acknowledge.
 */
export class Connection implements Speaker, Author {
  readonly session: Session;
  readonly identity: Identity;
  /** Whether what it writes is dropped, but only as long as the document is frozen. */
  frozen: boolean;
  readonly outbox: Outbox;
  /** Since when it waits for its document, or since that is loaded, the relay for its question; ms (monotonic). */
  waitingSince = performance.now();
  /** Whether it has asked for the document; from then on it is sent every change. */
  joined = false;
  /** Whether it was told that it may only read. */
  toldReadOnly = false;
  /** Whether a change of it was refused for the size of the document. */
  refusedTooLarge = false;

  readonly #socket: WebSocket;
  readonly #host: ConnectionHost;
  readonly #context: ConnectionContext;
  readonly #pace: Pace;
  #mayWrite: boolean;
  #early: Uint8Array[] | undefined = [];
  #earlyBytes = 0;
  #paused = false;
  #gone = false;
  #silent = 0;
  #version = 0;
  #received = 0;
  #acknowledged = 0;
  /** For each batch under way with messages of this connection, the number of the first of them. */
  readonly #underWay: number[] = [];

  constructor(
    socket: WebSocket,
    session: Session,
    rights: Rights,
    host: ConnectionHost,
    context: ConnectionContext,
  ) {
    this.session = session;
    this.identity = new Identity(session);
    this.#mayWrite = rights.write;
    this.frozen = !rights.write && rights.frozen === true;
    this.#socket = socket;
    this.#host = host;
    this.#context = context;
    this.#pace = new Pace(context.limits.messagesPerSecond, performance.now());
    this.outbox = new Outbox(new Wire(socket), context.limits, host, context.metrics, () =>
      this.close(CLOSE.tooSlow),
    );
    Inlet.before(socket);
    socket.on('message', (data, isBinary) => this.#message(data, isBinary));
    socket.on('ping', (data) => this.#ping(data));
    socket.on('pong', () => this.#alive());
    socket.on('close', () => this.#leave());
    // ws closes the socket after an error; there is nothing to do but to have listened.
    socket.on('error', () => undefined);
    context.metrics.move('relay_connections', 1);
  }

  /** Whose changes it brings. */
  get person(): string {
    return this.session.person.id;
  }

  get mayWrite(): boolean {
    return this.#mayWrite;
  }

  /** From now on what it writes is dropped, or taken again; it is told. Returns whether that is a change. */
  freeze(frozen: boolean): boolean {
    if (frozen !== this.#mayWrite) return false;
    this.#mayWrite = !frozen;
    this.frozen = frozen;
    this.notice({ code: frozen ? 'frozen' : 'unfrozen' });
    return true;
  }

  get gone(): boolean {
    return this.#gone;
  }

  /** Whether it asked for acknowledgements and notices. */
  get hello(): boolean {
    return this.#version > 0;
  }

  /** It said hello with this version of the protocol. */
  greeted(version: number): void {
    this.#version = Math.max(1, version);
    this.outbox.bundles = version >= BUNDLE_VERSION;
  }

  /** Whether it is being served, that is, its document is loaded. */
  get opened(): boolean {
    return this.#early === undefined;
  }

  /** The document is loaded: serves what came before, and from now on at once. */
  open(): void {
    const early = this.#early ?? [];
    this.#early = undefined;
    this.waitingSince = performance.now();
    for (const bytes of early) this.#take(bytes);
    if (this.#paused) this.#resume();
  }

  /** Counts a changing message. Returns its number on this connection, from 1. */
  countChange(): number {
    return ++this.#received;
  }

  underWay(first: number): void {
    this.#underWay.push(first);
  }

  /** Notes how far the disk is, to be said with what is sent next. */
  onDisk(first: number): void {
    this.#underWay.splice(this.#underWay.indexOf(first), 1);
    this.#settle();
  }

  /** Tells how far the disk is, if that is news and the client asked. */
  acknowledge(): void {
    this.#settle();
    this.outbox.sendAck();
  }

  #settle(): void {
    const settled = this.#underWay.length === 0 ? this.#received : Math.min(...this.#underWay) - 1;
    if (!this.hello || this.#gone || settled <= this.#acknowledged) return;
    this.#acknowledged = settled;
    this.outbox.acknowledge(settled);
  }

  /** Tells something beside the document, if the client asked for that. */
  notice(notice: Notice): void {
    if (this.hello && !this.#gone) this.outbox.notice(notice);
  }

  /** Shows that the relay is there and asks the same of the client. Cuts it when it missed too many. */
  heartbeat(): void {
    if (this.#gone) return;
    if (++this.#silent > this.#context.limits.missedHeartbeats) {
      this.#context.metrics.add('relay_closes_total', 1, 'silent');
      this.#socket.terminate();
      this.#leave();
      return;
    }
    if (this.opened) this.outbox.heartbeat();
    if (this.#socket.bufferedAmount <= this.#context.limits.slowFrom) this.#socket.ping();
  }

  /** Closes with a code of the protocol; nothing of this connection is heard or served after. */
  close(code: number): void {
    if (this.#gone) return;
    this.#context.metrics.add('relay_closes_total', 1, String(code));
    this.#socket.close(code);
    // A paused socket would not hear the answer to the close.
    if (this.#paused) this.#socket.resume();
    const cut = setTimeout(() => this.#socket.terminate(), this.#context.limits.closeGrace);
    this.#socket.once('close', () => clearTimeout(cut));
    this.#leave();
  }

  #leave(): void {
    if (this.#gone) return;
    this.#gone = true;
    this.#early = undefined;
    this.#context.metrics.move('relay_connections', -1);
    this.#host.left(this);
  }

  #alive(): void {
    this.#silent = 0;
  }

  #ping(data: Buffer): void {
    this.#alive();
    if (!this.#gone && this.#socket.bufferedAmount <= this.#context.limits.slowFrom) this.#socket.pong(data);
  }

  #message(data: RawData, isBinary: boolean): void {
    // Others may close the socket as well, such as when a ticket ends: what comes after does not count.
    if (this.#gone || this.#socket.readyState !== this.#socket.OPEN) return;
    this.#alive();
    const { frame: mostBytes } = this.#context.limits;
    if (!isBinary) {
      this.close(CLOSE.malformed);
      return;
    }
    const bytes = asBytes(data);
    if (bytes.byteLength > mostBytes) {
      this.close(CLOSE.tooLarge);
      return;
    }
    const pause = this.#pace.count(performance.now());
    if (pause > 0 && !this.#paused) this.#pauseFor(pause);
    if (this.#early === undefined) this.#take(bytes);
    else this.#keepEarly(bytes);
  }

  #keepEarly(bytes: Uint8Array): void {
    // Of its own, and not the slab that the socket read into.
    this.#early?.push(new Uint8Array(bytes));
    this.#earlyBytes += bytes.byteLength;
    if (this.#earlyBytes < this.#context.limits.beforeLoad || this.#paused) return;
    this.#paused = true;
    this.#socket.pause();
  }

  #pauseFor(pause: number): void {
    this.#paused = true;
    this.#socket.pause();
    setTimeout(() => {
      // Still loading: `open` resumes.
      if (this.#early === undefined && !this.#gone) this.#resume();
    }, pause).unref();
  }

  #resume(): void {
    this.#paused = false;
    this.#socket.resume();
  }

  #take(bytes: Uint8Array): void {
    if (this.#gone) return;
    try {
      const frame = readFrame(bytes);
      this.#context.metrics.add('relay_frames_in_total', 1, frame.kind);
      this.#host.received(this, frame);
    } catch (error) {
      if (!(error instanceof FrameError)) this.#context.failed(error);
      this.close(error instanceof FrameError ? CLOSE.malformed : INTERNAL);
    }
  }
}

/** A message in one piece, perhaps as a view of what the socket read. */
function asBytes(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
