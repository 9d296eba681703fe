import type { DocumentStore } from '../store/types.ts';
import { RoomDocument } from './document.ts';
import { retryPause } from './journal.ts';
import type { OpeningContext } from './opening.ts';

/**
 * Takes the newest `rows` updates of a document out of the store again, trying until it succeeds: they were
 * written, but Yjs could not integrate them, so nobody has been shown them and with them the document
 * would never load again. Nothing may be written to the document meanwhile.
 * @param stopped whether to give up.
 */
export async function setNewestAside(
  name: string,
  rows: number,
  context: OpeningContext,
  stopped: () => boolean,
): Promise<void> {
  const { store, log, metrics, limits } = context;
  for (let attempt = 0; !stopped(); attempt++) {
    try {
      await replaceAll(store, name, rows);
      return;
    } catch (error) {
      metrics.add('relay_store_errors_total', 1, 'set-aside');
      log.error({ document: name, err: error }, 'refused changes could not be taken out of the store yet');
    }
    await new Promise((resolve) => setTimeout(resolve, retryPause(attempt, limits)).unref());
  }
}

/** Puts what was before the newest rows in the place of everything, in one step of the store. */
async function replaceAll(store: DocumentStore, name: string, rows: number): Promise<void> {
  const stored = await store.load(name);
  if (stored === undefined) return;
  const good = new RoomDocument({ ...stored, updates: stored.updates.slice(0, -rows) });
  try {
    await store.compact(name, good.encode(), stored.position);
  } finally {
    good.destroy();
  }
}
