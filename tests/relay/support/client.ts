import {
  encodeHello,
  MESSAGE,
  type Notice,
  readAck,
  readBundle,
  readNotice,
  SYNC,
} from '@samenbord/shared/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { until } from './until.ts';

export interface TestClientOptions {
  /** The document to keep in step; a fresh one otherwise. */
  readonly doc?: Y.Doc;
  /** Whether to say hello. Default yes. */
  readonly hello?: boolean;
  /** Version of the hello; the newest otherwise. */
  readonly version?: number;
  /** Whether to ask for the document on opening. Default yes. */
  readonly join?: boolean;
}

export interface SeenPresence {
  readonly clock: number;
  readonly state: unknown;
}

/** A client written from the protocol alone, which keeps all it is told. */
export class TestClient {
  readonly doc: Y.Doc;
  readonly socket: WebSocket;
  /** Every message received, oldest first; those of a bundle one by one. */
  readonly frames: Uint8Array[] = [];
  /** WebSocket messages received. */
  received = 0;
  readonly notices: Notice[] = [];
  /** What is heard of each client id; a state of `null` says that it left. */
  readonly presence = new Map<number, SeenPresence>();
  /** The newest acknowledgement. */
  acknowledged = 0;
  /** Changing messages sent. */
  sent = 0;
  /** Answers to step 1 received. */
  answers = 0;
  closeCode: number | undefined;
  #clock = 0;

  /** Opens a socket and, unless told otherwise, says hello and joins. */
  static async open(url: string, options: TestClientOptions = {}): Promise<TestClient> {
    const client = new TestClient(url, options);
    await until('the socket is open or closed', () => client.socket.readyState !== WebSocket.CONNECTING);
    return client;
  }

  /** Opens, joins, and waits for the document. */
  static async join(url: string, options: TestClientOptions = {}): Promise<TestClient> {
    const client = await TestClient.open(url, options);
    await until('the document has come', () => client.synced);
    return client;
  }

  constructor(url: string, { doc = new Y.Doc(), hello = true, join = true, version }: TestClientOptions) {
    this.doc = doc;
    this.socket = new WebSocket(url);
    this.socket.binaryType = 'nodebuffer';
    this.socket.on('open', () => {
      if (hello) this.send(encodeHello(version));
      if (join) this.askStep2();
    });
    this.socket.on('message', (data: Buffer) => {
      this.received++;
      this.#receive(new Uint8Array(data));
    });
    this.socket.on('close', (code) => {
      this.closeCode = code;
    });
    this.socket.on('error', () => undefined);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.sendUpdate(update);
    });
  }

  /** Changes the document and sends the change. */
  edit(change: (stickers: Y.Map<unknown>) => void): void {
    this.doc.transact(() => change(this.stickers));
  }

  get stickers(): Y.Map<unknown> {
    return this.doc.getMap('stickers');
  }

  /** Sends any bytes. */
  send(bytes: Uint8Array): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(bytes);
  }

  /** Asks for what the document lacks. */
  askStep2(): void {
    this.send(syncMessage(SYNC.step1, Y.encodeStateVector(this.doc)));
  }

  sendUpdate(update: Uint8Array): void {
    this.sent++;
    this.send(syncMessage(SYNC.update, update));
  }

  /** Says what this client's presence is; `null` for gone. */
  present(state: unknown, client = this.doc.clientID, clock = ++this.#clock): void {
    this.send(presenceMessage([{ client, clock, json: JSON.stringify(state) }]));
  }

  /** Waits until everything sent is acknowledged. */
  allAcknowledged(): Promise<boolean> {
    return until('everything is acknowledged', () => this.acknowledged === this.sent);
  }

  /** Closes and waits for it. */
  async close(): Promise<void> {
    this.socket.close();
    await this.closed();
  }

  /** Waits until the socket is closed; returns the code. */
  closed(): Promise<number> {
    return until('the socket is closed', () => this.closeCode);
  }

  /** Whether a step 2 came. */
  get synced(): boolean {
    return this.answers > 0;
  }

  /** Asks and waits for the answer: whatever the relay had for this client before has arrived then. */
  async roundTrip(): Promise<void> {
    const before = this.answers;
    this.askStep2();
    await until('the answer has come', () => this.answers > before);
  }

  /** Kinds of the messages received. */
  kinds(): number[] {
    return this.frames.map((frame) => frame[0] ?? -1);
  }

  #receive(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame);
    const kind = decoding.readVarUint(decoder);
    if (kind !== MESSAGE.bundle) this.frames.push(frame);
    switch (kind) {
      case MESSAGE.bundle:
        for (const message of readBundle(decoder)) this.#receive(message);
        return;
      case MESSAGE.sync:
        this.#sync(decoder);
        return;
      case MESSAGE.awareness:
        this.#hearPresence(decoding.readVarUint8Array(decoder));
        return;
      case MESSAGE.ack:
        this.acknowledged = readAck(decoder);
        return;
      case MESSAGE.notice: {
        const notice = readNotice(decoder);
        if (notice !== undefined) this.notices.push(notice);
        return;
      }
      default:
        throw new Error(`the relay sent a message of an unknown kind: ${frame[0]}`);
    }
  }

  #sync(decoder: decoding.Decoder): void {
    const step = decoding.readVarUint(decoder);
    const body = decoding.readVarUint8Array(decoder);
    if (step === SYNC.step1) {
      this.sent++;
      this.send(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(this.doc, body)));
      return;
    }
    if (step === SYNC.step2) this.answers++;
    Y.applyUpdate(this.doc, body, this);
  }

  #hearPresence(body: Uint8Array): void {
    const decoder = decoding.createDecoder(body);
    const count = decoding.readVarUint(decoder);
    for (let index = 0; index < count; index++) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const state: unknown = JSON.parse(decoding.readVarString(decoder));
      this.presence.set(client, { clock, state });
    }
  }
}

/** A sync message: step 1, step 2 or update. */
export function syncMessage(step: number, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

/** A presence message. */
export function presenceMessage(
  states: readonly { readonly client: number; readonly clock: number; readonly json: string }[],
): Uint8Array {
  const inner = encoding.createEncoder();
  encoding.writeVarUint(inner, states.length);
  for (const { client, clock, json } of states) {
    encoding.writeVarUint(inner, client);
    encoding.writeVarUint(inner, clock);
    encoding.writeVarString(inner, json);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
  return encoding.toUint8Array(encoder);
}

/** An update that sets one key, made by a document of its own. */
export function updateThatSets(key: string, value: unknown): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap('stickers').set(key, value);
  return Y.encodeStateAsUpdate(doc);
}
