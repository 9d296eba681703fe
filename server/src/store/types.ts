/**
 * What the relay and the access room need kept: bytes per document, and a few small records. No Yjs
 * here: the store neither knows nor checks what the bytes mean.
 *
 * Two promises with two moments: **written** (committed: survives the death of this process) and
 * **synced** (flushed to the disk: survives a power cut). The relay shows a change to others after
 * the first and acknowledges it after the second.
 */
export interface DocumentStore {
  /**
   * Appends updates to a document, in order, all or none. Appends of one turn of the event loop, of
   * any documents, may share one commit (group commit).
   * @returns when written; `position` grows with every append of this store.
   * @param fence what must still hold at the moment of the commit
   * @throws {StoreError} when nothing of it was written; the caller keeps the updates and retries, unless it is
   *   `fenced`: then it never will be.
   */
  append(document: string, updates: readonly Uint8Array[], fence?: Fence): Promise<AppendResult>;

  /**
   * Resolves when everything up to `position` is on disk. Calls share one flush.
   * @throws {StoreError} when the flush failed; the caller asks again.
   */
  synced(position: number): Promise<void>;

  /** Everything kept of a document, or `undefined` when nothing ever was. */
  load(document: string): Promise<StoredDocument | undefined>;

  /**
   * Replaces all that `covers` names by one snapshot. The snapshot is written before what it covers is
   * deleted; a crash between leaves both, which is harmless because updates are idempotent.
   * @throws {StoreError} `fenced`, and nothing is changed
   */
  compact(document: string, snapshot: Uint8Array, covers: number, fence?: Fence): Promise<void>;

  /** Removes a document and everything of it at once. */
  remove(document: string): Promise<void>;
}

/**
 * A note that has to be there in one version when something is written: who changes the note ends all writing that
 * builds on what it said before, on whatever node, from the moment on at which the change of the note is written.
 */
export type Fence = Pick<Note, 'board' | 'kind' | 'id' | 'version'>;

export interface AppendResult {
  /** Grows with every append; what {@link DocumentStore.synced} and `covers` take. */
  readonly position: number;
  /**
   * Only of a store that several nodes share: the newest position of this document just before, 0 for none.
   * Whoever has everything up to there has, with these updates, everything up to `position`.
   */
  readonly previous?: number;
}

export interface StoredDocument {
  readonly snapshot: Uint8Array | undefined;
  /** Updates after the snapshot, oldest first. */
  readonly updates: readonly Uint8Array[];
  /** Position of the newest of them: what a compaction of exactly this may cover. */
  readonly position: number;
}

/** A board as the access room knows it. Title and partners live in the board's table document. */
export interface BoardRecord {
  readonly id: string;
  /** ms since the epoch. */
  readonly made: number;
}

/** A link that opens a board in one role. The secret itself is never kept. */
export interface LinkRecord {
  readonly id: string;
  readonly board: string;
  readonly role: 'facilitator' | 'partner' | 'observer';
  /** Only with role `partner`. */
  readonly partner: string | null;
  /** SHA-256 of the secret, 32 bytes. */
  readonly hash: Uint8Array;
  readonly made: number;
  /** When it was withdrawn, ms since the epoch; `null` while it works. */
  readonly withdrawn: number | null;
}

/** A small value beside the documents: JSON text, by board, kind and id. */
export interface Note {
  readonly board: string;
  readonly kind: string;
  readonly id: string;
  readonly value: string;
  /**
   * Above 0 and another with every write, also after a removal: who read this version and nobody wrote since
   * finds it again. Among notes that were added one after the other, it grows.
   */
  readonly version: number;
}

export type NewNote = Omit<Note, 'version'>;

/**
 * What adding a note came to: it is there now, it was there before, or there were as many of its kind on its
 * board already as there may be.
 */
export type NoteAdded = 'added' | 'there' | 'full';

/**
 * Small values of a board that need no table of their own, with optimistic concurrency. Durable when the
 * promise resolves. They go with their board; writing one of a board that is not there is refused.
 */
export interface NoteStore {
  /**
   * Writes when the version that is there is `expected`; 0 for none.
   * @returns the new version, or `undefined` when somebody else was first.
   * @throws {StoreError} also when there is no such board
   */
  putNote(note: NewNote, expected: number): Promise<number | undefined>;
  /**
   * Adds a note unless it is there or its board has `most` of its kind: exactly, however many add at once.
   * @throws {StoreError} also when there is no such board
   */
  addNote(note: NewNote, most: number): Promise<NoteAdded>;
  note(board: string, kind: string, id: string): Promise<Note | undefined>;
  /** All of one kind on a board, in the order of their versions: who was written longest ago comes first. */
  notes(board: string, kind: string): Promise<readonly Note[]>;
  /** Those with this id on whatever board: for what is known without its board, such as a spoken code. */
  notesWithId(kind: string, id: string): Promise<readonly Note[]>;
  /**
   * All of one kind, over all boards, that were written at `since` or later.
   * @param since ms since the epoch by the store's own clock, which may differ from that of the caller
   */
  notesOfKind(kind: string, since?: number): Promise<readonly Note[]>;
  removeNote(board: string, kind: string, id: string): Promise<void>;
}

/** The small records beside the documents. All of it durable (synced) when the promise resolves. */
export interface RecordStore extends NoteStore {
  addBoard(board: BoardRecord, links: readonly LinkRecord[]): Promise<void>;
  board(id: string): Promise<BoardRecord | undefined>;
  /** Adds a link to a board that is there. @throws {StoreError} also when there is none, or a link of this id */
  addLink(link: LinkRecord): Promise<void>;
  links(board: string): Promise<readonly LinkRecord[]>;
  link(id: string): Promise<LinkRecord | undefined>;
  withdrawLink(id: string, at: number): Promise<void>;
  /**
   * Removes a board and all of it at once: its record, links and notes, its pictures, what a check has set aside of it,
   * and the documents named `<id>` and `<id>/...`.
   */
  removeBoard(id: string): Promise<void>;
  /** A named secret of this installation, made with `make` at first use and the same ever after. */
  key(name: string, make: () => Uint8Array): Promise<Uint8Array>;
}

/** A picture on its way into the store. */
export interface NewPicture {
  /** Media type, such as `image/png`. */
  readonly type: string;
  readonly content: Uint8Array;
  /** ms since the epoch. */
  readonly made: number;
}

/** What is known of a picture without its bytes. */
export interface PictureRecord {
  /** SHA-256 of its bytes, 64 characters of lower-case hexadecimal: its name on this board. */
  readonly hash: string;
  readonly type: string;
  readonly bytes: number;
  readonly made: number;
}

export interface Picture extends PictureRecord {
  readonly content: Uint8Array;
}

/** `kept` now, or `known` before; or refused because the board has no space left, or there is no such board. */
export type PictureOutcome = 'kept' | 'known' | 'full' | 'no-board';

/** Pictures of boards, by what is in them: the same one twice on a board is kept once. All of it durable. */
export interface PictureStore {
  /** @param most bytes that all pictures of the board may come to; decided where they are kept, for all nodes. */
  put(
    board: string,
    picture: NewPicture,
    most: number,
  ): Promise<{ readonly hash: string; readonly outcome: PictureOutcome }>;
  /** @throws {StoreError} `corrupt` when its bytes are not those it was kept with. */
  get(board: string, hash: string): Promise<Picture | undefined>;
  has(board: string, hash: string): Promise<boolean>;
  /** Oldest first. */
  list(board: string): Promise<readonly PictureRecord[]>;
  /** What the pictures of a board come to, bytes. */
  bytes(board: string): Promise<number>;
  remove(board: string, hash: string): Promise<void>;
  /** Boards that have any. */
  boards(): Promise<readonly string[]>;
  /**
   * Says which pictures of a board nothing shows: those are so since `at`, or since when they were found so before. All
   * others are in use; and so is one that is put again.
   */
  markUnused(board: string, hashes: readonly string[], at: number): Promise<void>;
  /** Those that nothing shows since `before` or longer, oldest first. */
  unused(board: string, before: number): Promise<readonly PictureRecord[]>;
  /** Removes one, if nothing shows it since `before` or longer now. @returns whether it did */
  removeUnused(board: string, hash: string, before: number): Promise<boolean>;
  /** All of a board, which itself stays. */
  removeAll(board: string): Promise<void>;
}

/** A store as `main` opens and closes it. */
export interface Store extends DocumentStore, RecordStore {
  readonly pictures: PictureStore;
  /** Names of the documents there are that are called `name` or begin with `name` and a slash. */
  documentNames(name: string): Promise<readonly string[]>;
  /**
   * What was replaced or deleted until now leaves the files at once, as far as the store decides that itself: SQLite
   * empties its log. PostgreSQL reuses the space in its own time. {@link DocumentStore.remove} does it by itself.
   */
  scrub(): Promise<void>;
  /** Flushes and closes. After it every call throws. */
  close(): Promise<void>;
  /** Whether the store answers now; for `/readyz`. */
  healthy(): Promise<boolean>;
}

/**
 * The documents of a store that several nodes write to at once. Positions of one document become visible in
 * their order: who has read up to a position never misses a smaller one that comes later.
 */
export interface SharedDocumentStore extends DocumentStore {
  append(document: string, updates: readonly Uint8Array[], fence?: Fence): Promise<Required<AppendResult>>;

  /**
   * What is newer than position `after`, or `undefined` when nothing is. A snapshot is among it when it took
   * the place of updates after that position.
   */
  loadAfter(document: string, after: number): Promise<StoredDocument | undefined>;

  /** The newest position of each of these documents, 0 for one that was never written. */
  heads(documents: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

/** A store that several nodes share. */
export interface SharedStore extends SharedDocumentStore, Omit<Store, keyof DocumentStore> {
  /** Links withdrawn at `time`, ms since the epoch, or later. */
  withdrawnSince(time: number): Promise<readonly LinkRecord[]>;
}

export type StoreErrorCode =
  /** No space left. */
  | 'disk-full'
  /** The directory or database cannot be written. */
  | 'not-writable'
  /** Another process has this store open. */
  | 'in-use'
  /** A row cannot be read back. */
  | 'corrupt'
  /** The store was made by a newer program. */
  | 'newer-schema'
  /** The note that this depended on is another by now. */
  | 'fenced'
  /** Anything else; the message says what. */
  | 'unavailable'
  /** Called after `close`. */
  | 'closed';

/** What is written builds on a note that is another by now. */
export const fencedError = (): StoreError =>
  new StoreError('fenced', 'what this was to be written to is over; it was begun anew or ended meanwhile');

/** What went wrong in the store, with a message that says what to do. Never holds document bytes. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}
