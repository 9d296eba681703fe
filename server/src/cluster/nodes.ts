import { randomUUID } from 'node:crypto';
import type { Log } from '../store/log.ts';
import type { Bus } from './bus.ts';
import { type Ears, Line } from './line.ts';
import {
  type Change,
  decodeNodeMessage,
  encodeDocumentMessage,
  encodeNodeMessage,
  NO_ROOM,
  type NodeMessage,
  type NoteName,
  type Withdrawal,
} from './messages.ts';
import type { NodePaces } from './paces.ts';

/** The channel on which nodes speak of themselves; no document has a name like it. */
const NODES = '*nodes';

export interface NodesOptions {
  readonly bus: Bus;
  readonly log: Log;
  readonly paces: NodePaces;
}

/** This node among the others: who is alive, whether the bus carries, and a line per open document. */
export class Nodes {
  /** Its id: another at each start. */
  readonly self: string = randomUUID();
  readonly paces: NodePaces;
  readonly #bus: Bus;
  readonly #log: Log;
  readonly #lines = new Map<string, Line>();
  /** Heartbeats missed of each node that is heard of. */
  readonly #missed = new Map<string, number>();
  readonly #withdrawn: ((withdrawal: Withdrawal) => void)[] = [];
  readonly #noted: ((name: NoteName) => void)[] = [];
  readonly #carryingChanged: ((carrying: boolean) => void)[] = [];
  readonly #unsubscribe: () => void;
  readonly #timer: NodeJS.Timeout;
  /** Own heartbeats that have not come back. */
  #unheard = 0;
  #carrying = false;
  #said = 0;
  #openings = 0;

  constructor({ bus, log, paces }: NodesOptions) {
    this.#bus = bus;
    this.#log = log;
    this.paces = paces;
    this.#unsubscribe = bus.subscribe(NODES, {
      heard: (message) => this.#heard(message),
      ready: () => this.#say({ kind: 'alive' }),
    });
    this.#timer = setInterval(() => this.#beat(), paces.heartbeat).unref();
  }

  /** Whether what is said is heard: our own signs of life come back. */
  get carrying(): boolean {
    return this.#carrying;
  }

  /** Ids of the other nodes that are alive. */
  get others(): readonly string[] {
    return [...this.#missed.keys()];
  }

  /** Opens the line about a document. */
  line(document: string, ears: Ears): Line {
    const line: Line = new Line(document, { node: this.self, opening: ++this.#openings }, this.#bus, {
      ...ears,
      alive: (node) => this.#alive(node),
      closed: () => {
        if (this.#lines.get(document) === line) this.#lines.delete(document);
      },
    });
    this.#lines.set(document, line);
    return line;
  }

  /** Says that a document was changed that is not open here. */
  changed(document: string, change: Change): void {
    const sender = { node: this.self, opening: NO_ROOM, number: 0 };
    this.#bus.publish(document, encodeDocumentMessage(sender, { kind: 'change', change }));
  }

  /** Tells the others that a link was withdrawn. */
  withdraw(withdrawal: Withdrawal): void {
    this.#say({ kind: 'withdrawn', withdrawal });
  }

  /** Calls `listener` when another node has withdrawn a link. */
  onWithdrawn(listener: (withdrawal: Withdrawal) => void): void {
    this.#withdrawn.push(listener);
  }

  /** Tells the others that a note was written which they follow. */
  noted(note: NoteName): void {
    this.#say({ kind: 'noted', note });
  }

  /** Calls `listener` when another node says that a note was written. */
  onNoted(listener: (name: NoteName) => void): void {
    this.#noted.push(listener);
  }

  /** Calls `listener` whenever {@link carrying} changes. */
  onCarrying(listener: (carrying: boolean) => void): void {
    this.#carryingChanged.push(listener);
  }

  /** Takes leave of the others. The bus is not closed. */
  close(): void {
    clearInterval(this.#timer);
    for (const line of [...this.#lines.values()]) line.close();
    this.#say({ kind: 'bye' });
    this.#unsubscribe();
  }

  #say(message: NodeMessage): void {
    const sender = { node: this.self, opening: NO_ROOM, number: ++this.#said };
    this.#bus.publish(NODES, encodeNodeMessage(sender, message));
  }

  /** Counted in beats and not in time: after a pause of our own nobody else looks dead. */
  #beat(): void {
    const { missedHeartbeats } = this.paces;
    this.#unheard++;
    if (this.#unheard > missedHeartbeats) {
      this.#carries(false);
      if (this.#unheard % (3 * missedHeartbeats) === 0) this.#bus.renew();
    }
    for (const [node, missed] of this.#missed) {
      if (missed >= missedHeartbeats) this.#gone(node);
      else this.#missed.set(node, missed + 1);
    }
    for (const line of this.#lines.values()) line.beat(missedHeartbeats);
    this.#say({ kind: 'alive' });
  }

  #heard(bytes: Uint8Array): void {
    const heard = decodeNodeMessage(bytes);
    if (heard === undefined) return;
    const { sender, message } = heard;
    if (sender.node === this.self) {
      this.#unheard = 0;
      this.#carries(true);
      return;
    }
    if (message.kind === 'bye') {
      this.#gone(sender.node);
      return;
    }
    this.#alive(sender.node);
    if (message.kind === 'withdrawn') for (const tell of this.#withdrawn) tell(message.withdrawal);
    if (message.kind === 'noted') for (const tell of this.#noted) tell(message.note);
  }

  #alive(node: string): void {
    if (!this.#missed.has(node)) this.#log.info({ node }, 'another node is there');
    this.#missed.set(node, 0);
  }

  #gone(node: string): void {
    if (!this.#missed.delete(node)) return;
    this.#log.info({ node }, 'another node is gone');
    for (const line of this.#lines.values()) line.nodeGone(node);
  }

  #carries(carrying: boolean): void {
    if (this.#carrying === carrying) return;
    this.#carrying = carrying;
    if (carrying) this.#log.info({}, 'the bus between the nodes carries');
    else this.#log.warn({}, 'the bus between the nodes carries nothing; changes go through the database');
    for (const tell of this.#carryingChanged) tell(carrying);
    // What was said while it did not carry has not come.
    if (carrying) for (const line of this.#lines.values()) line.doubt();
  }
}
