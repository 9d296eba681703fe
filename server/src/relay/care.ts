import { CLOSE } from '@samenbord/shared/protocol';
import type { Audience } from './audience.ts';
import type { Batch } from './batch.ts';
import { Fullness } from './fullness.ts';
import type { OpenDocument, OpeningContext } from './opening.ts';
import type { Peers } from './peers.ts';
import { setAside } from './setting-aside.ts';
import type { Stay } from './stay.ts';
import { type CheckedUpdate, checkUpdate } from './updates.ts';

export interface CareContext extends OpeningContext {
  readonly name: string;
  readonly stay: Stay;
  readonly audience: Audience;
  readonly peers: Peers;
  /** Whether other nodes write to the document as well. */
  readonly isShared: boolean;
}

/** What keeps a room's document small and whole: compacting it, and taking out what Yjs cannot integrate. */
export class Care {
  readonly fullness: Fullness;
  readonly #context: CareContext;
  #settingAside: Promise<void> = Promise.resolve();

  constructor(context: CareContext) {
    this.#context = context;
    this.fullness = new Fullness(context.limits, {
      compact: (open) => void this.compact(open),
      near: () => this.#nearlyFull(),
    });
  }

  /** Resolves when nothing is being taken out of the store. */
  get settingAside(): Promise<void> {
    return this.#settingAside;
  }

  /** Puts a snapshot in the place of what is stored; who was refused for want of room is asked again. */
  async compact(open: OpenDocument): Promise<void> {
    const { stay, peers, limits, audience } = this.#context;
    const { document, compaction } = open;
    if (!(await compaction.run(() => document.encode())) || stay.open !== open) return;
    peers.compacted(compaction.snapshotBytes);
    this.fullness.weigh(open);
    if (compaction.size > 0.9 * limits.document) return;
    for (const connection of audience.all()) {
      if (!connection.refusedTooLarge) continue;
      connection.refusedTooLarge = false;
      connection.outbox.question(document.question());
    }
  }

  /** Something was applied: looks after what that may have led to. */
  afterChange(open: OpenDocument): void {
    this.afterDropping(open);
    if (open.compaction.due) void this.compact(open);
    this.fullness.weigh(open);
  }

  /**
   * Changes that waited for others made a good change fail and were dropped in its place: they are taken out of
   * the store too (until then each load drops them), and what was good among them is asked for again.
   */
  afterDropping(open: OpenDocument): void {
    if (!open.document.takeDropped()) return;
    const { name, log, metrics, audience } = this.#context;
    metrics.add('relay_refusals_total', 1, 'pending-dropped');
    log.error(
      { document: name },
      'changes that waited for others cannot be integrated and were dropped; the document goes on without them',
    );
    for (const connection of audience.all()) connection.outbox.question(open.document.question());
    void this.compact(open);
  }

  /** Changes that build on others which never come would pile up in memory: who sends them is sent away. */
  boundPending(batch: Batch, { document }: OpenDocument): void {
    const { limits, metrics, audience } = this.#context;
    if (document.pendingBytes <= limits.pending) return;
    metrics.add('relay_refusals_total', 1, 'pending');
    for (const connection of audience.all())
      if (batch.authors.has(connection)) connection.close(CLOSE.malformed);
  }

  /** Puts back in the document what sessions have changed that is the server's own; returns that, not yet stored. */
  putBack(batch: Batch, { document, own }: OpenDocument): CheckedUpdate | undefined {
    if (!document.look((doc) => own.isTouched(doc, batch.wrote))) return undefined;
    const { name, log, metrics, audience } = this.#context;
    const authors = audience.all().filter((connection) => batch.authors.has(connection));
    metrics.add('relay_refusals_total', 1, 'own');
    log.warn(
      { document: name, people: authors.map(({ session }) => session.person.id) },
      'a session changed what only the server, or only somebody else, writes in a document; it was put back',
    );
    const back = document.migrate((doc) => own.putBack(doc), name);
    return back && checkUpdate(back);
  }

  /** A written batch cannot be integrated: it is taken out of the store, and the room starts afresh. */
  setAside(batch: Batch, error: unknown): void {
    const { name, stay, log, metrics, audience, isShared } = this.#context;
    const authors = audience.all().filter((connection) => batch.authors.has(connection));
    metrics.add('relay_refusals_total', 1, 'not-integrable');
    log.error(
      { document: name, err: error, people: authors.map(({ session }) => session.person.id) },
      'changes that Yjs cannot integrate were refused; the document goes on without them',
    );
    const rows = isShared ? 'unknown' : batch.updates.length;
    this.#settingAside = setAside(name, rows, this.#context, () => stay.finished);
    stay.begin(this.#settingAside);
    // Of one author it is known who sent them; several are asked to come back with what they have.
    for (const connection of authors)
      connection.close(authors.length === 1 ? CLOSE.malformed : CLOSE.tryAgain);
    for (const connection of audience.all()) connection.close(CLOSE.tryAgain);
  }

  #nearlyFull(): void {
    const { name, log, metrics, limits, audience } = this.#context;
    metrics.add('relay_nearly_full_total');
    log.warn(
      { document: name, bound: limits.document },
      'a document is nearly full: at its bound it can be read and made smaller only; raise RELAY_DOCUMENT or have people remove what they no longer need',
    );
    audience.notice({ code: 'nearly-full' });
  }
}
