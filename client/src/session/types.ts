import type { Duty, Presence, Role } from '@samenbord/shared/protocol';
import type { Readable } from './readable.ts';

/** Who this browser is on this board. */
export interface Me {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** The partner this person speaks for; absent for facilitator and observer. */
  readonly partner?: string;
  /** What they do for it, where they said so. */
  readonly duty?: Duty;
}

/** Somebody else on the board, per tab: two tabs are two clients of one person. */
export interface Other {
  readonly client: number;
  readonly presence: Presence;
}

/** What is known about saving, in the words of the status: Bewaard, Opslaan…, Offline. */
export type SaveStatus =
  /** Everything this page did is on the server's disk. */
  | { readonly kind: 'saved' }
  /** Connected; `waiting` changes are not on disk yet. */
  | { readonly kind: 'saving'; readonly waiting: number }
  /** Not connected; `waiting` changes (may be 0) go when the connection is back. */
  | { readonly kind: 'offline'; readonly waiting: number }
  /** Connected, but the facilitator froze the board; `waiting` changes (may be 0) go when that ends. */
  | { readonly kind: 'frozen'; readonly waiting: number }
  /** Connected, but the server cannot write; it keeps trying and keeps everything in memory. */
  | {
      readonly kind: 'server-trouble';
      readonly waiting: number;
      readonly reason: 'disk-full' | 'store-unavailable';
    }
  /** The connection ended for good and the person has to do something. */
  | { readonly kind: 'ended'; readonly waiting: number; readonly reason: EndReason };

/**
 * Why a connection ended for good. `refused`: the server does not take what this page sends; reload. `full`: it
 * takes no more on this board; after a reload one can read and remove. `over`: the document is no more; for a
 * silent round that is how it should end, for a board it was erased.
 */
export type EndReason = 'full' | 'unauthorised' | 'forbidden' | 'withdrawn' | 'no-board' | 'refused' | 'over';

/** One person's connection to one board. Made by `openBoardSession`. */
export interface SessionHandle {
  readonly board: string;
  readonly me: Me;
  readonly status: Readable<SaveStatus>;
  /** Everybody else, newest state; changes at most once per animation frame. */
  readonly others: Readable<readonly Other[]>;
  /** Says what this person does; merged into what was said before. Throttled to 30 a second; the last always goes. */
  announce(change: Partial<Omit<Presence, 'user'>>): void;
  /** The ticket of this page where the browser keeps no cookies: calls to the API go with it. */
  readonly ticket?: string | undefined;
  close(): void;
}
