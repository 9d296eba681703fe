import { ApiFailure, type ApiFailureCode } from '../session/join.ts';
import type { EndReason } from '../session/types.ts';

/** What can stand between a person and a board, by what the person can do about it. */
export type Trouble =
  | 'wrong-link'
  | 'withdrawn-link'
  | 'link-full'
  | 'wrong-code'
  | 'refused-entry'
  | 'no-board'
  /** Not on this board in this browser: no link opened yet, or too long ago. */
  | 'no-session'
  | 'network'
  /** The server is there but cannot reach its store. */
  | 'unavailable'
  | 'too-many'
  /** The server and this page do not agree: one of them is newer. */
  | 'mismatch'
  | 'internal';

const BY_CODE: Readonly<Record<ApiFailureCode, Trouble>> = {
  network: 'network',
  'wrong-link': 'wrong-link',
  'withdrawn-link': 'withdrawn-link',
  'link-full': 'link-full',
  'wrong-code': 'wrong-code',
  'refused-entry': 'refused-entry',
  'wrong-secret': 'mismatch',
  'no-board': 'no-board',
  unauthorised: 'no-session',
  forbidden: 'no-session',
  unavailable: 'unavailable',
  'too-many': 'too-many',
  invalid: 'mismatch',
  'malformed-json': 'mismatch',
  'not-found': 'mismatch',
  conflict: 'mismatch',
  'method-not-allowed': 'mismatch',
  'not-json': 'mismatch',
  'too-large': 'mismatch',
  // Of requests for pictures, which come from no place that a board is opened from.
  'not-a-picture': 'mismatch',
  'pictures-full': 'mismatch',
  internal: 'internal',
};

/** What a failed call means for the person; whatever is no answer of the server is a fault of ours. */
export function troubleOf(error: unknown): Trouble {
  return error instanceof ApiFailure ? BY_CODE[error.code] : 'internal';
}

/** The same for a connection that ended before anything had arrived. */
export const END_TROUBLE: Readonly<Record<EndReason, Trouble>> = {
  unauthorised: 'no-session',
  forbidden: 'no-session',
  withdrawn: 'withdrawn-link',
  'no-board': 'no-board',
  refused: 'mismatch',
  full: 'mismatch',
  over: 'no-board',
};

/** Troubles that may be over in a moment, so that trying again helps. */
export const PASSING: ReadonlySet<Trouble> = new Set(['network', 'unavailable', 'too-many', 'internal']);

interface TroubleWords {
  readonly title: `trouble.${Trouble}.title`;
  readonly text: `trouble.${Trouble}.text`;
}

/** The words of a trouble: what is the matter, and what to do. */
export const troubleWords = (trouble: Trouble): TroubleWords => ({
  title: `trouble.${trouble}.title`,
  text: `trouble.${trouble}.text`,
});
