import * as Y from 'yjs';
import { joinUpdates, type Scanned } from './merging.ts';
import { type Scan, scanUpdate } from './scan.ts';

/** A Yjs update that can be read to its end. */
export interface CheckedUpdate {
  readonly bytes: Uint8Array;
  /** Whether it brings content; an update that only deletes brings none. */
  readonly adds: boolean;
  /** Whether it deletes. */
  readonly deletes: boolean;
  /** Its parts, where they are of the usual kinds. */
  readonly scan?: Scan;
}

/**
 * Reads an update to its end, without a document: what passes can be merged and stored. Empty structs are
 * refused: Yjs never makes them, and one of length zero makes its later searches fail. So are deletions of nothing,
 * which it cannot keep for later, and structs that build on what their own client only makes later: Yjs takes what
 * is the client's own for present and fails.
 * @returns `undefined` for bytes that are no update (v1).
 */
export function checkUpdate(bytes: Uint8Array): CheckedUpdate | undefined {
  const scan = scanUpdate(bytes);
  if (scan === undefined) return decoded(bytes);
  return { bytes, adds: scan.blocks.length > 0, deletes: scan.deleted.length > 0, scan };
}

/** The same by the decoder of Yjs, which knows everything. */
function decoded(bytes: Uint8Array): CheckedUpdate | undefined {
  try {
    const { structs, ds } = Y.decodeUpdate(bytes);
    for (const struct of structs) {
      if (struct.length < 1 || struct.id.clock + struct.length > Number.MAX_SAFE_INTEGER) return undefined;
      if (buildsOnLaterOwn(struct)) return undefined;
    }
    for (const deleted of ds.clients.values())
      if (deleted.some(({ clock, len }) => len < 1 || clock + len > Number.MAX_SAFE_INTEGER))
        return undefined;
    return { bytes, adds: structs.length > 0, deletes: ds.clients.size > 0 };
  } catch {
    // Whatever lib0 and Yjs throw here (ends too early, unknown content, nested too deep): it is no update.
    return undefined;
  }
}

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];

/**
 * Whether a struct refers to its own client at its own clock or later. Such a one can wait in a document for
 * others, and makes Yjs throw when they come: it would be their change that fails.
 */
function buildsOnLaterOwn(struct: Struct): boolean {
  if (!(struct instanceof Y.Item)) return false;
  const { client, clock } = struct.id;
  const { origin, rightOrigin, parent } = struct;
  return [origin, rightOrigin, parent].some(
    (id) => id instanceof Y.ID && id.client === client && id.clock >= clock,
  );
}

/**
 * An update without the structs that a document has, whatever has become of them there: what was deleted in it does
 * not go round again.
 * @param doc the document; it is not changed.
 * @returns `undefined` where Yjs cannot take them out.
 */
export function withoutKnown(update: CheckedUpdate, doc: Y.Doc): CheckedUpdate | undefined {
  const { bytes, scan } = update;
  if (scan?.blocks.every(({ client, from }) => from >= Y.getState(doc.store, client))) return update;
  try {
    return checkUpdate(Y.diffUpdate(bytes, Y.encodeStateVector(doc)));
  } catch {
    return undefined;
  }
}

/**
 * Many updates as one, so that a window is one row in the store and one message per person. Where Yjs
 * cannot merge them, they stay apart and in order.
 */
export function mergeUpdates(updates: readonly Uint8Array[]): readonly Uint8Array[] {
  if (updates.length < 2) return updates;
  try {
    return [Y.mergeUpdates([...updates])];
  } catch {
    return updates;
  }
}

/** The same of updates that have been checked. */
export function mergeChecked(updates: readonly CheckedUpdate[]): readonly Uint8Array[] {
  const scanned = updates.flatMap(({ bytes, scan }): Scanned[] => (scan ? [{ bytes, scan }] : []));
  if (updates.length > 1 && scanned.length === updates.length) {
    const joined = joinUpdates(scanned);
    if (joined !== undefined) return [joined];
  }
  return mergeUpdates(updates.map(({ bytes }) => bytes));
}

/** Whether bytes are a state vector, as a step 1 carries one. */
export function isStateVector(bytes: Uint8Array): boolean {
  try {
    Y.decodeStateVector(bytes);
    return true;
  } catch {
    return false;
  }
}
