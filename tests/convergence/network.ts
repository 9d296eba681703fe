import * as Y from 'yjs';
import type { DocumentStore } from '../../server/src/store/index.ts';

/**
 * A relay and the connections to it, in memory and without a clock: every message lies in a queue until
 * the test delivers it, so that one list of steps always gives one course of events. It keeps the relay's
 * order of things: written to the store first, only then applied and sent on.
 */
export interface Network {
  /** Adds a person with their own copy; not connected yet. */
  add(doc: Y.Doc): Line;
  /** Writes what has come in to the store, then sends it on. */
  write(): Promise<void>;
  /** Replaces what the store has by a snapshot. */
  compact(): Promise<void>;
  /** The relay dies with all that is not written, and starts again from the store. */
  crash(): Promise<void>;
  /** Connects everybody and delivers everything, until nothing is under way. */
  settle(): Promise<void>;
  /** The document as a new relay would load it. */
  rebuilt(): Promise<Y.Doc>;
}

/** One person's connection. */
export interface Line {
  connect(): void;
  /** Breaks the connection; what is under way in either direction is lost. */
  drop(): void;
  /** Delivers up to `count` messages of this person to the relay. */
  deliverUp(count: number): void;
  /** Delivers up to `count` messages of the relay to this person. */
  deliverDown(count: number): void;
}

type Message = { readonly question: Uint8Array } | { readonly update: Uint8Array };

interface Wire extends Line {
  readonly doc: Y.Doc;
  connected: boolean;
  /** Whether the relay has had this connection's question: from then on it sends every change. */
  joined: boolean;
  up: Message[];
  down: Message[];
}

/** The origin of what comes in over the network, as y-websocket's provider is. */
const FROM_NETWORK = { name: 'network' };

export async function createNetwork(
  store: DocumentStore,
  document: string,
  first: Uint8Array,
): Promise<Network> {
  const wires: Wire[] = [];
  let gathered: { readonly update: Uint8Array; readonly from: Wire }[] = [];
  await store.append(document, [first]);

  const rebuilt = async (): Promise<Y.Doc> => {
    const stored = await store.load(document);
    const doc = new Y.Doc();
    if (stored?.snapshot) Y.applyUpdate(doc, stored.snapshot);
    for (const update of stored?.updates ?? []) Y.applyUpdate(doc, update);
    return doc;
  };
  let relay = await rebuilt();

  const takeUp = (wire: Wire, message: Message): void => {
    if ('update' in message) {
      gathered.push({ update: message.update, from: wire });
      return;
    }
    wire.joined = true;
    wire.down.push({ update: Y.encodeStateAsUpdate(relay, message.question) });
  };
  const takeDown = (wire: Wire, message: Message): void => {
    if ('update' in message) Y.applyUpdate(wire.doc, message.update, FROM_NETWORK);
    else wire.up.push({ update: Y.encodeStateAsUpdate(wire.doc, message.question) });
  };

  const write = async (): Promise<void> => {
    const batch = gathered;
    gathered = [];
    if (batch.length === 0) return;
    await store.append(
      document,
      batch.map(({ update }) => update),
    );
    for (const { update, from } of batch) {
      Y.applyUpdate(relay, update);
      for (const wire of wires) if (wire.joined && wire !== from) wire.down.push({ update });
    }
  };

  return {
    rebuilt,
    write,
    add(doc) {
      const wire = makeWire(doc, () => relay, takeUp, takeDown);
      wires.push(wire);
      return wire;
    },
    async compact() {
      const stored = await store.load(document);
      if (stored) await store.compact(document, Y.encodeStateAsUpdate(relay), stored.position);
    },
    async crash() {
      gathered = [];
      for (const wire of wires) wire.drop();
      relay = await rebuilt();
    },
    async settle() {
      for (const wire of wires) wire.connect();
      while (gathered.length > 0 || wires.some(({ up, down }) => up.length + down.length > 0)) {
        for (const wire of wires) {
          wire.deliverUp(Number.POSITIVE_INFINITY);
          wire.deliverDown(Number.POSITIVE_INFINITY);
        }
        await write();
      }
    },
  };
}

function makeWire(
  doc: Y.Doc,
  relay: () => Y.Doc,
  takeUp: (wire: Wire, message: Message) => void,
  takeDown: (wire: Wire, message: Message) => void,
): Wire {
  const wire: Wire = {
    doc,
    connected: false,
    joined: false,
    up: [],
    down: [],
    connect() {
      if (wire.connected) return;
      wire.connected = true;
      wire.up.push({ question: Y.encodeStateVector(doc) });
      wire.down.push({ question: Y.encodeStateVector(relay()) });
    },
    drop() {
      wire.connected = false;
      wire.joined = false;
      wire.up = [];
      wire.down = [];
    },
    deliverUp(count) {
      for (const message of wire.up.splice(0, count)) takeUp(wire, message);
    },
    deliverDown(count) {
      for (const message of wire.down.splice(0, count)) takeDown(wire, message);
    },
  };
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== FROM_NETWORK && wire.connected) wire.up.push({ update });
  });
  return wire;
}
