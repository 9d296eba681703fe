import * as Y from 'yjs';

/** What a change of the server's own came to. */
export interface Changed<T> {
  readonly result: T;
  /** `undefined` when nothing is different. */
  readonly update: Uint8Array | undefined;
}

/**
 * Lets `change` work on a copy of a document.
 * @param state the document as one update; `undefined` for one that was never written.
 */
export function changeCopy<T>(state: Uint8Array | undefined, change: (doc: Y.Doc) => T): Changed<T> {
  const doc = new Y.Doc();
  try {
    if (state !== undefined) Y.applyUpdate(doc, state);
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => void updates.push(update));
    const result = doc.transact(() => change(doc));
    return { result, update: updates.length > 1 ? Y.mergeUpdates(updates) : updates[0] };
  } finally {
    doc.destroy();
  }
}
