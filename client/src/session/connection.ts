import { ORIGIN, stickersOf } from '@samenbord/shared/board';
import { MESSAGE, type Notice, readAck, readBundle, readNotice, SYNC } from '@samenbord/shared/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { takeInUnheard } from './firstSync.ts';
import { HEARTBEAT, type HeartbeatTimes } from './heartbeat.ts';
import { keepAlive } from './keepAlive.ts';
import { createLedger } from './ledger.ts';
import { type Readable, writable } from './readable.ts';
import { endReason, pauseBefore } from './reconnect.ts';
import { helloSocket } from './socket.ts';
import type { EndReason } from './types.ts';

/** One document's connection, as the session's status is made of it. */
export interface ConnectionState {
  /** `starting` until the first attempt succeeded or failed. */
  readonly phase: 'starting' | 'open' | 'away' | 'ended';
  /** Changes that are not known to be on the server's disk, as a person would count them. */
  readonly waiting: number;
  /** The document has arrived at least once. */
  readonly loaded: boolean;
  /** The board is frozen: what this page sends is dropped until that ends, and asked for then. */
  readonly frozen: boolean;
  readonly trouble?: 'disk-full' | 'store-unavailable' | undefined;
  /** The document is near the size at which it takes no more. */
  readonly nearlyFull?: boolean | undefined;
  readonly ended?: EndReason | undefined;
}

export interface Connection {
  readonly state: Readable<ConnectionState>;
  /** Asks for a sign of life, or connects at once: something about the network or the page changed. */
  wake(): void;
  /** Connects again after it ended, with the same document and what waits in it. */
  resume(): void;
  /** Stops connecting; `reason` becomes its end when it had none. */
  end(reason: EndReason): void;
  /** Closes and forgets. The document itself stays. */
  close(): void;
}

export interface ConnectionOptions {
  /** The relay's address without the document: `wss://host/relay`. */
  readonly url: string;
  /** The document's name. */
  readonly name: string;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** Query parameters: a ticket, where there is no cookie. */
  readonly params?: Readonly<Record<string, string>>;
  /** What the relay says beside the document. */
  readonly onNotice?: (notice: Notice) => void;
  readonly heartbeat?: HeartbeatTimes;
}

/** Connects one document to the relay and keeps it connected. */
export function connect(options: ConnectionOptions): Connection {
  const { doc, awareness, heartbeat = HEARTBEAT } = options;
  const ledger = createLedger();
  const state = writable<ConnectionState>({
    phase: 'starting',
    waiting: 0,
    loaded: false,
    frozen: false,
  });

  const set = (change: Partial<ConnectionState>): void => {
    const next = { ...state.get(), ...change, waiting: ledger.waiting };
    if (!same(next, state.get())) state.set(next);
  };

  // Before the provider listens, so that a change is in the ledger when its frame goes out.
  const onUpdate = (_update: Uint8Array, origin: unknown, _doc: Y.Doc, { changed }: Y.Transaction): void => {
    if (origin === provider) return;
    ledger.changed(writtenIn(doc, origin, changed));
    // After the provider's turn, which may send it.
    queueMicrotask(() => set({}));
  };
  doc.on('update', onUpdate);

  const provider = new WebsocketProvider(options.url, options.name, doc, {
    awareness,
    connect: false,
    disableBc: true,
    params: { ...options.params },
    shouldReconnect: ({ code }) => endReason(code) === undefined,
    WebSocketPolyfill: helloSocket((frame) => {
      if (frame[1] === SYNC.step2) ledger.sentEverything();
      else ledger.sentNewest();
    }),
  });
  const watch = keepAlive(provider, () => ledger.waiting > 0, heartbeat);

  /** What this connection was told; the state keeps what the one before it was. */
  let frozenHere = false;
  provider.messageHandlers[MESSAGE.ack] = (_encoder, decoder) => {
    ledger.acknowledged(readAck(decoder));
    set({});
  };
  provider.messageHandlers[MESSAGE.notice] = (_encoder, decoder) => {
    const notice = readNotice(decoder);
    if (notice === undefined) return;
    switch (notice.code) {
      case 'unsaved':
        return set({ trouble: notice.reason });
      case 'saved-again':
        return set({ trouble: undefined });
      case 'nearly-full':
        return set({ nearlyFull: true });
      case 'frozen':
      case 'unfrozen':
        frozenHere = notice.code === 'frozen';
        ledger.held(frozenHere);
        return set({ frozen: frozenHere });
      default:
        options.onNotice?.(notice);
    }
  };

  takeInUnheard(provider, doc, onUpdate);

  provider.messageHandlers[MESSAGE.bundle] = (_encoder, decoder, ...others) => {
    for (const message of readBundle(decoder)) {
      const part = decoding.createDecoder(message);
      const kind = decoding.readVarUint(part);
      // What the relay bundles asks for no answer, so what is written there goes nowhere.
      provider.messageHandlers[kind]?.(encoding.createEncoder(), part, ...others);
    }
  };

  provider.on('status', ({ status }) => {
    if (status !== 'connected') return;
    frozenHere = false;
    // Whatever still holds is said again.
    set({ phase: 'open', trouble: undefined, nearlyFull: false, ended: undefined });
    greetAgain(awareness);
  });
  provider.on('sync', (synced) => {
    // Who is frozen was told so before the document came.
    if (synced) set({ loaded: true, frozen: frozenHere });
  });
  provider.on('connection-close', () => {
    ledger.disconnected();
    provider.maxBackoffTime = pauseBefore(provider.wsUnsuccessfulReconnects, Math.random());
    set({ phase: state.get().phase === 'ended' ? 'ended' : 'away', trouble: undefined });
  });
  provider.on('closed', ({ code }) => set({ phase: 'ended', ended: endReason(code) }));

  provider.connect();
  return {
    state,
    wake() {
      if (state.get().phase !== 'ended') watch.wake();
    },
    resume() {
      set({ phase: 'away', ended: undefined });
      provider.connect();
    },
    end(reason) {
      set({ phase: 'ended', ended: state.get().ended ?? reason });
      provider.disconnect();
    },
    close() {
      watch.stop();
      doc.off('update', onUpdate);
      provider.destroy();
    },
  };
}

/**
 * Presence is taken only with a newer clock than the last one seen, also of somebody who was gone in
 * between. So after a lost connection one says the same with a new clock, and forgets the clocks of others.
 */
function greetAgain(awareness: Awareness): void {
  for (const client of [...awareness.meta.keys()])
    if (!awareness.states.has(client) && client !== awareness.clientID) awareness.meta.delete(client);
  if (awareness.getLocalState() !== null) awareness.setLocalState(awareness.getLocalState());
}

function same(a: ConnectionState, b: ConnectionState): boolean {
  return (
    a.phase === b.phase &&
    a.waiting === b.waiting &&
    a.loaded === b.loaded &&
    a.frozen === b.frozen &&
    a.trouble === b.trouble &&
    a.nearlyFull === b.nearlyFull &&
    a.ended === b.ended
  );
}

/** The sticker (its record) that a change made or wrote in, so that making one and typing in it counts once. */
function writtenIn(doc: Y.Doc, origin: unknown, changed: Y.Transaction['changed']): object | undefined {
  const [type] = changed.keys();
  if (origin === ORIGIN.editText) return type?.parent ?? undefined;
  if (origin !== ORIGIN.addSticker) return undefined;
  const stickers = stickersOf(doc);
  const [id, ...others] =
    changed.get(stickers as unknown as Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>) ?? [];
  const record = id === undefined || id === null || others.length > 0 ? undefined : stickers.get(id);
  return typeof record === 'object' && record !== null ? record : undefined;
}
