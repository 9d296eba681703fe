import { MESSAGE } from '@samenbord/shared/protocol';
import type { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';

/** Hears of a change and passes over what the relay brought. */
export type UpdateListener = (update: Uint8Array, origin: unknown, doc: Y.Doc, change: Y.Transaction) => void;

/**
 * Lets the first that comes from the relay into an empty document without those who only wait for what is written
 * here: this listener and the provider's own. Yjs writes every change down for whoever listens, and for all of a
 * board that takes a third as long as to take it in.
 */
export function takeInUnheard(provider: WebsocketProvider, doc: Y.Doc, listener: UpdateListener): void {
  const sync = provider.messageHandlers[MESSAGE.sync];
  provider.messageHandlers[MESSAGE.sync] = (...message) => {
    if (doc.store.clients.size > 0) return sync?.(...message);
    const listeners: readonly UpdateListener[] = [listener, provider._updateHandler];
    // Back as soon as that change is through: what it leads to here is written here.
    const back = (): void => {
      doc.off('afterAllTransactions', back);
      for (const one of listeners) {
        doc.off('update', one);
        doc.on('update', one);
      }
    };
    for (const one of listeners) doc.off('update', one);
    doc.on('afterAllTransactions', back);
    sync?.(...message);
    back();
  };
}
