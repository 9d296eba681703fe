import { BOARD_ID } from '@samenbord/shared/board';
import type { Session } from '../relay/types.ts';
import type { LinkRecord, RecordStore } from '../store/types.ts';
import type { Action } from './actions.ts';
import { decide, type Facts } from './decide.ts';
import type { Tickets } from './tickets.ts';
import type { Admission, Admitted } from './types.ts';

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
  /** How a board stands now. */
  readonly boardFacts: (board: string) => Promise<BoardFacts>;
  /** How a link stands now. */
  readonly linkFact: (link: LinkRecord) => Facts['link'];
  /** ms since the epoch, now */
  readonly now: () => number;
}

/** Whether there is such a board. */
export async function isBoard(store: RecordStore, board: string): Promise<boolean> {
  return BOARD_ID.test(board) && (await store.board(board)) !== undefined;
}

/** Gathers what a decision about a ticket on a board depends on. */
export async function findAsker(
  { store, tickets, boardFacts, linkFact, now }: AskingOptions,
  ticket: string | undefined,
  board: string,
): Promise<Asker> {
  const boardThere = await isBoard(store, board);
  const state = boardThere ? await boardFacts(board) : { frozen: false, round: null };
  const read = ticket === undefined ? undefined : tickets.read(ticket, now());
  const stranger: Asker = { admission: undefined, facts: { boardThere, link: 'works', ...state } };
  if (read === undefined || read.expired) return stranger;
  const { session, expires } = read;
  const link = await store.link(session.link);
  if (link === undefined || !belongs(session, link)) return stranger;
  return { admission: { session, expires }, facts: { boardThere, link: linkFact(link), ...state } };
}

/** The decision about them. */
export function ask({ admission, facts }: Asker, target: string, action: Action): Admitted {
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
