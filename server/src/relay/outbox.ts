import { encodeAck, encodeNotice, type Notice } from '@samenbord/shared/protocol';
import { presenceFrame, updateFrame } from './frames.ts';
import type { RelayMetrics } from './metrics.ts';
import { bundleHead, type News, type Parts } from './news.ts';
import { NO_HEAD, type ReadyFrame } from './ready.ts';
import { mergeUpdates } from './updates.ts';
import type { Wire } from './wire.ts';

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
type Kind = 'step1' | 'step2' | 'update' | 'presence' | 'ack' | 'notice' | 'bundle';

/**
 * One connection's way out. While its reader keeps up, messages go straight to the socket. When more than
 * `slowFrom` bytes wait there, presence is not sent but remembered by client id, updates are held and
 * merged, answers and acknowledgements are remembered as the newest one; all of it follows when the
 * socket has emptied. What is held is bounded: an outbox that is over tells its owner once.
 */
export class Outbox {
  /** Whether the reader takes several messages in one. */
  bundles = false;
  readonly #wire: Wire;
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
    wire: Wire,
    bounds: OutboxBounds,
    source: OutboxSource,
    metrics: RelayMetrics,
    overflow: () => void,
  ) {
    this.#wire = wire;
    this.#bounds = bounds;
    this.#source = source;
    this.#metrics = metrics;
    this.#overflow = overflow;
  }

  /** Bytes that its reader has not taken yet. */
  get queued(): number {
    return this.#wire.unsent + this.#heldBytes;
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

  /** Changes and presence, made ready once for everybody, and with them the acknowledgement that waits. */
  tell(news: News, parts: Parts): void {
    if (parts.updates) this.#metrics.add('relay_updates_out_total', news.updates.length);
    if ((parts.updates || parts.presence) && this.#slow()) {
      this.#keep(news, parts);
    } else if (this.bundles && this.#isSeveral(news, parts)) {
      this.#writeReady(news.bundle(parts), bundleHead(this.#ack), 'bundle');
      this.#ack = undefined;
    } else {
      if (parts.updates) for (const frame of news.updateFrames) this.#writeReady(frame, NO_HEAD, 'update');
      if (parts.presence) this.#writeReady(news.presenceFrame, NO_HEAD, 'presence');
      this.sendAck();
    }
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

  /** Acknowledges the first `count` changing messages, with what is told next or by {@link sendAck}. */
  acknowledge(count: number): void {
    this.#ack = count;
  }

  /** Sends the acknowledgement that waits, if one does. */
  sendAck(): void {
    if (this.#ack === undefined || this.#slow()) return;
    this.#write(encodeAck(this.#ack), 'ack');
    this.#ack = undefined;
  }

  /**
   * Tells something beside the document; while the reader is slow, the newest of each code is kept. What says
   * whether writes are taken is small and never later than the acknowledgement of a write.
   */
  notice(notice: Notice): void {
    const atOnce = notice.code === 'frozen' || notice.code === 'unfrozen';
    // Of what came before is known now whether it was taken.
    if (atOnce) this.sendAck();
    if (!atOnce && this.#slow()) this.#notices.set(notice.code, notice);
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
    const slow = this.#waiting || this.#wire.unsent > this.#bounds.slowFrom;
    this.#waiting = slow;
    return slow;
  }

  #isSeveral({ updates }: News, parts: Parts): boolean {
    const messages = (parts.updates ? updates.length : 0) + (parts.presence ? 1 : 0);
    return messages + (this.#ack === undefined ? 0 : 1) > 1;
  }

  #keep(news: News, parts: Parts): void {
    if (parts.updates) for (const update of news.updates) this.#hold(update);
    if (parts.presence) this.#skip(news.states);
  }

  #hold(update: Uint8Array): void {
    // The answer that is still to be made will have it in.
    if (this.#stateVector !== undefined) return;
    this.#held.push(update);
    this.#heldBytes += update.byteLength;
    this.#metrics.add('relay_updates_held_total');
    if (this.#heldBytes > this.#bounds.held) this.#overflow();
  }

  #skip(states: readonly { readonly client: number }[]): void {
    this.#metrics.add('relay_presence_skipped_total');
    if (this.#stale !== 'all') for (const { client } of states) this.#stale.add(client);
  }

  #write(message: Uint8Array, kind: Kind): void {
    const sent = this.#leaving(message.byteLength, kind);
    if (sent !== 'closed') this.#wire.send(message, sent);
  }

  #writeReady(frame: ReadyFrame, head: Uint8Array, kind: Kind): void {
    const sent = this.#leaving(frame.byteLength + head.byteLength, kind);
    if (sent !== 'closed') this.#wire.sendReady(frame, head, sent);
  }

  /** Counts a message; gives what to call when it has left, if that is of interest. */
  #leaving(bytes: number, kind: Kind): (() => void) | undefined | 'closed' {
    if (!this.#wire.open) return 'closed';
    this.#spoke = true;
    this.#metrics.add('relay_frames_out_total', 1, kind);
    this.#metrics.add('relay_bytes_out_total', bytes);
    // Only a message that may make the reader slow needs to be followed until it has left.
    return this.#wire.unsent + bytes > this.#bounds.slowFrom / 2 ? this.#sent : undefined;
  }

  #catchUp(): void {
    if (!this.#waiting || this.#wire.unsent > this.#bounds.slowFrom / 2) return;
    this.#waiting = false;
    const stateVector = this.#stateVector;
    const held = this.#held;
    const stale = this.#stale;
    const notices = this.#notices;
    this.#stateVector = undefined;
    this.#held = [];
    this.#heldBytes = 0;
    this.#stale = new Set();
    this.#notices = new Map();
    // Each of these keeps itself again if the one before it filled the socket.
    for (const update of mergeUpdates(held)) {
      if (this.#slow()) this.#hold(update);
      else this.#write(updateFrame(update), 'update');
    }
    if (stateVector !== undefined) this.answer(stateVector);
    if (stale === 'all') this.allPresence();
    else if (stale.size > 0) this.#presenceAgain(stale);
    this.sendAck();
    for (const notice of notices.values()) this.notice(notice);
  }

  #presenceAgain(clients: Set<number>): void {
    if (this.#slow()) {
      this.#skip([...clients].map((client) => ({ client })));
      return;
    }
    const frame = this.#source.presence(clients);
    if (frame !== undefined) this.#write(frame, 'presence');
  }
}
