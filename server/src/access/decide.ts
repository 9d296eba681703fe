import { boardDocument, parseDocumentName } from '@samenbord/shared/board';
import type { Session } from '../relay/types.ts';
import type { Rights } from './types.ts';

const NOTHING: Rights = { read: false, write: false };

/** What a decision looks at: never who somebody says to be, only what their link made them. */
export type Subject = Pick<Session, 'board' | 'role' | 'partner'>;

/**
 * The one place that says what a session may do with a document. A pure function of its arguments, so
 * that its truth table is a test. A name that is not exactly one of the forms gives no rights at all.
 */
export function decide(subject: Subject, document: string): Rights {
  const name = parseDocumentName(document);
  if (name === undefined || name.board !== subject.board) return NOTHING;
  switch (name.kind) {
    case 'board':
      return { read: true, write: subject.role !== 'observer' };
    case 'table':
      return { read: true, write: subject.role === 'facilitator' };
    // Homework and silent rounds are not open yet: their names are kept, and refused to everybody.
    case 'private':
    case 'silent':
      return NOTHING;
  }
}

/** Pictures are part of the board: who may write it brings them, who may read it gets them. */
export const mayAddPictures = (subject: Subject): boolean =>
  decide(subject, boardDocument(subject.board)).write;
export const mayReadPictures = (subject: Subject): boolean =>
  decide(subject, boardDocument(subject.board)).read;

/** What a session may do beside its documents. */
export function mayManageLinks(subject: Subject): boolean {
  return subject.role === 'facilitator';
}
