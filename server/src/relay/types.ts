import type { Duty, Role } from '@samenbord/shared/protocol';
import type { WebSocket } from 'ws';
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

/** What a connection may do, as of now: the relay looks at each message anew. */
export interface Rights {
  readonly write: boolean;
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

  /** Closes every connection of which `which` is true, with a close code of the protocol. */
  disconnect(which: (session: Session, document: string) => boolean, code: number): void;

  /** How it stands, for `/metrics`. */
  figures(): RelayFigures;

  /** Stops taking, saves all that is in memory, closes every socket with 1012. */
  close(): Promise<void>;
}
