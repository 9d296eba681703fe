import { encodeHello, MESSAGE, readBundle, SYNC } from '@samenbord/shared/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** A message of a relay, taken apart as far as the benchmark needs. */
export type Message =
  | { readonly kind: 'step1' | 'step2' | 'update' | 'awareness'; readonly body: Uint8Array }
  | { readonly kind: 'other' };

/** How one relay wants to be spoken to. All of them carry the messages of y-protocols. */
export interface Dialect {
  /** What a client says when its socket opens, before it asks for the document. */
  readonly greeting: (document: string) => readonly Uint8Array[];
  /** Whether the relay answers a step 1; the one that only copies frames does not. */
  readonly answers: boolean;
  readonly sync: (document: string, step: number, body: Uint8Array) => Uint8Array;
  readonly awareness: (document: string, body: Uint8Array) => Uint8Array;
  /** The messages in a frame. */
  readonly read: (frame: Uint8Array) => readonly Message[];
}

/** What stands before a message: nothing in y-websocket, the document's name in Hocuspocus. */
type Prefix = (encoder: encoding.Encoder, document: string) => void;

const syncWith =
  (prefix: Prefix) =>
  (document: string, step: number, body: Uint8Array): Uint8Array => {
    const encoder = encoding.createEncoder();
    prefix(encoder, document);
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, body);
    return encoding.toUint8Array(encoder);
  };

const awarenessWith =
  (prefix: Prefix) =>
  (document: string, body: Uint8Array): Uint8Array => {
    const encoder = encoding.createEncoder();
    prefix(encoder, document);
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    encoding.writeVarUint8Array(encoder, body);
    return encoding.toUint8Array(encoder);
  };

const SYNC_KINDS = new Map<number, 'step1' | 'step2' | 'update'>([
  [SYNC.step1, 'step1'],
  [SYNC.step2, 'step2'],
  [SYNC.update, 'update'],
]);

function readMessage(decoder: decoding.Decoder, syncKinds: readonly number[]): Message {
  const kind = decoding.readVarUint(decoder);
  if (kind === MESSAGE.awareness) return { kind: 'awareness', body: decoding.readVarUint8Array(decoder) };
  if (!syncKinds.includes(kind)) return { kind: 'other' };
  const step = SYNC_KINDS.get(decoding.readVarUint(decoder));
  if (step === undefined) throw new Error('a relay sent a sync message of an unknown kind');
  return { kind: step, body: decoding.readVarUint8Array(decoder) };
}

const plain: Prefix = () => undefined;

/** y-websocket. */
export const Y_WEBSOCKET: Dialect = {
  greeting: () => [],
  answers: true,
  sync: syncWith(plain),
  awareness: awarenessWith(plain),
  read: (frame) => [readMessage(decoding.createDecoder(frame), [MESSAGE.sync])],
};

/** y-websocket to a server that copies frames and has no document to answer from. */
export const FRAMES: Dialect = { ...Y_WEBSOCKET, answers: false };

/** Ours: y-websocket, and a hello, as the page says it, so that acknowledgements are paid for. It takes bundles. */
export const SAMENBORD: Dialect = {
  ...Y_WEBSOCKET,
  greeting: () => [encodeHello()],
  read(frame) {
    const decoder = decoding.createDecoder(frame);
    if (decoding.peekVarUint(decoder) !== MESSAGE.bundle) return Y_WEBSOCKET.read(frame);
    decoding.readVarUint(decoder);
    return readBundle(decoder).flatMap(Y_WEBSOCKET.read);
  },
};

/** Message kinds of Hocuspocus that y-websocket does not have. */
const HOCUSPOCUS_AUTH = 2;
const HOCUSPOCUS_SYNC_REPLY = 4;
const HOCUSPOCUS_TOKEN = 0;

const named: Prefix = (encoder, document) => encoding.writeVarString(encoder, document);

/** Hocuspocus: the same messages behind the document's name, and a token first, as its provider sends it. */
export const HOCUSPOCUS: Dialect = {
  greeting: (document) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, document);
    encoding.writeVarUint(encoder, HOCUSPOCUS_AUTH);
    encoding.writeVarUint(encoder, HOCUSPOCUS_TOKEN);
    encoding.writeVarString(encoder, '');
    encoding.writeVarString(encoder, '4.7.0');
    return [encoding.toUint8Array(encoder)];
  },
  answers: true,
  sync: syncWith(named),
  awareness: awarenessWith(named),
  read: (frame) => {
    const decoder = decoding.createDecoder(frame);
    decoding.readVarUint8Array(decoder);
    return [readMessage(decoder, [MESSAGE.sync, HOCUSPOCUS_SYNC_REPLY])];
  },
};
