import type { Session } from '../relay/types.ts';

/** What a session may do with one document. */
export interface Rights {
  readonly read: boolean;
  readonly write: boolean;
  /** Whether it may not write only because the board is frozen. */
  readonly frozen: boolean;
}

export type Refusal =
  /** No session, or it has ended. */
  | 'unauthorised'
  /** Not for this role, partner, person or board. */
  | 'forbidden'
  | 'no-board'
  /** The link was withdrawn, or reached its end. */
  | 'withdrawn'
  /** Only not now: the board is frozen. */
  | 'frozen'
  /** The silent round is not open, or not any more. */
  | 'over';

/** Who holds a ticket, and until when. */
export interface Admission {
  readonly session: Session;
  /** ms since the epoch: when the ticket, and every connection made with it, ends. */
  readonly expires: number;
}

export type Admitted =
  | ({ readonly ok: true } & Admission)
  | { readonly ok: false; readonly refusal: Refusal };

export type Decision =
  | ({ readonly ok: true; readonly rights: Rights } & Admission)
  | { readonly ok: false; readonly refusal: Refusal };
