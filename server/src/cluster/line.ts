import type { Bus } from './bus.ts';
import {
  type Change,
  type DocumentMessage,
  decodeDocumentMessage,
  encodeDocumentMessage,
  NO_ROOM,
  type NodePresence,
  type Sender,
} from './messages.ts';

/** What the line about a document tells. A **voice** is one opening of the room on one other node. */
export interface Ears {
  /** A node has written something. */
  changed(change: Change): void;
  /** A voice says how its people are; `all` when who is not among them has left. */
  present(voice: string, states: readonly NodePresence[], all: boolean): void;
  /** A voice is silent from now on, and so are its people. */
  left(voice: string): void;
  /** Others ask for all presence there is here. */
  asked(): void;
  /** Another node has put a snapshot of so many bytes in the place of what was. */
  compacted(bytes: number): void;
  /** Something may have been missed. The line itself has asked for presence. */
  doubt(): void;
}

/** What a line needs of the node it belongs to. */
export interface LineHost extends Ears {
  /** A node gave a sign of life. */
  readonly alive: (node: string) => void;
  readonly closed: () => void;
}

/** Bytes of updates in one message; larger ones are fetched from the store, for which it is made. */
const MOST_CARRIED = 256 * 1024;

interface Voice {
  readonly node: string;
  /** Number of its last message. */
  readonly number: number;
  /** Heartbeats since it was asked and has not answered; `undefined` when it was not asked. */
  unanswered: number | undefined;
}

/** What nodes that have a document open say to each other about it. */
export class Line {
  readonly #document: string;
  readonly #self: Omit<Sender, 'number'>;
  readonly #bus: Bus;
  readonly #host: LineHost;
  readonly #voices = new Map<string, Voice>();
  readonly #unsubscribe: () => void;
  #said = 0;

  constructor(document: string, self: Omit<Sender, 'number'>, bus: Bus, host: LineHost) {
    this.#document = document;
    this.#self = self;
    this.#bus = bus;
    this.#host = host;
    this.#unsubscribe = bus.subscribe(document, {
      heard: (message) => this.#heard(message),
      ready: () => this.doubt(),
    });
  }

  /** Says that a change is written. */
  changed(change: Change): void {
    const bytes = change.updates.reduce((sum, update) => sum + update.byteLength, 0);
    this.#say({ kind: 'change', change: bytes > MOST_CARRIED ? { ...change, updates: [] } : change });
  }

  /** Says how people here are. */
  present(states: readonly NodePresence[], all: boolean): void {
    this.#say({ kind: 'presence', all, states });
  }

  /** Says that a snapshot of so many bytes is in the place of what was. */
  compacted(bytes: number): void {
    this.#say({ kind: 'compacted', bytes });
  }

  /** Something may have been lost, here or on the way out: both sides say all they have. */
  doubt(): void {
    for (const voice of this.#voices.values()) voice.unanswered ??= 0;
    this.#say({ kind: 'ask' });
    this.#host.asked();
    this.#host.doubt();
  }

  /** A heartbeat: voices that were asked and do not answer have left, and that was lost. */
  beat(most: number): void {
    for (const [id, voice] of this.#voices) {
      if (voice.unanswered === undefined) continue;
      if (voice.unanswered >= most) this.#left(id);
      else voice.unanswered++;
    }
  }

  /** A node is gone, and its voices with it. */
  nodeGone(node: string): void {
    for (const [id, voice] of this.#voices) if (voice.node === node) this.#left(id);
  }

  close(): void {
    this.#unsubscribe();
    this.#say({ kind: 'leave' });
    this.#host.closed();
  }

  #say(message: DocumentMessage): void {
    const sender = { ...this.#self, number: ++this.#said };
    this.#bus.publish(this.#document, encodeDocumentMessage(sender, message));
  }

  #heard(bytes: Uint8Array): void {
    const heard = decodeDocumentMessage(bytes);
    if (heard === undefined || heard.sender.node === this.#self.node) return;
    const { sender, message } = heard;
    this.#host.alive(sender.node);
    const voice = `${sender.node}/${sender.opening}`;
    if (message.kind === 'leave') {
      this.#left(voice);
      return;
    }
    if (sender.opening !== NO_ROOM) this.#count(voice, sender);
    this.#tell(voice, message);
  }

  /** Notices what was lost of a voice. */
  #count(id: string, { node, number }: Sender): void {
    const voice = this.#voices.get(id);
    this.#voices.set(id, { node, number, unanswered: undefined });
    if (voice === undefined) this.#leftBehind(id, node);
    if (voice !== undefined && number > voice.number + 1) this.doubt();
  }

  /** A node that opens its room anew has closed it before, though that may have been lost. */
  #leftBehind(newest: string, node: string): void {
    for (const [id, voice] of this.#voices) if (voice.node === node && id !== newest) this.#left(id);
  }

  #tell(voice: string, message: DocumentMessage): void {
    switch (message.kind) {
      case 'change':
        this.#host.changed(message.change);
        return;
      case 'presence':
        this.#host.present(voice, message.states, message.all);
        return;
      case 'ask':
        this.#host.asked();
        return;
      case 'compacted':
        this.#host.compacted(message.bytes);
        return;
      case 'leave':
        return;
    }
  }

  #left(voice: string): void {
    if (this.#voices.delete(voice)) this.#host.left(voice);
  }
}
