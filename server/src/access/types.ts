import type { LinkAdmission } from '@samenbord/shared/protocol';
import type { Session } from '../relay/types.ts';
import type { LinkRecord } from '../store/types.ts';

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
  /** The link was withdrawn, or is past its end. */
  | 'withdrawn'
  /** Only not now: the board is frozen. */
  | 'frozen'
  /** The silent round is not open, or not any more. */
  | 'over';

/** What a facilitator sets on a link; see `linkSettingsSchema` of the protocol. */
export interface LinkSettings {
  readonly name: string;
  /** ms since the epoch: when it stops working; `null` for never. */
  readonly expires: number | null;
  /** Different people who may come in by it; `null` for any number. */
  readonly maxPeople: number | null;
  readonly admission: LinkAdmission;
}

/** A link with its settings. */
export interface Link extends LinkRecord, LinkSettings {}

/** Who holds a ticket, and until when. */
export interface Admission {
  readonly session: Session;
  /** ms since the epoch: when the ticket, and every connection made with it, ends. */
  readonly expires: number;
  /** ms since the epoch: when its link ends, as far as known now; `null` for never. */
  readonly linkEnds: number | null;
}

export type Admitted =
  | ({ readonly ok: true } & Admission)
  | { readonly ok: false; readonly refusal: Refusal };

export type Decision =
  | ({ readonly ok: true; readonly rights: Rights } & Admission)
  | { readonly ok: false; readonly refusal: Refusal };
