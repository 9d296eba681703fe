import { BOARD_ID } from '@samenbord/shared/board';
import type { Session } from '../relay/types.ts';
import type { LinkRecord, RecordStore } from '../store/types.ts';
import type { Action } from './actions.ts';
import type { decide, Facts } from './decide.ts';
import { linkOf } from './linkNotes.ts';
import type { Tickets } from './tickets.ts';
import type { Admission, Admitted, Link } from './types.ts';

/** What a board's own state says to a decision. */
export type BoardFacts = Pick<Facts, 'frozen' | 'round'>;

/** Who holds a ticket, with the facts about their board and link. */
export interface Asker {
  /** `undefined` for who has no session. */
  readonly admission: Admission | undefined;
  readonly facts: Facts;
}

export interface AskingOptions {
  readonly store: RecordStore;
  readonly tickets: Tickets;
  /** How a board stands now; `undefined` when it is being erased. */
  readonly boardFacts: (board: string) => Promise<BoardFacts | undefined>;
  /** The function that decides. */
  readonly decide: typeof decide;
  /** How a link stands now. */
  readonly linkFact: (link: Link) => Facts['link'];
  /** ms since the epoch, now */
  readonly now: () => number;
}

/** How a board stands now; `undefined` when there is none, or it is being erased. */
export async function factsOf(
  { store, boardFacts }: Pick<AskingOptions, 'store' | 'boardFacts'>,
  board: string,
): Promise<BoardFacts | undefined> {
  if (!BOARD_ID.test(board) || (await store.board(board)) === undefined) return undefined;
  return boardFacts(board);
}

/** Gathers what a decision about a ticket on a board depends on. */
export async function findAsker(
  options: AskingOptions,
  ticket: string | undefined,
  board: string,
): Promise<Asker> {
  const { store, tickets, linkFact, now } = options;
  const found = await factsOf(options, board);
  const boardThere = found !== undefined;
  const state = found ?? { frozen: false, round: null };
  const read = ticket === undefined ? undefined : tickets.read(ticket, now());
  const stranger: Asker = { admission: undefined, facts: { boardThere, link: 'works', ...state } };
  if (read === undefined) return stranger;
  const { session, expires, expired } = read;
  const link = await linkOf(store, session.board, session.link);
  if (link === undefined || !belongs(session, link)) return stranger;
  const standing = linkFact(link);
  // A ticket ends with its link: who asks is told the reason.
  if (expired && standing === 'works') return stranger;
  return {
    admission: { session, expires, linkEnds: link.expires },
    facts: { boardThere, link: standing, ...state },
  };
}

/** The decision about them. */
export function ask(
  { decide }: Pick<AskingOptions, 'decide'>,
  { admission, facts }: Asker,
  target: string,
  action: Action,
): Admitted {
  const verdict = decide(admission?.session, target, action, facts);
  if (!verdict.ok) return verdict;
  return admission === undefined ? { ok: false, refusal: 'unauthorised' } : { ok: true, ...admission };
}

/** Whether a ticket says of its link what the link's record says. */
function belongs(session: Session, link: LinkRecord): boolean {
  return (
    link.board === session.board &&
    link.role === session.role &&
    (link.partner ?? undefined) === session.partner
  );
}
