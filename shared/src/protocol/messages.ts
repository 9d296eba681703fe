import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/**
 * Message kinds on the socket: the first varUint of every binary frame. 0 to 3 are those of
 * y-protocols, as y-websocket speaks them; from 100 on they are ours and travel only between a
 * client that said hello and the relay, so that an unmodified `WebsocketProvider` never meets them.
 */
export const MESSAGE = {
  /** y-protocols/sync: step 1 (state vector), step 2 (difference), update. */
  sync: 0,
  /** y-protocols/awareness: presence of one or more clients. */
  awareness: 1,
  /** y-protocols/auth: permission denied. */
  auth: 2,
  /** "Send me everybody's presence." */
  queryAwareness: 3,
  /** client -> relay: varUint version. Asks for acknowledgements and notices. */
  hello: 100,
  /** relay -> client: varUint count. See {@link encodeAck}. */
  ack: 101,
  /** relay -> client: varString JSON of a {@link Notice}. */
  notice: 102,
  /** relay -> client that said hello with version 2: several messages in one frame. See {@link readBundle}. */
  bundle: 103,
} as const;

/** Sub-kinds of {@link MESSAGE.sync}, from y-protocols. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/** Version of our own part of the protocol, said in the hello. */
export const PROTOCOL_VERSION = 2;

/** The version from which on a client takes bundles. */
export const BUNDLE_VERSION = 2;

/** What the relay tells a client beside the document. `code` is stable; texts are the client's. */
export type Notice =
  /** A write of this connection was dropped: the session may only read this document. */
  | { readonly code: 'read-only' }
  /** Changes are in memory but the store refuses them; they are kept and retried. */
  | { readonly code: 'unsaved'; readonly reason: 'disk-full' | 'store-unavailable' }
  /** The store took everything again. */
  | { readonly code: 'saved-again' }
  /** The facilitator froze the board: this session may only read it from now on. What it sends is dropped. */
  | { readonly code: 'frozen' }
  /** And may write it again. The relay asks for what it dropped meanwhile. */
  | { readonly code: 'unfrozen' }
  /** The document comes near the size from which on it can only be read and made smaller. */
  | { readonly code: 'nearly-full' }
  /** An update was refused because it is no valid Yjs update or would break a limit. */
  | { readonly code: 'refused'; readonly reason: 'malformed' | 'too-large' };

/**
 * Close codes of the relay (RFC 6455 leaves 4000 to 4999 to applications). The client comes back by
 * itself after 1001, 1006, 1011, 1012, 1013 and 4508; after the others it asks the person. An unmodified
 * y-websocket client does the same: it gives up after 4400 to 4499 and no other.
 */
export const CLOSE = {
  /** The relay is going down for a restart. */
  restarting: 1012,
  /** Not now: the store cannot be read. */
  tryAgain: 1013,
  /** No ticket or cookie, or it is not ours or expired. */
  unauthorised: 4401,
  /** The ticket is good, but not for this document. */
  forbidden: 4403,
  /** No such board. */
  noBoard: 4404,
  /** The client read too slowly or said nothing in time; it should come back. */
  tooSlow: 4508,
  /** The document is over: its silent round was revealed or cancelled, or it was erased. */
  over: 4409,
  /** The client's copy is of before the document was erased; it may come back with an empty one. */
  erased: 4411,
  /** The link was withdrawn, or reached its end. */
  withdrawn: 4410,
  /** A frame over the limit. */
  tooLarge: 4413,
  /** Bytes that are no message of this protocol. */
  malformed: 4400,
} as const;

/** The hello a client sends first on every connection on which it wants acks and notices. */
export function encodeHello(version: number = PROTOCOL_VERSION): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.hello);
  encoding.writeVarUint(encoder, version);
  return encoding.toUint8Array(encoder);
}

/**
 * An acknowledgement: of the document-changing frames (sync step 2 and update) that arrived on this
 * connection, in order, the first `count` are on disk and survive a power cut. Frames that were
 * dropped (read-only, malformed) count too: nothing waits for them.
 */
export function encodeAck(count: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.ack);
  encoding.writeVarUint(encoder, count);
  return encoding.toUint8Array(encoder);
}

/** Reads the count behind a {@link MESSAGE.ack} kind already taken off. */
export function readAck(decoder: decoding.Decoder): number {
  return decoding.readVarUint(decoder);
}

/** Reads the messages of a bundle, each whole, behind a {@link MESSAGE.bundle} kind already taken off. */
export function readBundle(decoder: decoding.Decoder): Uint8Array[] {
  const messages: Uint8Array[] = [];
  while (decoding.hasContent(decoder)) messages.push(decoding.readVarUint8Array(decoder));
  return messages;
}

/** A notice as a frame. */
export function encodeNotice(notice: Notice): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.notice);
  encoding.writeVarString(encoder, JSON.stringify(notice));
  return encoding.toUint8Array(encoder);
}

/** Reads the notice behind a {@link MESSAGE.notice} kind already taken off; `undefined` if unknown. */
export function readNotice(decoder: decoding.Decoder): Notice | undefined {
  try {
    const value: unknown = JSON.parse(decoding.readVarString(decoder));
    if (typeof value === 'object' && value !== null && 'code' in value) return value as Notice;
  } catch {
    // A newer relay may send what this client cannot read; a notice is never needed to stay correct.
  }
  return undefined;
}

/** Whether a frame changes the document (sync step 2 or update): what acknowledgements count. */
export function changesDocument(frame: Uint8Array): boolean {
  return frame[0] === MESSAGE.sync && (frame[1] === SYNC.step2 || frame[1] === SYNC.update);
}
