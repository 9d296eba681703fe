import { randomBytes } from 'node:crypto';
import { boardDocument, parseDocumentName, privateDocument, tableDocument } from '@samenbord/shared/board';
import type { Session } from '../relay/types.ts';
import type { LinkRecord, RecordStore } from '../store/types.ts';
import type { BoardAction } from './actions.ts';
import { type AskingOptions, ask, type BoardFacts, factsOf, findAsker } from './asking.ts';
import { decide, type Facts } from './decide.ts';
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
  /** Who holds this ticket on this board, if they may do this there, now. */
  allow(ticket: string | undefined, board: string, action: BoardAction): Promise<Admitted>;
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
  /** How a board stands now; `undefined` when it is being erased. */
  readonly boardFacts: (board: string) => Promise<BoardFacts | undefined>;
  /** The function that decides about everything. */
  readonly decide: typeof decide;
  /** ms a ticket lasts */
  readonly ticketLifetime: number;
  /** ms since the epoch, now */
  readonly now: () => number;
}

/** @throws {StoreError} when the signing key cannot be read or made */
export async function createAccess(options: AccessOptions): Promise<Access> {
  const { store, ticketLifetime, now } = options;
  const tickets = createTickets(await store.key('tickets', () => randomBytes(32)));
  // Marked before the store is asked, so that nobody slips in while the record is being written.
  const withdrawn = new Set<string>();

  const works = (link: LinkRecord): boolean => link.withdrawn === null && !withdrawn.has(link.id);

  const asking: AskingOptions = {
    store,
    tickets,
    boardFacts: options.boardFacts,
    decide: options.decide,
    linkFact: (link) => (works(link) ? 'works' : 'withdrawn'),
    now,
  };

  return {
    async allow(ticket, board, action) {
      return ask(asking, await findAsker(asking, ticket, board), board, action);
    },

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
      if ((await factsOf(options, board)) === undefined) return { ok: false, refusal: 'no-board' };
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
      const found = await findAsker(asking, ticket, name.board);
      const reading = ask(asking, found, document, 'read');
      if (!reading.ok) return reading;
      const writing = ask(asking, found, document, 'write');
      const frozen = !writing.ok && writing.refusal === 'frozen';
      return { ...reading, rights: { read: true, write: writing.ok, frozen } };
    },

    withdrawnElsewhere(link) {
      const news = !withdrawn.has(link);
      withdrawn.add(link);
      return news;
    },

    stillAdmitted: (session) => !withdrawn.has(session.link),

    documents: (session) =>
      documentsOf(session).filter((name) => decide(session, name, 'read', FOR_LISTING).ok),

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

const FOR_LISTING: Facts = { boardThere: true, link: 'works', frozen: false, round: null };

/** The documents there are for a session beside those of a silent round, which come and go. */
const documentsOf = ({ board, partner }: Session): readonly string[] => [
  boardDocument(board),
  tableDocument(board),
  ...(partner === undefined ? [] : [privateDocument(board, partner)]),
];
