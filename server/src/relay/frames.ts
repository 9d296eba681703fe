import { MESSAGE, SYNC } from '@samenbord/shared/protocol';
import * as encoding from 'lib0/encoding';
import { Reader } from './reader.ts';

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
 * Reads one message. Parts of the result are views of `bytes`: whoever keeps them copies them, because a view
 * of what a socket read keeps that whole slab in memory.
 * @throws {FrameError}
 */
export function readFrame(bytes: Uint8Array): Frame {
  try {
    const reader = new Reader(bytes);
    const frame = readKind(reader);
    if (!reader.done && frame.kind !== 'unknown' && frame.kind !== 'hello')
      throw new FrameError('bytes after the end of the message');
    return frame;
  } catch (error) {
    if (error instanceof FrameError) throw error;
    throw new FrameError('the message ends too early or holds what is no number or text', { cause: error });
  }
}

function readKind(reader: Reader): Frame {
  const kind = reader.varUint();
  switch (kind) {
    case MESSAGE.sync:
      return readSync(reader);
    case MESSAGE.awareness:
      return { kind: 'presence', states: readStates(new Reader(reader.varBytes())) };
    case MESSAGE.queryAwareness:
      return { kind: 'query-presence' };
    case MESSAGE.hello:
      return { kind: 'hello', version: reader.varUint() };
    default:
      if (kind >= OWN_KINDS) return { kind: 'unknown' };
      throw new FrameError(`no message kind ${kind}`);
  }
}

function readSync(reader: Reader): Frame {
  const step = reader.varUint();
  const body = reader.varBytes();
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

function readStates(reader: Reader): readonly PresenceState[] {
  const count = reader.varUint();
  if (count > MOST_STATES) throw new FrameError(`${count} presence states in one message`);
  const states: PresenceState[] = [];
  for (let index = 0; index < count; index++)
    states.push({ client: reader.varUint(), clock: reader.varUint(), json: reader.string() });
  return states;
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
