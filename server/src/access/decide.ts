import { type DocumentName, parseDocumentName } from '@samenbord/shared/board';
import type { Session } from '../relay/types.ts';
import type { Action, BoardAction, DocumentAction } from './actions.ts';
import type { Refusal } from './types.ts';

/** Who asks: never who somebody says to be, only what their link made them. */
export type Subject = Pick<Session, 'board' | 'role' | 'partner'> & {
  readonly person: { readonly id: string };
};

/** What a decision depends on beside who asks for what: how things stand at this moment. */
export interface Facts {
  /** Whether there is such a board. */
  readonly boardThere: boolean;
  /** The link the subject came in by. */
  readonly link: 'works' | 'withdrawn' | 'past-end';
  readonly frozen: boolean;
  /** Id of the silent round that is open. */
  readonly round: string | null;
}

export type Verdict = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };

const YES: Verdict = { ok: true };
const no = (refusal: Refusal): Verdict => ({ ok: false, refusal });

/**
 * The one place that says what a session may do. Everything asks here: each document, for reading and for
 * writing, and each path of the API. A pure function of its arguments, so that its truth table is a test.
 * @param subject `undefined` for who has no session, or one that has ended.
 * @param target a document's name; with a board's action, the board's id, which is the name of its first document.
 */
export function decide(subject: Subject | undefined, target: string, action: Action, facts: Facts): Verdict {
  const name = parseDocumentName(target);
  if (name === undefined) return no('forbidden');
  if (!facts.boardThere) return no('no-board');
  if (subject === undefined) return no('unauthorised');
  if (name.board !== subject.board) return no('forbidden');
  if (facts.link !== 'works') return no('withdrawn');
  if (action === 'read' || action === 'write') return onDocument(subject, name, action, facts);
  return name.kind === 'board' ? onBoard(subject, action, facts) : no('forbidden');
}

function onDocument(subject: Subject, name: DocumentName, action: DocumentAction, facts: Facts): Verdict {
  const { role, partner, person } = subject;
  switch (name.kind) {
    case 'board':
      if (action === 'read' || role === 'facilitator') return YES;
      return byPartner(role, facts);
    case 'table':
      return action === 'read' || role === 'facilitator' ? YES : no('forbidden');
    case 'private':
      return role === 'partner' && name.partner === partner ? YES : no('forbidden');
    case 'silent':
      return name.person === person.id ? inRound(subject, name.round, facts) : no('forbidden');
  }
}

function inRound({ role }: Subject, round: string, facts: Facts): Verdict {
  if (role === 'observer') return no('forbidden');
  return round === facts.round ? YES : no('over');
}

function onBoard({ role }: Subject, action: BoardAction, facts: Facts): Verdict {
  switch (action) {
    case 'see-session':
    case 'export-board':
    case 'see-picture':
      return YES;
    case 'manage-links':
    case 'let-in':
    case 'freeze':
    case 'reveal-homework':
    case 'run-rounds':
    case 'remove-partner':
    case 'set-end':
    case 'erase-board':
      return role === 'facilitator' ? YES : no('forbidden');
    case 'export-own':
    case 'see-own-people':
    case 'set-homework-status':
    case 'delete-homework':
      return role === 'partner' ? YES : no('forbidden');
    // They put something on the board.
    case 'add-picture':
    case 'add-sticker':
    case 'make-pen':
      return role === 'facilitator' ? YES : byPartner(role, facts);
    case 'share-homework':
      return byPartner(role, facts);
    case 'be-ready':
      if (role === 'observer') return no('forbidden');
      return facts.round === null ? no('over') : YES;
  }
}

/** What a partner writes on the board, unless that is frozen. */
function byPartner(role: Subject['role'], { frozen }: Facts): Verdict {
  if (role !== 'partner') return no('forbidden');
  return frozen ? no('frozen') : YES;
}
