import type { Log } from '../store/log.ts';
import type { AppendResult, DocumentStore } from '../store/types.ts';
import { Compaction } from './compaction.ts';
import { type Migrate, RoomDocument } from './document.ts';
import type { RelayLimits } from './limits.ts';
import type { RelayMetrics } from './metrics.ts';

/** What it takes to get a document out of the store. */
export interface OpeningContext {
  readonly store: DocumentStore;
  readonly log: Log;
  readonly metrics: RelayMetrics;
  readonly limits: RelayLimits;
  readonly migrate: Migrate | undefined;
}

/** A document in memory, with what the store has of it. */
export interface OpenDocument {
  readonly document: RoomDocument;
  readonly compaction: Compaction;
  /** Newest position that was loaded. */
  readonly loaded: number;
  /** What bringing it to the newest schema changed, as it was stored. */
  readonly migrated: (AppendResult & { readonly update: Uint8Array }) | undefined;
}

/**
 * Loads a document, brings it to the newest schema, and stores what that changed.
 * @throws what the store, Yjs or the migration throws; then there is no document to show.
 */
export async function openDocument(name: string, context: OpeningContext): Promise<OpenDocument> {
  const { store, log, metrics, limits, migrate } = context;
  const began = performance.now();
  const stored = await store.load(name);
  const document = new RoomDocument(stored);
  const compaction = new Compaction(name, stored, store, log, metrics, limits);
  const update = stored === undefined || migrate === undefined ? undefined : document.migrate(migrate, name);
  const migrated = update && { ...(await store.append(name, [update])), update };
  metrics.observe('relay_load_seconds', (performance.now() - began) / 1000);
  return { document, compaction, loaded: stored?.position ?? 0, migrated };
}
