import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** A change that a node has written to the store. */
export interface Change {
  /** The newest position of the document just before; see `AppendResult.previous`. */
  readonly previous: number;
  readonly position: number;
  /** None when they are too large to be carried: they are in the store. */
  readonly updates: readonly Uint8Array[];
}

/** One client's presence, and whose it is. */
export interface NodePresence {
  readonly client: number;
  readonly clock: number;
  /** The state as JSON; `null` (the text) says that the client has left. */
  readonly json: string;
  /** Id of the person who speaks for it. */
  readonly person: string;
}

/** What nodes say to each other about one document. */
export type DocumentMessage =
  | { readonly kind: 'change'; readonly change: Change }
  /** `all`: these are all that the sender has; who is not among them has left. */
  | { readonly kind: 'presence'; readonly all: boolean; readonly states: readonly NodePresence[] }
  /** Everybody is asked to say all presence they have. */
  | { readonly kind: 'ask' }
  | { readonly kind: 'compacted'; readonly bytes: number }
  /** The sender has closed its room. */
  | { readonly kind: 'leave' };

/** A link does not work any more: who came in by it has to go. */
export interface Withdrawal {
  readonly board: string;
  readonly link: string;
}

/** Which note of the store was written: what it says now is looked up there. */
export interface NoteName {
  readonly board: string;
  readonly kind: string;
  readonly id: string;
}

/** What nodes say to each other about themselves. */
export type NodeMessage =
  | { readonly kind: 'alive' }
  | { readonly kind: 'bye' }
  | { readonly kind: 'withdrawn'; readonly withdrawal: Withdrawal }
  | { readonly kind: 'noted'; readonly note: NoteName };

/** Who says it: a node, and about documents which opening of the room, and how much it has said there before. */
export interface Sender {
  readonly node: string;
  readonly opening: number;
  /** From 1, without gaps: a gap is a message that was lost. */
  readonly number: number;
}

/** In the place of an opening: the sender has no room of it. */
export const NO_ROOM = 0;

/** Of this form; a node of another form is not understood, and goes by what is in the store. */
const FORM = 1;

const DOCUMENT_KINDS = ['change', 'presence', 'ask', 'compacted', 'leave'] as const;
const NODE_KINDS = ['alive', 'bye', 'withdrawn', 'noted'] as const;

function begin(sender: Sender, kind: number): encoding.Encoder {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, FORM);
  encoding.writeVarString(encoder, sender.node);
  encoding.writeVarUint(encoder, sender.opening);
  encoding.writeVarUint(encoder, sender.number);
  encoding.writeVarUint(encoder, kind);
  return encoder;
}

export function encodeDocumentMessage(sender: Sender, message: DocumentMessage): Uint8Array {
  const encoder = begin(sender, DOCUMENT_KINDS.indexOf(message.kind));
  if (message.kind === 'change') {
    const { previous, position, updates } = message.change;
    encoding.writeVarUint(encoder, previous);
    encoding.writeVarUint(encoder, position);
    encoding.writeVarUint(encoder, updates.length);
    for (const update of updates) encoding.writeVarUint8Array(encoder, update);
  } else if (message.kind === 'presence') {
    encoding.writeVarUint(encoder, message.all ? 1 : 0);
    encoding.writeVarUint(encoder, message.states.length);
    for (const { client, clock, json, person } of message.states) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, json);
      encoding.writeVarString(encoder, person);
    }
  } else if (message.kind === 'compacted') {
    encoding.writeVarUint(encoder, message.bytes);
  }
  return encoding.toUint8Array(encoder);
}

export function encodeNodeMessage(sender: Sender, message: NodeMessage): Uint8Array {
  const encoder = begin(sender, NODE_KINDS.indexOf(message.kind));
  if (message.kind === 'withdrawn') {
    encoding.writeVarString(encoder, message.withdrawal.board);
    encoding.writeVarString(encoder, message.withdrawal.link);
  } else if (message.kind === 'noted') {
    encoding.writeVarString(encoder, message.note.board);
    encoding.writeVarString(encoder, message.note.kind);
    encoding.writeVarString(encoder, message.note.id);
  }
  return encoding.toUint8Array(encoder);
}

/** `undefined` for what is no such message. */
export function decodeDocumentMessage(
  bytes: Uint8Array,
): { readonly sender: Sender; readonly message: DocumentMessage } | undefined {
  return decode(bytes, (decoder) => {
    const kind = DOCUMENT_KINDS[decoding.readVarUint(decoder)];
    switch (kind) {
      case 'change':
        return { kind, change: readChange(decoder) };
      case 'presence':
        return {
          kind,
          all: decoding.readVarUint(decoder) === 1,
          states: readMany(decoder, readPresence),
        };
      case 'compacted':
        return { kind, bytes: decoding.readVarUint(decoder) };
      case 'ask':
      case 'leave':
        return { kind };
      default:
        return undefined;
    }
  });
}

/** `undefined` for what is no such message. */
export function decodeNodeMessage(
  bytes: Uint8Array,
): { readonly sender: Sender; readonly message: NodeMessage } | undefined {
  return decode(bytes, (decoder) => {
    const kind = NODE_KINDS[decoding.readVarUint(decoder)];
    switch (kind) {
      case 'withdrawn': {
        const board = decoding.readVarString(decoder);
        return { kind, withdrawal: { board, link: decoding.readVarString(decoder) } };
      }
      case 'noted': {
        const board = decoding.readVarString(decoder);
        const ofKind = decoding.readVarString(decoder);
        return { kind, note: { board, kind: ofKind, id: decoding.readVarString(decoder) } };
      }
      case 'alive':
      case 'bye':
        return { kind };
      default:
        return undefined;
    }
  });
}

function decode<T>(
  bytes: Uint8Array,
  read: (decoder: decoding.Decoder) => T | undefined,
): { readonly sender: Sender; readonly message: T } | undefined {
  try {
    const decoder = decoding.createDecoder(bytes);
    if (decoding.readVarUint(decoder) !== FORM) return undefined;
    const node = decoding.readVarString(decoder);
    const opening = decoding.readVarUint(decoder);
    const sender = { node, opening, number: decoding.readVarUint(decoder) };
    const message = read(decoder);
    return message === undefined ? undefined : { sender, message };
  } catch {
    // It ends too early or holds a number out of range: somebody else's, or a newer form.
    return undefined;
  }
}

function readChange(decoder: decoding.Decoder): Change {
  const previous = decoding.readVarUint(decoder);
  const position = decoding.readVarUint(decoder);
  return { previous, position, updates: readMany(decoder, decoding.readVarUint8Array) };
}

function readPresence(decoder: decoding.Decoder): NodePresence {
  const client = decoding.readVarUint(decoder);
  const clock = decoding.readVarUint(decoder);
  const json = decoding.readVarString(decoder);
  return { client, clock, json, person: decoding.readVarString(decoder) };
}

function readMany<T>(decoder: decoding.Decoder, read: (decoder: decoding.Decoder) => T): T[] {
  const items: T[] = [];
  // One after the other, so that a count that lies ends with the message and not with the memory.
  for (let left = decoding.readVarUint(decoder); left > 0; left--) items.push(read(decoder));
  return items;
}
