import { LIMITS } from '@samenbord/shared/protocol';

/**
 * Every bound and pace of the relay. Sizes are bytes, times ms. A server sets each through the environment
 * variable `RELAY_` and the name in capitals with underscores: `frame` is `RELAY_FRAME`, `windowMost` is
 * `RELAY_WINDOW_MOST`.
 */
export interface RelayLimits {
  /** One message a client may send. A larger one closes its connection with 4413. */
  readonly frame: number;
  /** A state vector in a sync step 1: what a client says it has. */
  readonly stateVector: number;
  /** What one connection may have waiting before its document is loaded; then its socket is not read. */
  readonly beforeLoad: number;
  /** Messages one connection may send per second, over a second; faster ones are read later. */
  readonly messagesPerSecond: number;

  /** Unsent bytes on a socket from which on its reader counts as slow and gets no presence. */
  readonly slowFrom: number;
  /** Document bytes held back for a slow reader, beside those on its socket; more closes it with 4508. */
  readonly held: number;
  /** After a close, how long the other side has to answer before its socket is cut, ms. */
  readonly closeGrace: number;

  /** One client's presence, as JSON. A larger one is dropped; the one before it stays. */
  readonly presence: number;
  /** Clients one connection may speak for: a browser has one per open page. */
  readonly presenceIds: number;
  /** How long presence waits for a slow store before it goes ahead of the document, ms. */
  readonly presenceHold: number;

  /** A document, as stored. At the bound it can be read and shortened, not made longer. */
  readonly document: number;
  /** Part of that bound from which on people are told that the document is nearly full, percent. */
  readonly documentWarning: number;
  /** Changes of one document that wait for a store that refuses; more closes who sends them with 1013. */
  readonly backlog: number;
  /** Changes that wait for others they build on and that may never come; more closes who sends them. */
  readonly pending: number;

  /** Longest time changes are gathered before they go on together, in a busy room, ms. */
  readonly windowMost: number;
  /** Deliveries per second of a room up to which nothing is gathered. */
  readonly quietLoad: number;
  /** Deliveries per second of a room from which on the window is at its longest. */
  readonly busyLoad: number;
  /** Messages per second of all rooms together up to which a quiet room gathers nothing. */
  readonly quietTraffic: number;
  /** Messages per second of all rooms together from which on every window is at its longest. */
  readonly busyTraffic: number;

  /** First pause before a refused write is tried again, ms; doubles each time. */
  readonly retryFirst: number;
  /** Longest pause between two tries, ms. */
  readonly retryMost: number;
  /** How long the store may take for one thing before people are told and the log says so, ms. */
  readonly storePatience: number;
  /** Updates of a document beside its snapshot from which on they are compacted. */
  readonly compactUpdates: number;
  /** Bytes of them from which on they are compacted, unless the snapshot is larger. */
  readonly compactBytes: number;

  /** How long a room stays in memory after the last one left, ms: a reload finds it there. */
  readonly linger: number;
  /** How long the encoding of a whole board is kept for the next who joins, ms. */
  readonly encodingKept: number;
  /** How long nothing may change in a document before only its bytes are kept in memory, ms. */
  readonly restAfter: number;
  /** Bytes up to which a document is kept as its bytes when at rest: a larger one takes long to wake. */
  readonly restMost: number;
  /** How long a connection may take to get its document and to ask for it, ms. */
  readonly joinDeadline: number;
  /** Time between two signs of life, ms. Under 15 s: clients of y-websocket give up after 30 s of silence. */
  readonly heartbeat: number;
  /** Signs of life a client may miss before its connection is cut. */
  readonly missedHeartbeats: number;
  /** How long people wait, when the relay closes, for what they sent to be saved before they are sent elsewhere, ms. */
  readonly handOver: number;
  /** How long `close` tries to save what is in memory, ms. */
  readonly closeTimeout: number;
}

const kB = 1024;
const MB = 1024 * kB;

/** The defaults. */
export const RELAY_LIMITS: RelayLimits = {
  frame: LIMITS.frame,
  stateVector: 1 * MB,
  beforeLoad: 1 * MB,
  messagesPerSecond: 500,

  slowFrom: 64 * kB,
  held: 2 * MB,
  closeGrace: 2000,

  presence: LIMITS.presence,
  presenceIds: 8,
  presenceHold: 250,

  document: 64 * MB,
  documentWarning: 80,
  backlog: 16 * MB,
  pending: 4 * MB,

  windowMost: 33,
  quietLoad: 400,
  busyLoad: 4000,
  quietTraffic: 1500,
  busyTraffic: 3500,

  retryFirst: 250,
  retryMost: 30_000,
  storePatience: 5_000,
  compactUpdates: 500,
  compactBytes: 256 * kB,

  linger: 10_000,
  encodingKept: 10_000,
  restAfter: 5000,
  restMost: 256 * kB,
  joinDeadline: 20_000,
  heartbeat: 12_000,
  missedHeartbeats: 3,
  handOver: 500,
  closeTimeout: 10_000,
};

/** What the `WebSocketServer` in front of the relay has to be made with. */
export interface SocketServerOptions {
  readonly noServer: true;
  readonly maxPayload: number;
  readonly perMessageDeflate: false;
  readonly clientTracking: false;
  readonly autoPong: false;
}

/**
 * Its own bound is a little above the relay's, so that a frame slightly too large gets the protocol's
 * close code. Compression is off: it costs memory per connection, and each frame is encoded once for all.
 * The relay answers pings itself, because automatic answers to one who never reads would pile up.
 */
export function socketServerOptions(limits: Pick<RelayLimits, 'frame'> = RELAY_LIMITS): SocketServerOptions {
  return {
    noServer: true,
    maxPayload: limits.frame + 64 * kB,
    perMessageDeflate: false,
    clientTracking: false,
    autoPong: false,
  };
}
