import type { DocumentStore, StoredDocument } from '../store/types.ts';
import { RoomDocument } from './document.ts';
import type { OpeningContext } from './opening.ts';
import { retryPause } from './retry.ts';

/**
 * Takes updates of a document out of the store again, trying until it succeeds: they were written, but Yjs
 * could not integrate them, so nobody has been shown them and with them the document would never load again.
 * Nothing may be written to the document by this node meanwhile.
 * @param rows how many, when they are the newest; `unknown` when other nodes write to the document as well,
 * so that each is tried.
 * @param stopped whether to give up.
 */
export async function setAside(
  name: string,
  rows: number | 'unknown',
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

/** Those of the stored updates that Yjs can integrate, one after the other. */
function integrable(stored: StoredDocument): readonly Uint8Array[] {
  const good: Uint8Array[] = [];
  let document = new RoomDocument({ ...stored, updates: [] });
  for (const update of stored.updates) {
    try {
      document.apply([update]);
      good.push(update);
    } catch {
      // What it has left behind half done is thrown away with the document.
      document.destroy();
      document = new RoomDocument({ ...stored, updates: good });
    }
  }
  document.destroy();
  return good;
}

/** Puts what was before the newest rows in the place of everything, in one step of the store. */
async function replaceAll(store: DocumentStore, name: string, rows: number | 'unknown'): Promise<void> {
  const stored = await store.load(name);
  if (stored === undefined) return;
  const updates = rows === 'unknown' ? integrable(stored) : stored.updates.slice(0, -rows);
  if (updates.length === stored.updates.length) return;
  const good = new RoomDocument({ ...stored, updates });
  try {
    await store.compact(name, good.encode(), stored.position);
  } finally {
    good.destroy();
  }
}
