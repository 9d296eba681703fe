import { MESSAGE, SYNC } from '@samenbord/shared/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** A message of a client, taken apart as far as the relay needs. */
export type Frame =
  | { readonly kind: 'hello'; readonly version: number }
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly kind: 'presence'; readonly states: readonly PresenceState[] }
  | { readonly kind: 'query-presence' }
  /** A kind of ours that this version does not know. */
  | { readonly kind: 'unknown' };

/** One client's state in a presence message. */
export interface PresenceState {
  /** The Yjs client id. */
  readonly client: number;
  readonly clock: number;
  /** The state as JSON; `null` (the text) says that the client has left. */
  readonly json: string;
}

/** Bytes that are no message of this protocol. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
}

/** Presence states in one message: clients of y-websocket send back those of everybody in the room. */
const MOST_STATES = 2000;

/** From here on kinds are ours; a newer client may send some that we do not know yet. */
const OWN_KINDS = 100;

/**
 * Reads one message. Parts of the result are views of `bytes`, which so must be a buffer of its own: a
 * view of what a socket read would keep that whole slab in memory for one small update.
 * @throws {FrameError}
 */
export function readFrame(bytes: Uint8Array): Frame {
  try {
    const decoder = decoding.createDecoder(bytes);
    const frame = readKind(decoder);
    if (decoding.hasContent(decoder) && frame.kind !== 'unknown' && frame.kind !== 'hello')
      throw new FrameError('bytes after the end of the message');
    return frame;
  } catch (error) {
    if (error instanceof FrameError) throw error;
    throw new FrameError('the message ends too early or holds a number out of range', { cause: error });
  }
}

function readKind(decoder: decoding.Decoder): Frame {
  const kind = decoding.readVarUint(decoder);
  switch (kind) {
    case MESSAGE.sync:
      return readSync(decoder);
    case MESSAGE.awareness:
      return readPresence(decoder);
    case MESSAGE.queryAwareness:
      return { kind: 'query-presence' };
    case MESSAGE.hello:
      return { kind: 'hello', version: decoding.readVarUint(decoder) };
    default:
      if (kind >= OWN_KINDS) return { kind: 'unknown' };
      throw new FrameError(`no message kind ${kind}`);
  }
}

function readSync(decoder: decoding.Decoder): Frame {
  const step = decoding.readVarUint(decoder);
  const body = decoding.readVarUint8Array(decoder);
  switch (step) {
    case SYNC.step1:
      return { kind: 'step1', stateVector: body };
    case SYNC.step2:
      return { kind: 'step2', update: body };
    case SYNC.update:
      return { kind: 'update', update: body };
    default:
      throw new FrameError(`no sync message ${step}`);
  }
}

function readPresence(outer: decoding.Decoder): Frame {
  const body = decoding.readVarUint8Array(outer);
  const decoder = decoding.createDecoder(body);
  const count = decoding.readVarUint(decoder);
  if (count > MOST_STATES) throw new FrameError(`${count} presence states in one message`);
  const states: PresenceState[] = [];
  for (let index = 0; index < count; index++) {
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    states.push({ client, clock, json: decoding.readVarString(decoder) });
  }
  return { kind: 'presence', states };
}

/** A document change as everybody gets it. */
export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(SYNC.update, update);
}

/** The relay's question "what do you have that I lack?". */
export function step1Frame(stateVector: Uint8Array): Uint8Array {
  return syncFrame(SYNC.step1, stateVector);
}

/** The answer to a client's step 1. */
export function step2Frame(update: Uint8Array): Uint8Array {
  return syncFrame(SYNC.step2, update);
}

function syncFrame(step: number, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

/** Presence of some clients; of none, it is the smallest message that says "the relay is still there". */
export function presenceFrame(states: readonly PresenceState[]): Uint8Array {
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
