import { RELAY_LIMITS, type RelayLimits } from '../relay/limits.ts';
import { bytes, count, duration, integer, type Variable } from './variable.ts';

/** Each limit of the relay as a variable: what kind of number it is, and what it means. */
const LIMITS: Readonly<Record<keyof RelayLimits, (fallback: number) => Variable<number>>> = {
  frame: (n) => bytes(n, 'Bytes of one message from a client; a larger one closes its connection with 4413.'),
  stateVector: (n) => bytes(n, 'Bytes of the state vector in a sync step 1.'),
  beforeLoad: (n) => bytes(n, 'Bytes one connection may have waiting before its document is loaded.'),
  messagesPerSecond: (n) => count(n, 'Messages per second of one connection; faster ones are read later.'),
  slowFrom: (n) => bytes(n, 'Unsent bytes from which on a reader counts as slow and gets no presence.'),
  held: (n) => bytes(n, 'Bytes held back for a slow reader; more closes it with 4508.'),
  closeGrace: (n) => duration(n, 'How long the other side may take to answer a close, ms.'),
  presence: (n) => bytes(n, "Bytes of one client's presence, as JSON; a larger one is dropped."),
  presenceIds: (n) => count(n, 'Clients one connection may speak for in its presence.'),
  presenceHold: (n) => duration(n, 'How long presence waits for a slow store, ms.'),
  document: (n) => bytes(n, 'Bytes of a document as stored; at the bound it can only be made shorter.'),
  documentWarning: (n) =>
    integer(1, 100, n, 'Percent of `RELAY_DOCUMENT` from which on people are told that it is nearly full.'),
  backlog: (n) => bytes(n, 'Bytes of changes of one document that wait for a store that refuses.'),
  pending: (n) => bytes(n, 'Bytes of changes that wait for others they build on.'),
  windowMost: (n) => duration(n, 'Longest time changes are gathered in a busy room, ms.'),
  quietLoad: (n) => count(n, 'Deliveries per second of a room up to which nothing is gathered.'),
  busyLoad: (n) => count(n, 'Deliveries per second of a room from which on gathering is at its longest.'),
  quietTraffic: (n) => count(n, 'Messages per second of all rooms up to which quiet rooms gather nothing.'),
  busyTraffic: (n) => count(n, 'Messages per second of all rooms from which on gathering is at its longest.'),
  retryFirst: (n) => duration(n, 'First pause before a refused write is tried again, ms; doubles.', 1),
  retryMost: (n) => duration(n, 'Longest pause between two tries, ms.', 1),
  storePatience: (n) =>
    duration(
      n,
      'How long the store may take for one thing before people are told and the log says so, ms.',
      1,
    ),
  compactUpdates: (n) => count(n, 'Updates beside the snapshot from which on a document is compacted.'),
  compactBytes: (n) => bytes(n, 'Bytes of updates from which on a document is compacted.'),
  linger: (n) => duration(n, 'How long a document stays in memory after the last one left, ms.'),
  encodingKept: (n) => duration(n, 'How long a whole board is kept encoded for the next who joins, ms.'),
  restAfter: (n) =>
    duration(n, 'How long nothing may change before only the bytes of a document stay, ms.', 1),
  restMost: (n) => bytes(n, 'Bytes up to which only the bytes of a document at rest stay in memory.'),
  joinDeadline: (n) => duration(n, 'How long a connection may take to ask for and get its document, ms.', 1),
  heartbeat: (n) => duration(n, 'Time between two signs of life, ms; under 15000 for y-websocket.', 1),
  missedHeartbeats: (n) => count(n, 'Signs of life a client may miss before it is cut.'),
  handOver: (n) =>
    duration(
      n,
      'How long people wait when it stops, until what they sent is saved, before they are sent away, ms.',
    ),
  closeTimeout: (n) => duration(n, 'How long stopping tries to save what is in memory, ms.'),
};

const nameOf = (limit: string): string =>
  `RELAY_${limit.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

const KEYS = Object.keys(LIMITS) as (keyof RelayLimits)[];

/** The variables of the relay: `RELAY_` and the limit's name in capitals. */
export const RELAY_VARIABLES: Readonly<Record<string, Variable<number>>> = Object.fromEntries(
  KEYS.map((key) => [nameOf(key), LIMITS[key](RELAY_LIMITS[key])]),
);

/** The relay's limits out of values by variable name. */
export function relayLimits(values: Readonly<Record<string, unknown>>): RelayLimits {
  const limits = KEYS.map((key) => [key, values[nameOf(key)]]);
  return Object.fromEntries(limits) as Record<keyof RelayLimits, number>;
}
