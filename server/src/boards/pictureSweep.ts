import { setTimeout as pause } from 'node:timers/promises';
import { forgetRemoved } from '@samenbord/shared/board';
import type { Logger } from 'pino';
import * as Y from 'yjs';
import type { Relay } from '../relay/types.ts';
import type { Picture, Store } from '../store/types.ts';

/** Takes away what pictures of boards nothing shows any more. */
export interface PictureSweep {
  /** Looks at one board. @returns bytes that went @throws {StoreError} */
  board(id: string): Promise<number>;
  /** Looks at all boards that have pictures, one after the other; a board that cannot be read is left for next time. */
  all(): Promise<void>;
  /** Ends what is under way, as soon as nothing is half done. */
  stop(): void;
}

interface SweepOptions {
  readonly relay: Pick<Relay, 'read'>;
  readonly store: Pick<Store, 'pictures' | 'documentNames'>;
  readonly log: Logger;
  readonly now: () => number;
  /** ms for which nothing has to show a picture before it goes. */
  readonly grace: number;
  readonly removed: (pictures: number, bytes: number) => void;
  /** ms after which what came in at the moment of going is looked for once more. */
  readonly settle?: number;
}

/** What is written meanwhile on another node is in the store by then. */
const SETTLE = 5_000;
/** Bytes of pictures that are held until it is sure that nothing shows them. */
const HELD = 16 * 1024 * 1024;
/** ms between two boards: nobody waits for this. */
const BETWEEN = 100;

/**
 * A picture goes when nothing has shown it for the grace time: until then undo, and a sticker on somebody's clipboard,
 * find it. What shows it is what has its hash in any document of the board, homework and silent rounds too. Who brings it
 * again keeps it, in the store; and what comes to show it without bringing it, between the last look and its going, has
 * it back a moment later. Nodes may do this at the same time: each step is one that another may have taken.
 */
export function createPictureSweep(options: SweepOptions): PictureSweep {
  const { relay, store, log, now, grace, removed, settle = SETTLE } = options;
  const { pictures } = store;
  const ended = new AbortController();

  /** Those of these that some document of the board has. */
  const shown = async (board: string, hashes: readonly string[]): Promise<ReadonlySet<string>> => {
    const found = new Set<string>();
    for (const name of await store.documentNames(board)) {
      const update = await relay.read(name);
      if (update === undefined) continue;
      const text = presentText(update);
      for (const hash of hashes) if (text.includes(hash)) found.add(hash);
    }
    return found;
  };

  /** Takes these away, and puts back what is shown after all. @returns those that stayed away */
  const remove = async (board: string, hashes: readonly string[], before: number): Promise<Picture[]> => {
    const gone: Picture[] = [];
    for (const hash of hashes) {
      const picture = await pictures.get(board, hash).catch(() => undefined);
      if (picture && (await pictures.removeUnused(board, hash, before))) gone.push(picture);
    }
    if (gone.length === 0) return gone;
    // A server that stops does not wait, but it looks.
    await pause(settle, undefined, { ref: false, signal: ended.signal }).catch(() => undefined);
    const back = await shown(
      board,
      gone.map(({ hash }) => hash),
    );
    for (const picture of gone)
      if (back.has(picture.hash)) await pictures.put(board, picture, Number.MAX_SAFE_INTEGER);
    return gone.filter(({ hash }) => !back.has(hash));
  };

  const board = async (id: string): Promise<number> => {
    const all = (await pictures.list(id)).map(({ hash }) => hash);
    if (all.length === 0) return 0;
    const used = await shown(id, all);
    const time = now();
    await pictures.markUnused(
      id,
      all.filter((hash) => !used.has(hash)),
      time,
    );
    let bytes = 0;
    for (const batch of batchesOf(await pictures.unused(id, time - grace))) {
      if (ended.signal.aborted) break;
      const gone = await remove(id, batch, time - grace);
      const size = gone.reduce((sum, picture) => sum + picture.bytes, 0);
      bytes += size;
      removed(gone.length, size);
      if (gone.length > 0)
        log.info({ board: id, pictures: gone.length, bytes: size }, 'unused pictures removed');
    }
    return bytes;
  };

  return {
    board,
    async all() {
      for (const id of await pictures.boards()) {
        if (ended.signal.aborted) return;
        await board(id).catch((error: unknown) =>
          log.warn({ board: id, err: error }, 'pictures not looked at'),
        );
        await pause(BETWEEN, undefined, { ref: false, signal: ended.signal }).catch(() => undefined);
      }
    },
    stop: () => ended.abort(),
  };
}

/**
 * What a document holds now, as text in which a hash stands as it is: an update keeps letters of one byte together. What
 * was deleted is left out by loading it.
 */
function presentText(update: Uint8Array): string {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, update);
    // Its record stays, for undo; its picture has the grace time.
    forgetRemoved(doc);
    return Buffer.from(Y.encodeStateAsUpdate(doc)).toString('latin1');
  } finally {
    doc.destroy();
  }
}

function batchesOf(pictures: readonly { readonly hash: string; readonly bytes: number }[]): string[][] {
  const batches: string[][] = [];
  let size = HELD;
  for (const { hash, bytes } of pictures) {
    if (size + bytes > HELD) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)?.push(hash);
    size += bytes;
  }
  return batches;
}
