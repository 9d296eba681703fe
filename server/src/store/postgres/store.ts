import {
  type AppendResult,
  type BoardRecord,
  type Fence,
  type LinkRecord,
  type NewNote,
  type Note,
  type NoteAdded,
  type PictureStore,
  type SharedStore,
  type StoredDocument,
  StoreError,
} from '../types.ts';
import type { Connections } from './connections.ts';
import { type AppendItem, appendItems, compactDocument, headsOf, loadNewer, namesOf } from './documents.ts';
import { isRefusal, storeErrorOf } from './errors.ts';
import { addNote, noteBy, notesOfBoard, notesOfKind, notesWithId, putNote, removeNote } from './notes.ts';
import { picturesOver } from './pictures.ts';
import { addBoard, addLink, boardOf, keyOf, linkById, linksOf, withdrawnSince } from './records.ts';

interface GatheredAppend extends AppendItem {
  readonly resolve: (result: Required<AppendResult>) => void;
  readonly reject: (error: StoreError) => void;
}

/** Documents in one commit at most: each holds a lock until it ends. */
const MOST_ITEMS = 200;

/** Bytes in one commit, unless a single append is larger. */
const MOST_BYTES = 8 * 1024 * 1024;

/** How long {@link PostgresStore.healthy} waits, ms. */
const HEALTH_TIMEOUT = 2000;

/**
 * The store on PostgreSQL, for any number of nodes. Appends that come while one is being committed share the
 * next commit.
 *
 * Written and on disk are one moment here: a commit is answered when its log is flushed. With
 * `synchronous_commit = off` what others were shown would be lost with the database's own process, because it
 * lies in that process's memory and not, as with SQLite, in the kernel's.
 */
export class PostgresStore implements SharedStore {
  readonly pictures: PictureStore;
  /** One connection, so that appends are written in the order of the calls and never wait for a load. */
  readonly #writing: Connections;
  readonly #reading: Connections;
  #gathered: GatheredAppend[] = [];
  #committing: Promise<void> | undefined;
  #closed = false;

  constructor(writing: Connections, reading: Connections) {
    this.#writing = writing;
    this.#reading = reading;
    this.pictures = picturesOver(reading);
  }

  append(document: string, updates: readonly Uint8Array[], fence?: Fence): Promise<Required<AppendResult>> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(closedError());
      this.#gathered.push({ document, updates, fence, resolve, reject });
      // The turn's other appends, of whatever documents, come along in the same commit.
      if (this.#gathered.length === 1 && this.#committing === undefined) setImmediate(() => this.#commit());
    });
  }

  synced(_position: number): Promise<void> {
    return this.#closed ? Promise.reject(closedError()) : Promise.resolve();
  }

  load(document: string): Promise<StoredDocument | undefined> {
    return loadNewer(this.#reading, document, -1);
  }

  loadAfter(document: string, after: number): Promise<StoredDocument | undefined> {
    return loadNewer(this.#reading, document, after);
  }

  heads(documents: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return headsOf(this.#reading, documents);
  }

  compact(document: string, snapshot: Uint8Array, covers: number, fence?: Fence): Promise<void> {
    return compactDocument(this.#reading, document, snapshot, covers, fence);
  }

  async remove(document: string): Promise<void> {
    // What a check could not read of it still holds what was written.
    await this.#reading.query(
      `WITH aside AS (DELETE FROM samenbord.set_aside WHERE board = split_part($1, '/', 1) AND name = $1)
       SELECT samenbord.remove($1)`,
      [document],
    );
  }

  documentNames(name: string): Promise<readonly string[]> {
    return namesOf(this.#reading, name);
  }

  /** The database reuses the space of dead rows in its own time. */
  scrub(): Promise<void> {
    return this.#closed ? Promise.reject(closedError()) : Promise.resolve();
  }

  addBoard(board: BoardRecord, links: readonly LinkRecord[]): Promise<void> {
    return addBoard(this.#reading, board, links);
  }

  board(id: string): Promise<BoardRecord | undefined> {
    return boardOf(this.#reading, id);
  }

  addLink(link: LinkRecord): Promise<void> {
    return addLink(this.#reading, link);
  }

  links(board: string): Promise<readonly LinkRecord[]> {
    return linksOf(this.#reading, board);
  }

  link(id: string): Promise<LinkRecord | undefined> {
    return linkById(this.#reading, id);
  }

  withdrawnSince(time: number): Promise<readonly LinkRecord[]> {
    return withdrawnSince(this.#reading, time);
  }

  async withdrawLink(id: string, at: number): Promise<void> {
    const text = 'UPDATE samenbord.links SET withdrawn = $1 WHERE id = $2 AND withdrawn IS NULL';
    await this.#reading.query(text, [at, id]);
  }

  async removeBoard(id: string): Promise<void> {
    await this.#reading.query('SELECT samenbord.remove_board($1)', [id]);
  }

  key(name: string, make: () => Uint8Array): Promise<Uint8Array> {
    return keyOf(this.#reading, name, make);
  }

  putNote(note: NewNote, expected: number): Promise<number | undefined> {
    return putNote(this.#reading, note, expected);
  }

  addNote(note: NewNote, most: number): Promise<NoteAdded> {
    return addNote(this.#reading, note, most);
  }

  note(board: string, kind: string, id: string): Promise<Note | undefined> {
    return noteBy(this.#reading, board, kind, id);
  }

  notes(board: string, kind: string): Promise<readonly Note[]> {
    return notesOfBoard(this.#reading, board, kind);
  }

  notesWithId(kind: string, id: string): Promise<readonly Note[]> {
    return notesWithId(this.#reading, kind, id);
  }

  notesOfKind(kind: string, since = 0): Promise<readonly Note[]> {
    return notesOfKind(this.#reading, kind, since);
  }

  removeNote(board: string, kind: string, id: string): Promise<void> {
    return removeNote(this.#reading, board, kind, id);
  }

  async healthy(): Promise<boolean> {
    if (this.#closed) return false;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(resolve, HEALTH_TIMEOUT, false);
    });
    const answer = this.#reading.query('SELECT 1').then(
      () => true,
      () => false,
    );
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    while (this.#gathered.length > 0 || this.#committing !== undefined) {
      this.#commit();
      await this.#committing;
    }
    await Promise.all([this.#writing.close(), this.#reading.close()]);
  }

  /** Commits what is gathered, unless a commit is under way: then that one goes on with it. */
  #commit(): void {
    if (this.#gathered.length === 0 || this.#committing !== undefined) return;
    const group = this.#takeGroup();
    this.#committing = this.#commitGroup(group).finally(() => {
      this.#committing = undefined;
      if (this.#gathered.length > 0) setImmediate(() => this.#commit());
    });
  }

  #takeGroup(): GatheredAppend[] {
    let bytes = 0;
    let count = 0;
    for (const { updates } of this.#gathered) {
      for (const update of updates) bytes += update.byteLength;
      if (count > 0 && (count === MOST_ITEMS || bytes > MOST_BYTES)) break;
      count++;
    }
    return this.#gathered.splice(0, count);
  }

  async #commitGroup(group: readonly GatheredAppend[]): Promise<void> {
    try {
      const results = await appendItems(this.#writing, group);
      for (const [index, append] of group.entries()) {
        const result = results[index];
        if (result === undefined) append.reject(new StoreError('unavailable', 'no answer of the database'));
        else append.resolve(result);
      }
    } catch (error) {
      // What still fits is taken, though something in the group does not.
      if (group.length > 1 && isRefusal(error)) for (const append of group) await this.#commitGroup([append]);
      else for (const append of group) append.reject(storeErrorOf(error));
    }
  }
}

function closedError(): StoreError {
  return new StoreError('closed', 'the store is closed');
}
