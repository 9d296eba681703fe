import { Distribution } from './distribution.ts';

/**
 * Counting deliveries. A delivery is a pair of one message that one person sent and one other person who
 * got to see it. Relays may merge: what counts is not frames but what the frames a person received
 * *cover*. A document update takes a range of the sender's Yjs clock and is delivered with the first frame
 * after which the receiver has all of that range. Presence carries a clock too; a newer state covers the
 * older ones that it replaced, which nobody needs to see any more.
 */

/** A half-open range of Yjs clocks. */
export interface ClockRange {
  readonly from: number;
  readonly to: number;
}

/** What one person sent, in order; a time is `undefined` for what was prepared and never sent. */
export interface SentBy {
  /** The Yjs client id of document and presence. */
  readonly client: number;
  readonly updates: readonly (ClockRange & { readonly at: number | undefined })[];
  readonly states: readonly { readonly clock: number; readonly at: number | undefined }[];
}

/** What one received frame says, as far as it counts. */
export interface ReceivedFrame {
  /** When it arrived, ms on the sender's clock. */
  readonly at: number;
  readonly structs: readonly (ClockRange & { readonly client: number })[];
  readonly states: readonly { readonly client: number; readonly clock: number }[];
}

export interface Receiver {
  /** Its own client id: what comes back to its sender is no delivery. */
  readonly client: number;
  readonly frames: Iterable<ReceivedFrame>;
}

/** ms on the same clock, both ends included. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** The count for one kind of message. */
export interface Deliveries {
  /** Seen by a receiver within the window, whenever it was sent: the throughput. */
  inWindow: number;
  /** Sent within the window, times the people who should see it. */
  due: number;
  /** Of those due, how many were seen by the end of the recording. */
  seen: number;
  /** From send to seen, ms, of those due and seen. */
  readonly latency: Distribution;
}

export interface Counted {
  readonly updates: Deliveries;
  readonly states: Deliveries;
  /** Of the presence deliveries in the window, how many came as a newer state in place of it. */
  superseded: number;
}

/** Counts what the receivers of one board saw of what its senders sent. */
export function countDeliveries(
  senders: readonly SentBy[],
  receivers: readonly Receiver[],
  window: Window,
): Counted {
  const counted: Counted = { updates: none(), states: none(), superseded: 0 };
  for (const receiver of receivers) {
    const others = senders.filter(({ client }) => client !== receiver.client);
    const seen = new Map(others.map((sender) => [sender.client, new Seen(sender, counted, window)]));
    for (const frame of receiver.frames) {
      for (const range of frame.structs) seen.get(range.client)?.range(range, frame.at);
      for (const { client, clock } of frame.states) seen.get(client)?.state(clock, frame.at);
    }
  }
  return counted;
}

const none = (): Deliveries => ({ inWindow: 0, due: 0, seen: 0, latency: new Distribution() });

const within = (time: number, { from, to }: Window): boolean => time >= from && time <= to;

/** What one receiver has seen of one sender. */
class Seen {
  readonly #sent: SentBy;
  readonly #counted: Counted;
  readonly #window: Window;
  /** The clocks of each update that have not arrived yet. */
  readonly #missing: number[];
  /** Clocks that arrived, so that an update that comes twice counts once. */
  readonly #arrived = new Set<number>();
  #nextUpdate = 0;
  #nextState = 0;

  constructor(sent: SentBy, counted: Counted, window: Window) {
    this.#sent = sent;
    this.#counted = counted;
    this.#window = window;
    this.#missing = sent.updates.map(({ from, to }) => to - from);
    for (const { at } of sent.updates) if (at !== undefined && within(at, window)) counted.updates.due += 1;
    for (const { at } of sent.states) if (at !== undefined && within(at, window)) counted.states.due += 1;
  }

  range({ from, to }: ClockRange, at: number): void {
    const { updates } = this.#sent;
    const first = updates[0]?.from ?? 0;
    for (let clock = Math.max(from, first); clock < to; clock++) {
      const index = this.#updateOf(clock);
      if (index === undefined || this.#arrived.has(clock)) continue;
      this.#arrived.add(clock);
      const missing = (this.#missing[index] ?? 0) - 1;
      this.#missing[index] = missing;
      if (missing === 0) this.#delivered(this.#counted.updates, updates[index]?.at, at);
    }
  }

  state(clock: number, at: number): void {
    const { states } = this.#sent;
    for (let state = states[this.#nextState]; state !== undefined; state = states[this.#nextState]) {
      if (state.clock > clock) break;
      this.#nextState += 1;
      this.#delivered(this.#counted.states, state.at, at);
      if (state.clock < clock && within(at, this.#window)) this.#counted.superseded += 1;
    }
  }

  /** The update that holds a clock. They are in order, and so is most of what arrives: it starts where it was. */
  #updateOf(clock: number): number | undefined {
    const { updates } = this.#sent;
    const holds = (index: number): boolean => {
      const update = updates[index];
      return update !== undefined && clock >= update.from && clock < update.to;
    };
    if (!holds(this.#nextUpdate)) {
      if (holds(this.#nextUpdate + 1)) this.#nextUpdate += 1;
      else {
        const index = updates.findIndex((_, at) => holds(at));
        if (index === -1) return undefined;
        this.#nextUpdate = index;
      }
    }
    return this.#nextUpdate;
  }

  #delivered(deliveries: Deliveries, sentAt: number | undefined, at: number): void {
    if (sentAt === undefined) throw new Error('a message arrived that was never sent');
    if (within(at, this.#window)) deliveries.inWindow += 1;
    if (!within(sentAt, this.#window)) return;
    deliveries.seen += 1;
    deliveries.latency.add(at - sentAt);
  }
}
