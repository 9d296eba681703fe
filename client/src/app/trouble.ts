import { text } from '../i18n/index.ts';
import { ApiFailure, type ApiFailureCode } from '../session/join.ts';
import type { EndReason } from '../session/types.ts';

/** What can stand between a person and a board, by what the person can do about it. */
export type Trouble =
  | 'wrong-link'
  | 'withdrawn-link'
  | 'link-full'
  | 'wrong-code'
  | 'refused-entry'
  | 'wrong-secret'
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
  'wrong-secret': 'wrong-secret',
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

/** Troubles of which the words are in the first load: where one of these is, nothing more may be to be had. */
const AT_HAND = ['network', 'unavailable', 'too-many', 'mismatch', 'internal'] as const;

type AtHand = (typeof AT_HAND)[number];

/** Whether the words of a trouble are there in any case; those of the others are in `troubleTexts.ts`. */
export function isAtHand(trouble: Trouble): trouble is AtHand {
  return AT_HAND.some((known) => known === trouble);
}

/** What is the matter, and what to do. */
export interface TroubleWords {
  readonly title: string;
  readonly text: string;
}

/** The words of a trouble in the language of the page; in React, beside a hook that follows the language. */
export function troubleWords(trouble: Trouble): TroubleWords {
  const words = (of: 'title' | 'text') =>
    isAtHand(trouble) ? text('app', `trouble.${trouble}.${of}`) : text('trouble', `trouble.${trouble}.${of}`);
  return { title: words('title'), text: words('text') };
}
