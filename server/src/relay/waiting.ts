import * as Y from 'yjs';
import { updateFrame } from './frames.ts';

/** Bytes that wait inside Yjs for changes that have not come. */
export function waitingBytes({ store }: Y.Doc): number {
  return (store.pendingStructs?.update.byteLength ?? 0) + (store.pendingDs?.byteLength ?? 0);
}

/**
 * What a document has integrated and whoever has `stateVector` lacks, as an update; nothing of what waits in it.
 * To leave that out is much quicker: Yjs would take it apart and put it in for every single one who asks.
 */
export function integratedDifference(doc: Y.Doc, stateVector?: Uint8Array): Uint8Array {
  const { store } = doc;
  const { pendingStructs, pendingDs } = store;
  store.pendingStructs = null;
  store.pendingDs = null;
  try {
    return Y.encodeStateAsUpdate(doc, stateVector);
  } finally {
    store.pendingStructs = pendingStructs;
    store.pendingDs = pendingDs;
  }
}

/** What waits in a document as messages, made once until it changes. */
export class WaitingFrames {
  #structs: Uint8Array | undefined;
  #deletions: Uint8Array | undefined;
  #frames: readonly Uint8Array[] = [];

  /** Updates, in any order; none when nothing waits. */
  of({ store }: Y.Doc): readonly Uint8Array[] {
    const structs = store.pendingStructs?.update;
    const deletions = store.pendingDs ?? undefined;
    // Yjs makes these bytes anew whenever it changes them.
    if (structs === this.#structs && deletions === this.#deletions) return this.#frames;
    this.#structs = structs;
    this.#deletions = deletions;
    this.#frames = [structs, deletions]
      .filter((update) => update !== undefined)
      .map((update) => updateFrame(Y.convertUpdateFormatV2ToV1(update)));
    return this.#frames;
  }
}
