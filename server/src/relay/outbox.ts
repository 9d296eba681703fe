import { encodeAck, encodeNotice, type Notice } from '@samenbord/shared/protocol';
import type { WebSocket } from 'ws';
import { presenceFrame, updateFrame } from './frames.ts';
import type { RelayMetrics } from './metrics.ts';
import { mergeUpdates } from './updates.ts';

export interface OutboxBounds {
  /** Unsent bytes on the socket from which on the reader counts as slow. */
  readonly slowFrom: number;
  /** Bytes of updates held back for a slow reader. */
  readonly held: number;
}

/** Where an outbox gets, once its reader has caught up, what it did not keep. */
export interface OutboxSource {
  /** The answer to a step 1. */
  answer(stateVector: Uint8Array): readonly Uint8Array[];
  /** Present states of these clients, or of all. */
  presence(of?: Iterable<number>): Uint8Array | undefined;
}

/** What a message is, for the figures. */
type Kind = 'step1' | 'step2' | 'update' | 'presence' | 'ack' | 'notice';

/**
 * One connection's way out. While its reader keeps up, messages go straight to the socket. When more than
 * `slowFrom` bytes wait there, presence is not sent but remembered by client id, updates are held and
 * merged, answers and acknowledgements are remembered as the newest one; all of it follows when the
 * socket has emptied. What is held is bounded: an outbox that is over tells its owner once.
 */
export class Outbox {
  readonly #socket: WebSocket;
  readonly #bounds: OutboxBounds;
  readonly #source: OutboxSource;
  readonly #metrics: RelayMetrics;
  readonly #overflow: () => void;
  readonly #sent = () => {
    try {
      this.#catchUp();
    } catch {
      // An answer that cannot be made any more; the client comes back for a new one.
      this.#overflow();
    }
  };

  #waiting = false;
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  #stateVector: Uint8Array | undefined;
  #stale: Set<number> | 'all' = new Set();
  #ack: number | undefined;
  #notices = new Map<string, Notice>();
  #spoke = false;

  /** @param overflow called when a reader is too slow to be kept. */
  constructor(
    socket: WebSocket,
    bounds: OutboxBounds,
    source: OutboxSource,
    metrics: RelayMetrics,
    overflow: () => void,
  ) {
    this.#socket = socket;
    this.#bounds = bounds;
    this.#source = source;
    this.#metrics = metrics;
    this.#overflow = overflow;
  }

  /** The relay's step 1; small, and sent before anything else. */
  question(frame: Uint8Array): void {
    this.#write(frame, 'step1');
  }

  /** Answers a step 1. Of several asked while the reader is slow, the newest is answered. */
  answer(stateVector: Uint8Array): void {
    if (this.#slow()) {
      this.#stateVector = stateVector;
      return;
    }
    for (const frame of this.#source.answer(stateVector)) this.#write(frame, 'step2');
  }

  /** A document change: `frame` is `update` as a message, made once for everybody. */
  update(frame: Uint8Array, update: Uint8Array): void {
    if (!this.#slow()) {
      this.#write(frame, 'update');
      return;
    }
    // The answer that is still to be made will have it in.
    if (this.#stateVector !== undefined) return;
    this.#held.push(update);
    this.#heldBytes += update.byteLength;
    this.#metrics.add('relay_updates_held_total');
    if (this.#heldBytes > this.#bounds.held) this.#overflow();
  }

  /** Presence of the clients `of`, as a message made once for everybody. */
  presence(frame: Uint8Array, of: readonly { readonly client: number }[]): void {
    if (!this.#slow()) {
      this.#write(frame, 'presence');
      return;
    }
    this.#metrics.add('relay_presence_skipped_total');
    if (this.#stale !== 'all') for (const { client } of of) this.#stale.add(client);
  }

  /** Everybody's presence. */
  allPresence(): void {
    if (this.#slow()) {
      this.#stale = 'all';
      return;
    }
    const frame = this.#source.presence();
    if (frame !== undefined) this.#write(frame, 'presence');
  }

  /** Acknowledges the first `count` changing messages. */
  ack(count: number): void {
    if (this.#slow()) this.#ack = count;
    else this.#write(encodeAck(count), 'ack');
  }

  /** Tells something beside the document; while the reader is slow, the newest of each code is kept. */
  notice(notice: Notice): void {
    if (this.#slow()) this.#notices.set(notice.code, notice);
    else this.#write(encodeNotice(notice), 'notice');
  }

  /** A sign of life, unless something else was sent since the last call. */
  heartbeat(): void {
    this.#sent();
    if (!this.#spoke && !this.#slow()) this.#write(presenceFrame([]), 'presence');
    this.#spoke = false;
  }

  /** Whether to keep a message back; if so, {@link #catchUp} will run when the socket has emptied. */
  #slow(): boolean {
    const slow = this.#waiting || this.#socket.bufferedAmount > this.#bounds.slowFrom;
    this.#waiting = slow;
    return slow;
  }

  #write(frame: Uint8Array, kind: Kind): void {
    const { bufferedAmount, readyState, OPEN } = this.#socket;
    if (readyState !== OPEN) return;
    this.#spoke = true;
    this.#metrics.add('relay_frames_out_total', 1, kind);
    this.#metrics.add('relay_bytes_out_total', frame.byteLength);
    // Only a message that may make the reader slow needs to be followed until it has left.
    if (bufferedAmount + frame.byteLength > this.#bounds.slowFrom / 2) this.#socket.send(frame, this.#sent);
    else this.#socket.send(frame);
  }

  #catchUp(): void {
    if (!this.#waiting || this.#socket.bufferedAmount > this.#bounds.slowFrom / 2) return;
    this.#waiting = false;
    const stateVector = this.#stateVector;
    const held = this.#held;
    const stale = this.#stale;
    const ack = this.#ack;
    const notices = this.#notices;
    this.#stateVector = undefined;
    this.#held = [];
    this.#heldBytes = 0;
    this.#stale = new Set();
    this.#ack = undefined;
    this.#notices = new Map();
    // Each of these keeps itself again if the one before it filled the socket.
    for (const update of mergeUpdates(held)) this.update(updateFrame(update), update);
    if (stateVector !== undefined) this.answer(stateVector);
    if (stale === 'all') this.allPresence();
    else if (stale.size > 0) this.#presenceAgain(stale);
    if (ack !== undefined) this.ack(ack);
    for (const notice of notices.values()) this.notice(notice);
  }

  #presenceAgain(clients: Set<number>): void {
    const frame = this.#source.presence(clients);
    if (frame === undefined) return;
    this.presence(
      frame,
      [...clients].map((client) => ({ client })),
    );
  }
}
