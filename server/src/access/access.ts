import { randomBytes } from 'node:crypto';
import { boardDocument, parseDocumentName, privateDocument, tableDocument } from '@samenbord/shared/board';
import type { Duty } from '@samenbord/shared/protocol';
import type { Session } from '../relay/types.ts';
import type { LinkRecord, RecordStore } from '../store/types.ts';
import type { BoardAction } from './actions.ts';
import { type AskingOptions, ask, type BoardFacts, factsOf, findAsker } from './asking.ts';
import { type Codes, createCodes } from './codes.ts';
import { decide, type Facts } from './decide.ts';
import { type Ended, rememberEnded } from './ended.ts';
import { linkOf, linksOf } from './linkNotes.ts';
import { createLinks, type Links } from './links.ts';
import { createPens, type Pens } from './pens.ts';
import { cameIn, countIn, countOut, isFull, type Visitor, visitorsBy } from './people.ts';
import { hashSecret, newId, sameHash } from './secrets.ts';
import { createTickets } from './tickets.ts';
import type { Admission, Admitted, Decision, Link } from './types.ts';
import { type Caller, createWaitingRoom, type Waiting, type WaitingRoom } from './waiting.ts';

export type Opened =
  | { readonly ok: true; readonly link: Link }
  | { readonly ok: false; readonly refusal: 'no-board' | 'wrong-link' | 'withdrawn' };

/** A session, and the ticket for it. */
export interface Joined extends Admission {
  readonly ticket: string;
}

/** What came of joining. `full`: the link is for no more people. `crowded`: too many wait already. */
export type Joining =
  | ({ readonly kind: 'in' } & Joined)
  | { readonly kind: 'waiting'; readonly token: string }
  | { readonly kind: 'full' }
  | { readonly kind: 'crowded' };

/** How one who waits stands. `gone`: nobody waits by that token (any more). */
export type Standing = Joining | { readonly kind: 'gone' | 'withdrawn' | 'refused' };

/** Who may come in and what they may do. Everything the server decides about that, it asks here. */
export interface Access extends Links {
  readonly waitingRoom: WaitingRoom;
  readonly codes: Codes;
  readonly pens: Pens;
  /** Which link of this board a secret opens. */
  open(board: string, secret: string): Promise<Opened>;
  /** Which link a spoken code opens, as somebody typed it; `undefined` when none. */
  openByCode(typed: string): Promise<Link | undefined>;
  /**
   * Lets a person in by a link, or lets them wait where the facilitator has to.
   * @param before the ticket this browser already had for the board: in one role for one partner it keeps its
   *   person.
   */
  join(link: Link, who: { name: string; duty?: Duty }, before: string | undefined): Promise<Joining>;
  /** Looks whether one who waits may come in by now. */
  standing(board: string, token: string): Promise<Standing>;
  /** Whether a link lets nobody new in. */
  isFull(link: Link): Promise<boolean>;
  /**
   * Lets one who waits in, or not. Who is let in counts as come from that moment on, so that no more are let in than
   * the link is for.
   */
  letIn(link: Link, waiting: Waiting, admit: boolean): Promise<'done' | 'full' | 'gone'>;
  /** Who holds this ticket on this board, if they may do this there, now. */
  allow(ticket: string | undefined, board: string, action: BoardAction): Promise<Admitted>;
  /** Whether this ticket may open this document, now. */
  authorise(ticket: string | undefined, document: string): Promise<Decision>;
  /**
   * Whether the link of a session that was admitted still works: closes the gap between looking a link up and
   * acting on it, and tells when an open connection has to go.
   * @param linkEnds what was known of the link's end when it was admitted
   */
  stillAdmitted(session: Session, linkEnds?: number | null): boolean;
  /**
   * Who came in for a partner, by whatever link, the links by which one can now, and the newest there was.
   * @throws {StoreError}
   */
  ownPeople(
    board: string,
    partner: string,
  ): Promise<{
    readonly people: readonly Visitor[];
    readonly links: readonly Link[];
    readonly newest: Link | undefined;
  }>;
  /** The documents this session may open, by name. */
  documents(session: Session): readonly string[];
  /** Another node has withdrawn this link. Returns whether that is news here. */
  withdrawnElsewhere(link: string): boolean;
  /** The settings of a link were changed elsewhere: looks what its end is now. @throws {StoreError} */
  changedElsewhere(board: string, link: string): Promise<void>;
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

/** @throws {StoreError} when a signing key cannot be read or made */
export async function createAccess(options: AccessOptions): Promise<Access> {
  const { store, ticketLifetime, now } = options;
  const tickets = createTickets(await store.key('tickets', () => randomBytes(32)));
  const ended = rememberEnded(now);
  const isThere = async (board: string): Promise<boolean> => (await factsOf(options, board)) !== undefined;
  const waitingRoom = createWaitingRoom(store, now);
  const codes = createCodes(store, await store.key('codes', () => randomBytes(32)), now);

  const pensKey = await store.key('pens', () => randomBytes(32));

  const asking: AskingOptions = {
    ...options,
    tickets,
    linkFact: (link) => (ended.works(link) ? 'works' : link.withdrawn === null ? 'past-end' : 'withdrawn'),
  };

  return {
    ...createLinks({ store, ended, now }),
    ...door({ store, isThere, ended, waitingRoom, tickets, ticketLifetime, now }),
    waitingRoom,
    codes,
    pens: createPens(asking, pensKey),

    async open(board, secret) {
      if (!(await isThere(board))) return { ok: false, refusal: 'no-board' };
      const hash = hashSecret(secret);
      // Every link is compared, so that the time says nothing about which one fits.
      const [link] = (await linksOf(store, board)).filter((one) => sameHash(one.hash, hash));
      if (link === undefined) return { ok: false, refusal: 'wrong-link' };
      return ended.works(link) ? { ok: true, link } : { ok: false, refusal: 'withdrawn' };
    },

    async openByCode(typed) {
      const found = await codes.find(typed);
      const link = found && (await linkOf(store, found.board, found.link));
      return link !== undefined && ended.works(link) && (await isThere(link.board)) ? link : undefined;
    },

    async allow(ticket, board, action) {
      return ask(asking, await findAsker(asking, ticket, board), board, action);
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

    stillAdmitted: (session, linkEnds = null) => ended.stillWorks(session.link, linkEnds),
    withdrawnElsewhere: (link) => ended.withdraw(link),

    async changedElsewhere(board, id) {
      const link = await linkOf(store, board, id);
      if (link !== undefined) ended.setEnd(id, link.expires);
    },

    async ownPeople(board, partner) {
      const links = (await linksOf(store, board)).filter((link) => link.partner === partner);
      return {
        people: await visitorsBy(store, links),
        links: links.filter(ended.works),
        newest: links.toSorted((a, b) => b.made - a.made)[0],
      };
    },

    documents: (session) =>
      documentsOf(session).filter((name) => decide(session, name, 'read', FOR_LISTING).ok),
  };
}

const FOR_LISTING: Facts = { boardThere: true, link: 'works', frozen: false, round: null };

/** The documents there are for a session beside those of a silent round, which come and go. */
const documentsOf = ({ board, partner }: Session): readonly string[] => [
  boardDocument(board),
  tableDocument(board),
  ...(partner === undefined ? [] : [privateDocument(board, partner)]),
];

interface DoorParts {
  readonly store: RecordStore;
  /** Whether there is such a board. */
  readonly isThere: (board: string) => Promise<boolean>;
  readonly ended: Ended;
  readonly waitingRoom: WaitingRoom;
  readonly tickets: ReturnType<typeof createTickets>;
  readonly ticketLifetime: number;
  readonly now: () => number;
}

/** Coming in by a link. */
function door(parts: DoorParts): Pick<Access, 'join' | 'standing' | 'isFull' | 'letIn'> {
  const { store, isThere, ended, waitingRoom, tickets, ticketLifetime, now } = parts;

  const letIn = async (link: Link, person: Caller): Promise<Joining> => {
    if (!(await countIn(store, link, person, now()))) return { kind: 'full' };
    const { board, role, partner } = link;
    const session: Session = {
      board,
      link: link.id,
      role,
      person,
      ...(partner === null ? {} : { partner }),
    };
    const expires = Math.min(now() + ticketLifetime, link.expires ?? Number.POSITIVE_INFINITY);
    return { kind: 'in', session, expires, linkEnds: link.expires, ticket: tickets.issue(session, expires) };
  };

  /** The person that this browser was on the board before, in the role of the link. */
  const personBefore = (link: LinkRecord, before: string | undefined): string | undefined => {
    const known = before === undefined ? undefined : tickets.read(before, now())?.session;
    const { board, role, partner } = link;
    const same = known?.board === board && known.role === role && known.partner === (partner ?? undefined);
    return same ? known.person.id : undefined;
  };

  return {
    isFull: (link) => isFull(store, link),

    async letIn(link, { id, caller }, admit) {
      const before = await cameIn(store, link, caller.id);
      if (admit && !(await countIn(store, link, caller, null))) return 'full';
      if (await waitingRoom.answer(link.board, id, admit)) return 'done';
      if (admit && !before) await countOut(store, link, caller.id);
      return 'gone';
    },

    async join(link, { name, duty }, before) {
      const person: Caller = {
        id: personBefore(link, before) ?? newId(),
        name,
        ...(duty === undefined ? {} : { duty }),
      };
      if (link.admission === 'open' || (await cameIn(store, link, person.id))) return letIn(link, person);
      if (await isFull(store, link)) return { kind: 'full' };
      const token = await waitingRoom.begin(link, person);
      return token === 'full' ? { kind: 'crowded' } : { kind: 'waiting', token };
    },

    async standing(board, token) {
      const found = (await isThere(board)) ? await waitingRoom.look(board, token) : undefined;
      if (found === undefined) return { kind: 'gone' };
      const link = await linkOf(store, board, found.link);
      if (link === undefined || !ended.works(link)) return { kind: 'withdrawn' };
      if (found.state === 'refused') return { kind: 'refused' };
      return found.state === 'admitted' ? letIn(link, found.caller) : { kind: 'waiting', token };
    },
  };
}
