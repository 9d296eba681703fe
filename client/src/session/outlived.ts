import { MESSAGE, SYNC } from '@samenbord/shared/protocol';
import * as decoding from 'lib0/decoding';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/**
 * Finds out that a document was erased at the server while this page was away and begun anew under its name. To
 * sync with it would bring back, from this page's memory, what somebody erased for good.
 */
export interface Outliving {
  /** All of the document is known to be on the server's disk now. */
  saved(): void;
  /** Whether this sync message (its kind already taken off, nothing more) shows that the server lacks what it had. */
  isShownBy(decoder: decoding.Decoder): boolean;
}

function watchOutliving(doc: Y.Doc): Outliving {
  /** How far the server is known to have had each client's changes. */
  let had: ReadonlyMap<number, number> = new Map();
  return {
    saved() {
      had = Y.decodeStateVector(Y.encodeStateVector(doc));
    },
    isShownBy(decoder) {
      if (had.size === 0) return false;
      // A copy: who reads the message itself begins at its beginning.
      const copy = decoding.clone(decoder);
      if (decoding.readVarUint(copy) !== SYNC.step1) return false;
      const has = Y.decodeStateVector(decoding.readVarUint8Array(copy));
      return [...had].some(([client, clock]) => (has.get(client) ?? 0) < clock);
    },
  };
}

/**
 * Lets a connection answer no sync message that shows that its document was begun anew.
 * @param onOutlived absent where that need not be watched
 */
export function keepFromOutlived(
  { doc, messageHandlers }: WebsocketProvider,
  onOutlived: (() => void) | undefined,
): Outliving | undefined {
  if (onOutlived === undefined) return undefined;
  const outliving = watchOutliving(doc);
  const sync = messageHandlers[MESSAGE.sync];
  messageHandlers[MESSAGE.sync] = (encoder, decoder, ...others) => {
    if (outliving.isShownBy(decoder)) onOutlived();
    else sync?.(encoder, decoder, ...others);
  };
  return outliving;
}
