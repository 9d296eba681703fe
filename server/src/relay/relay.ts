import { setTimeout } from 'node:timers/promises';
import { CLOSE } from '@samenbord/shared/protocol';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Nodes } from '../cluster/index.ts';
import type { Log } from '../store/log.ts';
import {
  type DocumentStore,
  type SharedDocumentStore,
  type StoredDocument,
  StoreError,
} from '../store/types.ts';
import { Turns } from '../turns.ts';
import type { Migrate } from './document.ts';
import { type RelayFigures, togetherIn } from './figures.ts';
import { RELAY_LIMITS, type RelayLimits } from './limits.ts';
import type { Lives } from './lives.ts';
import { noMetrics, type RelayMetrics } from './metrics.ts';
import type { OwnPlaces } from './own.ts';
import type { Shared } from './peers.ts';
import { Pulse } from './pulse.ts';
import { Rest } from './rest.ts';
import { Room, type RoomContext } from './room.ts';
import type { Relay, Rights, Session } from './types.ts';
import { checkUpdate } from './updates.ts';
import { Watch } from './watch.ts';

export interface RelayOptions {
  readonly store: DocumentStore;
  readonly log: Log;
  readonly metrics?: RelayMetrics;
  /** Bounds and paces that differ from {@link RELAY_LIMITS}. */
  readonly limits?: Partial<RelayLimits>;
  /** Brings a document to the newest schema; run after it is loaded and before anybody is answered. */
  readonly migrate?: Migrate;
  /** What sessions do not write, whatever else they may in a document; nothing otherwise. */
  readonly own?: OwnPlaces;
  /** Which documents may be begun anew under their names, and how they stand. */
  readonly lives?: Lives;
  /** The other nodes, and the store that this one shares with them, which is {@link store} then. */
  readonly shared?: { readonly store: SharedDocumentStore; readonly nodes: Nodes };
}

function meet(shared: NonNullable<RelayOptions['shared']>, log: Log, metrics: RelayMetrics): Shared {
  shared.nodes.onCarrying((carrying) => metrics.move('relay_bus_up', carrying ? 1 : -1));
  return { ...shared, watch: new Watch(shared.store, shared.nodes, log) };
}

function merged(stored: StoredDocument | undefined): Uint8Array | undefined {
  if (stored === undefined) return undefined;
  const { snapshot, updates } = stored;
  return Y.mergeUpdates(snapshot === undefined ? [...updates] : [snapshot, ...updates]);
}

function turnAway(socket: WebSocket): void {
  socket.on('error', () => undefined);
  socket.close(CLOSE.restarting);
}

function figuresOf(rooms: ReadonlyMap<string, Room>, pulse: Pulse): RelayFigures {
  const now = performance.now();
  const together = togetherIn([...rooms.values()].map((room) => room.figures(now)));
  return { ...together, relay_coalescing_ratio: pulse.ratio() };
}

/** In how many parts signs of life are given, so that many rooms do not do it in one turn. */
const SLICES = 12;

/** Sweeps each room once in every `heartbeat`, ms. */
function sweeping(rooms: ReadonlyMap<string, Room>, heartbeat: number): NodeJS.Timeout {
  let slice = 0;
  const sweep = (): void => {
    slice = (slice + 1) % SLICES;
    for (const room of rooms.values()) if (room.number % SLICES === slice) room.sweep(performance.now());
  };
  return setInterval(sweep, heartbeat / SLICES).unref();
}

/** Makes the relay: the rooms in memory, one per open document, and the sockets in them. */
export function createRelay(options: RelayOptions): Relay {
  const { store, log, metrics = noMetrics, migrate, lives, own } = options;
  const limits: RelayLimits = { ...RELAY_LIMITS, ...options.limits };
  const rooms = new Map<string, Room>();
  /** What is being done with documents that have no room: a room that opens waits for it. */
  const underWay = new Turns();
  /** Changes of the server's own. */
  const changing = new Turns();
  let closing: Promise<void> | undefined;
  const shared = options.shared && meet(options.shared, log, metrics);

  const context: RoomContext = {
    store,
    log,
    metrics,
    limits,
    ...{ migrate, lives, own },
    shared,
    pulse: new Pulse(limits),
    rest: new Rest(limits),
    finished(room) {
      if (rooms.get(room.name) === room) rooms.delete(room.name);
    },
  };

  const heartbeat = sweeping(rooms, limits.heartbeat);

  function roomOf(document: string): Room {
    let room = rooms.get(document);
    if (room === undefined) {
      room = new Room(document, context, underWay.done(document));
      rooms.set(document, room);
    }
    return room;
  }

  function accept(socket: WebSocket, session: Session, document: string, rights: Rights): void {
    if (closing === undefined) roomOf(document).accept(socket, session, rights);
    else turnAway(socket);
  }

  async function create(document: string, update: Uint8Array): Promise<void> {
    const change = checkUpdate(update);
    if (change === undefined) throw new TypeError('a document is made from a Yjs update (v1)');
    const room = rooms.get(document);
    if (room !== undefined) return room.desk.create(change);
    await underWay.take(document, () => append(store, shared, document, update));
  }

  function change<T>(document: string, change: (doc: Y.Doc) => T): Promise<T> {
    if (closing !== undefined) return Promise.reject(new StoreError('closed', 'the relay is closing'));
    // One after the other: each sees what the one before it wrote, or Yjs would have to choose between them.
    return changing.take(document, () => roomOf(document).desk.change(change));
  }

  /** Takes a room out of memory at once; who comes for the document waits until `then` is done too. */
  function forget(document: string, code: number, then?: () => Promise<void>): Promise<void> {
    const room = rooms.get(document);
    rooms.delete(document);
    const gone = room?.ending.discard(code);
    return underWay.take(document, async () => {
      await gone;
      await then?.();
    });
  }

  async function read(document: string): Promise<Uint8Array | undefined> {
    const open = rooms.get(document)?.desk.read();
    if (open !== undefined) return open.update;
    await underWay.done(document);
    return merged(await store.load(document));
  }

  function disconnect(which: (session: Session, document: string) => boolean, code: number): void {
    for (const room of [...rooms.values()]) room.disconnect((session) => which(session, room.name), code);
  }

  async function closeAll(): Promise<void> {
    clearInterval(heartbeat);
    const timers = new AbortController();
    const after = (ms: number) => setTimeout(ms, undefined, { signal: timers.signal }).catch(() => undefined);
    const deadline = after(limits.closeTimeout);
    const handOver = Promise.race([deadline, after(limits.handOver)]);
    const others = Promise.all(underWay.all());
    // What they are about may get a room yet; the people in the others do not wait long for that.
    await Promise.race([others, handOver]);
    await Promise.all([...rooms.values()].map((room) => shutDown(room, handOver, deadline, log)));
    await Promise.race([others, deadline]);
    timers.abort();
    context.rest.close();
    shared?.watch.close();
  }

  return {
    accept,
    create,
    change,
    reconsider: (document, mayWrite) => rooms.get(document)?.reconsider(mayWrite),
    compact: (document) => roomOf(document).desk.compact(),
    names: (name) => [...rooms.keys()].filter((one) => one === name || one.startsWith(`${name}/`)),
    end: async (document, code) => rooms.get(document)?.ending.end(code),
    forget,
    remove: (document, code) => forget(document, code, () => store.remove(document)),
    read,
    disconnect,
    figures: () => figuresOf(rooms, context.pulse),
    close() {
      closing ??= closeAll();
      return closing;
    },
  };
}

/** Writes a change of a document that has no room, and tells the other nodes. */
async function append(
  store: DocumentStore,
  shared: Shared | undefined,
  document: string,
  update: Uint8Array,
): Promise<void> {
  const { position, previous = 0 } = await store.append(document, [update]);
  await store.synced(position);
  shared?.nodes.changed(document, { previous, position, updates: [update] });
}

async function shutDown(
  room: Room,
  handOver: Promise<void>,
  deadline: Promise<void>,
  log: Log,
): Promise<void> {
  const lost = await room.ending.shutDown(handOver, deadline);
  if (lost > 0)
    log.error(
      { document: room.name, bytes: lost },
      'NOT SAVED: the store refused these changes until the end; those who made them still have them in their open pages',
    );
}
