import { memoryNotes } from './memoryNotes.ts';
import { memoryPictures } from './memoryPictures.ts';
import type { AppendResult, BoardRecord, Fence, LinkRecord, Store, StoredDocument } from './types.ts';
import { fencedError, StoreError } from './types.ts';

interface KeptUpdate {
  readonly position: number;
  readonly bytes: Uint8Array;
}

interface KeptDocument {
  snapshot: Uint8Array | undefined;
  /** Position up to which the snapshot reaches; 0 without one. */
  covers: number;
  updates: KeptUpdate[];
}

/**
 * A store that forgets everything with its process: for tests and for trying the server out. It is as
 * asynchronous as the real ones, so that nothing comes to rely on an answer within the same turn.
 */
export function memoryStore(): Store {
  const documents = new Map<string, KeptDocument>();
  const boards = new Map<string, BoardRecord>();
  const links = new Map<string, LinkRecord>();
  const keys = new Map<string, Uint8Array>();
  let position = 0;
  let closed = false;

  /** Does `work` in a later turn, in the order of the calls. */
  async function later<T>(work: () => T): Promise<T> {
    if (closed) throw new StoreError('closed', 'the store is closed');
    await new Promise((resolve) => setImmediate(resolve));
    return work();
  }

  function expect(fence: Fence | undefined): void {
    if (fence !== undefined && notes.versionOf(fence) !== fence.version) throw fencedError();
  }

  function append(document: string, updates: readonly Uint8Array[], fence?: Fence): Promise<AppendResult> {
    const copies = updates.map((bytes) => bytes.slice());
    return later(() => {
      expect(fence);
      const kept = documents.get(document) ?? { snapshot: undefined, covers: 0, updates: [] };
      for (const bytes of copies) kept.updates.push({ position: ++position, bytes });
      if (copies.length > 0) documents.set(document, kept);
      return { position };
    });
  }

  function compact(document: string, snapshot: Uint8Array, covers: number, fence?: Fence): Promise<void> {
    const copy = snapshot.slice();
    return later(() => {
      expect(fence);
      const kept = documents.get(document) ?? { snapshot: undefined, covers: 0, updates: [] };
      // A snapshot that reaches less far than the one we have would take changes away.
      if (kept.snapshot !== undefined && kept.covers > covers) return;
      kept.snapshot = copy;
      kept.covers = covers;
      kept.updates = kept.updates.filter((update) => update.position > covers);
      documents.set(document, kept);
    });
  }

  function addBoard(board: BoardRecord, added: readonly LinkRecord[]): Promise<void> {
    return later(() => {
      if (boards.has(board.id) || added.some((link) => links.has(link.id)))
        throw new StoreError('unavailable', 'a board or link with this id exists already; use a fresh id');
      boards.set(board.id, { ...board });
      for (const link of added) links.set(link.id, { ...link, hash: link.hash.slice() });
    });
  }

  function addLink(link: LinkRecord): Promise<void> {
    return later(() => {
      if (!boards.has(link.board) || links.has(link.id))
        throw new StoreError('unavailable', 'there is no such board, or a link with this id exists already');
      links.set(link.id, { ...link, hash: link.hash.slice() });
    });
  }

  const hasBoard = (board: string) => boards.has(board);
  const pictures = memoryPictures(later, hasBoard);
  const notes = memoryNotes(later, hasBoard);

  return {
    pictures: pictures.store,
    ...notes.store,
    append,
    load: (document) => later(() => storedOf(documents.get(document))),
    compact,
    addBoard,
    addLink,
    synced: () => later(() => undefined),
    remove: (document) => later(() => void documents.delete(document)),
    documentNames: (name) => later(() => [...documents.keys()].filter((one) => isBelow(one, name))),
    scrub: () => later(() => undefined),
    board: (id) => later(() => boards.get(id)),
    links: (board) => later(() => [...links.values()].filter((link) => link.board === board)),
    link: (id) => later(() => links.get(id)),
    withdrawLink: (id, at) =>
      later(() => {
        const link = links.get(id);
        if (link !== undefined && link.withdrawn === null) links.set(id, { ...link, withdrawn: at });
      }),
    removeBoard: (id) =>
      later(() => {
        boards.delete(id);
        notes.removeBoard(id);
        for (const link of links.values()) if (link.board === id) links.delete(link.id);
        for (const name of documents.keys())
          if (name === id || name.startsWith(`${id}/`)) documents.delete(name);
        pictures.forget(id);
      }),
    key: (name, make) =>
      later(() => {
        const value = keys.get(name) ?? make().slice();
        keys.set(name, value);
        return value.slice();
      }),
    async close() {
      await later(() => undefined);
      closed = true;
    },
    healthy: async () => !closed,
  };
}

function storedOf(kept: KeptDocument | undefined): StoredDocument | undefined {
  if (kept === undefined) return undefined;
  return {
    snapshot: kept.snapshot?.slice(),
    updates: kept.updates.map((update) => update.bytes.slice()),
    position: kept.updates.at(-1)?.position ?? kept.covers,
  };
}
const isBelow = (document: string, name: string): boolean =>
  document === name || document.startsWith(`${name}/`);
