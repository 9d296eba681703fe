import { randomBytes } from 'node:crypto';
import { BOARD_ID, boardDocument, parseDocumentName, tableDocument } from '@samenbord/shared/board';
import type { Session } from '../relay/types.ts';
import type { LinkRecord, RecordStore } from '../store/types.ts';
import { decide } from './decide.ts';
import { hashSecret, newId, newSecret, sameHash } from './secrets.ts';
import { createTickets } from './tickets.ts';
import type { Admission, Admitted, Decision } from './types.ts';

/** A link as it was just made: the only moment at which its secret exists here. */
export interface NewLink {
  readonly record: LinkRecord;
  readonly secret: string;
}

export type Opened =
  | { readonly ok: true; readonly link: LinkRecord }
  | { readonly ok: false; readonly refusal: 'no-board' | 'wrong-link' | 'withdrawn' };

export type Withdrawal = 'withdrawn' | 'no-such-link' | 'last-facilitator';

/** Who may come in and what they may do. Everything the server decides about that, it asks here. */
export interface Access {
  /** Makes a link; it works once its record is in the store. */
  makeLink(board: string, role: LinkRecord['role'], partner: string | null): NewLink;
  /** Which link of this board a secret opens. */
  open(board: string, secret: string): Promise<Opened>;
  /**
   * Lets a person in by a link.
   * @param before the ticket this browser already had for the board: the same link keeps its person.
   */
  join(link: LinkRecord, name: string, before: string | undefined): Admission & { readonly ticket: string };
  /** Who holds this ticket on this board, now. */
  admit(ticket: string | undefined, board: string): Promise<Admitted>;
  /** Whether this ticket may open this document, now. */
  authorise(ticket: string | undefined, document: string): Promise<Decision>;
  /**
   * Whether a session that was admitted a moment ago still is: closes the gap between looking a link up
   * and acting on it, in which it may have been withdrawn.
   */
  stillAdmitted(session: Session): boolean;
  /** The documents this session may open, by name. */
  documents(session: Session): readonly string[];
  /** Another node has withdrawn this link. Returns whether that is news here. */
  withdrawnElsewhere(link: string): boolean;
  /** Ends a link for good. The last facilitator link of a board stays. */
  withdraw(board: string, link: string): Promise<Withdrawal>;
}

export interface AccessOptions {
  readonly store: RecordStore;
  /** ms a ticket lasts */
  readonly ticketLifetime: number;
  /** ms since the epoch, now */
  readonly now: () => number;
}

/** @throws {StoreError} when the signing key cannot be read or made */
export async function createAccess({ store, ticketLifetime, now }: AccessOptions): Promise<Access> {
  const tickets = createTickets(await store.key('tickets', () => randomBytes(32)));
  // Marked before the store is asked, so that nobody slips in while the record is being written.
  const withdrawn = new Set<string>();

  const isBoard = async (board: string): Promise<boolean> =>
    BOARD_ID.test(board) && (await store.board(board)) !== undefined;
  const works = (link: LinkRecord): boolean => link.withdrawn === null && !withdrawn.has(link.id);

  const admit: Access['admit'] = async (ticket, board) => {
    if (!(await isBoard(board))) return { ok: false, refusal: 'no-board' };
    const read = ticket === undefined ? undefined : tickets.read(ticket, now());
    if (read === undefined || read.expired) return { ok: false, refusal: 'unauthorised' };
    const { session, expires } = read;
    if (session.board !== board) return { ok: false, refusal: 'forbidden' };
    const link = await store.link(session.link);
    if (link === undefined || !belongs(session, link)) return { ok: false, refusal: 'unauthorised' };
    return works(link) ? { ok: true, session, expires } : { ok: false, refusal: 'withdrawn' };
  };

  return {
    admit,

    makeLink(board, role, partner) {
      const secret = newSecret();
      const record = {
        id: newId(),
        board,
        role,
        partner,
        hash: hashSecret(secret),
        made: now(),
        withdrawn: null,
      };
      return { record, secret };
    },

    async open(board, secret) {
      if (!(await isBoard(board))) return { ok: false, refusal: 'no-board' };
      const hash = hashSecret(secret);
      // Every link is compared, so that the time says nothing about which one fits.
      const [link] = (await store.links(board)).filter((one) => sameHash(one.hash, hash));
      if (link === undefined) return { ok: false, refusal: 'wrong-link' };
      return works(link) ? { ok: true, link } : { ok: false, refusal: 'withdrawn' };
    },

    join(link, name, before) {
      const known = before === undefined ? undefined : tickets.read(before, now())?.session;
      const same = known !== undefined && known.board === link.board && known.link === link.id;
      const session: Session = {
        board: link.board,
        link: link.id,
        role: link.role,
        person: { id: same ? known.person.id : newId(), name },
        ...(link.partner === null ? {} : { partner: link.partner }),
      };
      const expires = now() + ticketLifetime;
      return { session, expires, ticket: tickets.issue(session, expires) };
    },

    async authorise(ticket, document) {
      const name = parseDocumentName(document);
      if (name === undefined) return { ok: false, refusal: 'forbidden' };
      const admitted = await admit(ticket, name.board);
      if (!admitted.ok) return admitted;
      const rights = decide(admitted.session, document);
      return rights.read ? { ...admitted, rights } : { ok: false, refusal: 'forbidden' };
    },

    withdrawnElsewhere(link) {
      const news = !withdrawn.has(link);
      withdrawn.add(link);
      return news;
    },

    stillAdmitted: (session) => !withdrawn.has(session.link),

    documents: (session) =>
      [boardDocument(session.board), tableDocument(session.board)].filter(
        (name) => decide(session, name).read,
      ),

    async withdraw(board, id) {
      const links = await store.links(board);
      const link = links.find((one) => one.id === id);
      if (link === undefined) return 'no-such-link';
      if (link.withdrawn !== null) return 'withdrawn';
      const others = links.filter((one) => one.id !== id && one.role === 'facilitator' && works(one));
      if (link.role === 'facilitator' && others.length === 0) return 'last-facilitator';
      withdrawn.add(id);
      try {
        await store.withdrawLink(id, now());
      } catch (error) {
        // It was not withdrawn, and the facilitator is told so: it must not half be.
        withdrawn.delete(id);
        throw error;
      }
      return 'withdrawn';
    },
  };
}

/** Whether a ticket says of its link what the link's record says. */
function belongs(session: Session, link: LinkRecord): boolean {
  return (
    link.board === session.board &&
    link.role === session.role &&
    (link.partner ?? undefined) === session.partner
  );
}
