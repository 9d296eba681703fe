import { type CheckedUpdate, checkUpdate } from './updates.ts';

/** Why a change is not taken. */
export type Refusal = 'read-only' | 'frozen' | 'malformed' | 'too-large';

/** What is to be done with a change that arrived. */
export type Verdict =
  | { readonly take: CheckedUpdate }
  /** Nothing in it that the document lacks. */
  | { readonly take: undefined; readonly refusal: undefined }
  | { readonly take: undefined; readonly refusal: Refusal };

/** What the verdict depends on. */
export interface Admission {
  /** Whether this is a sync step 2: every client sends one, mostly with nothing new in it. */
  readonly isStep2: boolean;
  readonly mayWrite: boolean;
  /** Whether it may not write only because the document is frozen. */
  readonly frozen: boolean;
  /** Whether the document lacks anything of the update. */
  readonly lacks: (update: CheckedUpdate) => boolean;
  /** Bytes that the document may still grow by. */
  readonly spaceLeft: () => number;
}

const NOTHING_NEW: Verdict = { take: undefined, refusal: undefined };

/**
 * Judges a change. A document at its bound still takes what only deletes, so that it can be made smaller.
 */
export function judge(bytes: Uint8Array, admission: Admission): Verdict {
  const update = checkUpdate(bytes);
  if (update === undefined) return { take: undefined, refusal: 'malformed' };
  if (!update.adds && !update.deletes) return NOTHING_NEW;
  if (admission.isStep2 && !admission.lacks(update)) return NOTHING_NEW;
  if (!admission.mayWrite) return { take: undefined, refusal: admission.frozen ? 'frozen' : 'read-only' };
  if (update.adds && bytes.byteLength > admission.spaceLeft())
    return { take: undefined, refusal: 'too-large' };
  return { take: update };
}
