import type { Log } from '../store/log.ts';
import type { AppendResult, DocumentStore } from '../store/types.ts';
import { Compaction } from './compaction.ts';
import { type Migrate, RoomDocument } from './document.ts';
import type { RelayLimits } from './limits.ts';
import type { Life, Lives } from './lives.ts';
import type { RelayMetrics } from './metrics.ts';
import { Own, type OwnPlaces } from './own.ts';

/** What it takes to get a document out of the store. */
export interface OpeningContext {
  readonly store: DocumentStore;
  readonly log: Log;
  readonly metrics: RelayMetrics;
  readonly limits: RelayLimits;
  readonly migrate: Migrate | undefined;
  readonly lives: Lives | undefined;
  readonly own: OwnPlaces | undefined;
}

/** A document in memory, with what the store has of it. */
export interface OpenDocument {
  readonly document: RoomDocument;
  readonly compaction: Compaction;
  /** What the server wrote in it that nobody else may. */
  readonly own: Own;
  /** `undefined` for a document that is never begun anew. */
  readonly life: Life | undefined;
  /** Newest position that was loaded. */
  readonly loaded: number;
  /** What bringing it to the newest schema changed, as it was stored. */
  readonly migrated: (AppendResult & { readonly update: Uint8Array }) | undefined;
}

/**
 * Loads a document, brings it to the newest schema, and stores what that changed.
 * @returns `over` for a document that is not opened any more.
 * @throws what the store, Yjs or the migration throws; then there is no document to show.
 */
export async function openDocument(name: string, context: OpeningContext): Promise<OpenDocument | 'over'> {
  const { store, log, metrics, limits, migrate, lives } = context;
  const began = performance.now();
  // Before its content: what is erased between the two has a fence here that no longer holds.
  const life = await lives?.(name);
  if (life === 'over') return 'over';
  const stored = await store.load(name);
  const document = new RoomDocument(stored);
  const compaction = new Compaction(name, stored, store, log, metrics, limits, life?.fence);
  const update = stored === undefined || migrate === undefined ? undefined : document.migrate(migrate, name);
  const migrated = update && { ...(await store.append(name, [update], life?.fence)), update };
  metrics.observe('relay_load_seconds', (performance.now() - began) / 1000);
  const own = new Own(context.own?.(name) ?? []);
  document.look((doc) => own.note(doc));
  return { document, compaction, own, life, loaded: stored?.position ?? 0, migrated };
}
