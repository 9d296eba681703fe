import type { Worker } from 'node:worker_threads';
import type { Log } from '../log.ts';
import {
  type AppendResult,
  type BoardRecord,
  type Fence,
  type LinkRecord,
  type NewNote,
  type Note,
  type NoteAdded,
  type PictureStore,
  type Store,
  type StoredDocument,
  StoreError,
} from '../types.ts';
import { storeError } from './errors.ts';
import { SharedFlush } from './flush.ts';
import type { Answer, AppendOutcome, Operation, Operations, PackedDocument } from './messages.ts';
import { pack, unpack } from './pack.ts';
import { picturesOver } from './pictureStore.ts';

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

interface GatheredAppend {
  readonly document: string;
  readonly updates: readonly Uint8Array[];
  readonly fence: Fence | undefined;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: Error) => void;
}

/** How long {@link SqliteStore.healthy} waits for the thread, ms. */
const HEALTH_TIMEOUT = 2000;

/** The event loop's end of the store: gathers, asks the thread, and matches its answers. */
export class SqliteStore implements Store {
  readonly pictures: PictureStore;
  readonly #worker: Worker;
  readonly #log: Log;
  readonly #flush: SharedFlush;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #gathered: GatheredAppend[] = [];
  #committing: Promise<void> | undefined;
  #ended: StoreError | undefined;

  /** @param worker a thread that has said that it is open. */
  constructor(worker: Worker, log: Log, flushPause: number) {
    this.#worker = worker;
    this.#log = log;
    this.#flush = new SharedFlush(() => this.#ask('sync', null), flushPause);
    this.pictures = picturesOver(
      (kind, ask, transfer) => this.#ask(kind, ask, transfer),
      () => this.#flush.afterNow(),
    );
    worker.on('message', (answer: Answer) => this.#answered(answer));
    worker.on('error', (error) => this.#end(error));
    worker.on('exit', () => this.#end(undefined));
  }

  append(document: string, updates: readonly Uint8Array[], fence?: Fence): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined) return reject(this.#ended);
      this.#gathered.push({ document, updates, fence, resolve, reject });
      // The turn's other appends, of whatever documents, come along in the same commit.
      if (this.#gathered.length === 1 && this.#committing === undefined) setImmediate(() => this.#commit());
    });
  }

  synced(position: number): Promise<void> {
    return this.#flush.upTo(position);
  }

  async load(document: string): Promise<StoredDocument | undefined> {
    const found: PackedDocument | undefined = await this.#ask('load', document);
    if (found === undefined) return undefined;
    const parts = unpack(found.packed);
    const snapshot = found.hasSnapshot ? parts.shift() : undefined;
    return { snapshot, updates: parts, position: found.position };
  }

  async compact(document: string, snapshot: Uint8Array, covers: number, fence?: Fence): Promise<void> {
    const packed = pack([snapshot]);
    await this.#ask('compact', { document, snapshot: packed, covers, fence }, packed.bytes.buffer);
  }

  async remove(document: string): Promise<void> {
    await this.#durably('remove', document);
  }

  documentNames(name: string): Promise<readonly string[]> {
    return this.#ask('documentNames', name);
  }

  async scrub(): Promise<void> {
    await this.#durably('scrub', null);
  }

  async addBoard(board: BoardRecord, links: readonly LinkRecord[]): Promise<void> {
    await this.#durably('addBoard', { board, links });
  }

  board(id: string): Promise<BoardRecord | undefined> {
    return this.#ask('board', id);
  }

  async addLink(link: LinkRecord): Promise<void> {
    await this.#durably('addLink', link);
  }

  links(board: string): Promise<readonly LinkRecord[]> {
    return this.#ask('links', board);
  }

  link(id: string): Promise<LinkRecord | undefined> {
    return this.#ask('link', id);
  }

  async withdrawLink(id: string, at: number): Promise<void> {
    await this.#durably('withdrawLink', { id, at });
  }

  async removeBoard(id: string): Promise<void> {
    await this.#durably('removeBoard', id);
  }

  async key(name: string, make: () => Uint8Array): Promise<Uint8Array> {
    const found = await this.#ask('key', name);
    if (found !== undefined) return found;
    const kept = await this.#ask('keepKey', { name, value: make() });
    await this.#flush.afterNow();
    return kept;
  }

  putNote(note: NewNote, expected: number): Promise<number | undefined> {
    return this.#durably('putNote', { note, expected });
  }

  addNote(note: NewNote, most: number): Promise<NoteAdded> {
    return this.#durably('addNote', { note, most });
  }

  note(board: string, kind: string, id: string): Promise<Note | undefined> {
    return this.#ask('note', { board, kind, id });
  }

  notes(board: string, kind: string): Promise<readonly Note[]> {
    return this.#ask('notes', { board, kind });
  }

  notesWithId(kind: string, id: string): Promise<readonly Note[]> {
    return this.#ask('notesWithId', { kind, id });
  }

  notesOfKind(kind: string, since = 0): Promise<readonly Note[]> {
    return this.#ask('notesOfKind', { kind, since });
  }

  async removeNote(board: string, kind: string, id: string): Promise<void> {
    await this.#durably('removeNote', { board, kind, id });
  }

  async healthy(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(resolve, HEALTH_TIMEOUT, false);
    });
    try {
      return await Promise.race([this.#ask('health', null).catch(() => false), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    if (this.#ended !== undefined) return;
    while (this.#gathered.length > 0 || this.#committing !== undefined) {
      this.#commit();
      await this.#committing;
    }
    // Also waits for a flush under way, whose file the thread is about to close.
    await this.#flush.afterNow().catch((error) => this.#log.error({ err: error }, 'the last flush failed'));
    const exited = new Promise((resolve) => this.#worker.once('exit', resolve));
    const closing = this.#ask('close', null);
    this.#ended = new StoreError('closed', 'the store is closed');
    try {
      await closing;
    } finally {
      await exited;
    }
  }

  /** Commits what is gathered, unless a commit is under way: then that one goes on with it. */
  #commit(): void {
    if (this.#gathered.length === 0 || this.#committing !== undefined) return;
    const group = this.#gathered;
    this.#gathered = [];
    this.#committing = this.#commitGroup(group).finally(() => {
      this.#committing = undefined;
      if (this.#gathered.length > 0) setImmediate(() => this.#commit());
    });
  }

  async #commitGroup(group: readonly GatheredAppend[]): Promise<void> {
    const packed = pack(group.flatMap((append) => append.updates));
    const items = group.map(({ document, updates, fence }) => ({ document, updates: updates.length, fence }));
    let outcomes: readonly AppendOutcome[];
    try {
      outcomes = await this.#ask('append', { items, packed }, packed.bytes.buffer);
    } catch (error) {
      for (const append of group) append.reject(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    for (const [index, append] of group.entries()) {
      const outcome = outcomes[index] ?? { failure: { code: 'unavailable', message: 'no answer' } };
      if ('failure' in outcome) append.reject(storeError(outcome.failure));
      else append.resolve(outcome);
    }
  }

  /** Asks for a change, and answers when it is on disk. */
  async #durably<K extends Operation>(kind: K, ask: Operations[K]['ask']): Promise<Operations[K]['answer']> {
    const answer = await this.#ask(kind, ask);
    await this.#flush.afterNow();
    return answer;
  }

  #ask<K extends Operation>(
    kind: K,
    ask: Operations[K]['ask'],
    transfer?: ArrayBuffer,
  ): Promise<Operations[K]['answer']> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined) return reject(this.#ended);
      const id = ++this.#lastId;
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
      this.#worker.postMessage({ id, kind, ask }, transfer === undefined ? [] : [transfer]);
    });
  }

  #answered(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.ok) waiting?.resolve(answer.answer as never);
    else waiting?.reject(storeError(answer.failure));
  }

  /** The thread is gone: expected after `close`, a fault otherwise. Whoever still waits is told. */
  #end(cause: Error | undefined): void {
    if (this.#ended === undefined) {
      this.#ended = new StoreError('unavailable', 'the thread of the store has stopped: restart the server', {
        cause,
      });
      this.#log.error(
        { err: cause },
        'the thread of the store has stopped; nothing is saved until the server is restarted',
      );
    }
    for (const waiting of this.#waiting.values()) waiting.reject(this.#ended);
    this.#waiting.clear();
  }
}
