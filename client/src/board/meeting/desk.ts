import type { Conduct, Meeting, Partner } from '@samenbord/shared/board';
import type * as Y from 'yjs';
import type { Readable } from '../../session/readable.ts';
import type { Me } from '../../session/types.ts';

/** What the facilitator's commands work on. */
export interface Bench {
  /** The table document. */
  readonly doc: Y.Doc;
  readonly me: Me;
  readonly loaded: Readable<boolean>;
  /** ms since the epoch by the server's clock. */
  readonly now: () => number;
  readonly newId?: () => string;
  /** 0 up to 1. */
  readonly random?: () => number;
}

/** What every group of commands is given. */
export interface Desk extends Required<Bench> {
  /** Whether this person may set anything now. */
  mayWrite(): boolean;
  meeting(): Meeting;
  partners(): readonly Partner[];
  /** Sets parts of the conduct, when this person may. */
  set(change: Partial<Conduct>): void;
}
