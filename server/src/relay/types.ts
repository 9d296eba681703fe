import type { Duty, Role } from '@samenbord/shared/protocol';
import type { WebSocket } from 'ws';
import type * as Y from 'yjs';
import type { RelayFigures } from './figures.ts';

/** Who is behind a connection and what it may do: decided by `access`, trusted by the relay. */
export interface Session {
  readonly board: string;
  /** The link it came in by; withdrawing that link ends it. */
  readonly link: string;
  readonly person: { readonly id: string; readonly name: string; readonly duty?: Duty };
  readonly role: Role;
  readonly partner?: string;
}

/** What a connection may do beside reading; until it is asked anew. */
export interface Rights {
  /** Whether what it writes is taken now. */
  readonly write: boolean;
  /** When not: whether that is only because the document is frozen, and ends with that. */
  readonly frozen?: boolean;
}

/** What the rest of the server may ask of the relay. Documents are named as in the protocol. */
export interface Relay {
  /** Serves one authorised socket until it closes. Never throws. */
  accept(socket: WebSocket, session: Session, document: string, rights: Rights): void;

  /**
   * Makes a document from a Yjs update (v1). Resolves when it is synced to disk.
   * @throws {StoreError}
   */
  create(document: string, update: Uint8Array): Promise<void>;

  /**
   * The present state of a document as one Yjs update (v1), from memory when the room is open and from
   * the store otherwise; `undefined` when there is no such document.
   * @throws {StoreError}
   */
  read(document: string): Promise<Uint8Array | undefined>;

  /**
   * Changes a document from within the server: `change` gets a copy of what is written, and what it does to that
   * goes the way of any other change. One at a time per document. Resolves when it is on disk.
   * @throws {StoreError} when the document cannot be read
   */
  change<T>(document: string, change: (doc: Y.Doc) => T): Promise<T>;

  /**
   * Asks anew who of those that have a document open may write it. Who may no longer is told `frozen`; who may
   * again `unfrozen`, and is asked for what was dropped meanwhile.
   */
  reconsider(document: string, mayWrite: (session: Session) => boolean): void;

  /**
   * Puts what was deleted in a document out of the store as well: there is a snapshot without it in the place of
   * everything before.
   * @throws {StoreError}
   */
  compact(document: string): Promise<void>;

  /** Names of the documents in memory that are called `name` or begin with `name` and a slash. */
  names(name: string): readonly string[];

  /** Closes everybody who has a document open with `code`; resolves when what was taken of them is in the store. */
  end(document: string, code: number): Promise<void>;

  /** Closes everybody who has a document open with `code`, and forgets it: nothing more of it is taken or written. */
  forget(document: string, code: number): Promise<void>;

  /** Forgets a document and removes it from the store. @throws {StoreError} */
  remove(document: string, code: number): Promise<void>;

  /** Closes every connection of which `which` is true, with a close code of the protocol. */
  disconnect(which: (session: Session, document: string) => boolean, code: number): void;

  /** How it stands, for `/metrics`. */
  figures(): RelayFigures;

  /** Stops taking, saves all that is in memory, closes every socket with 1012. */
  close(): Promise<void>;
}
