import { DUTIES, type Duty } from '@samenbord/shared/protocol';
import { z } from 'zod';
import type { Note, NoteStore } from '../store/types.ts';
import { hashSecret, newId, newSecret, sameHash } from './secrets.ts';
import type { Link } from './types.ts';

/** Who somebody is at the door. */
export interface Caller {
  readonly id: string;
  readonly name: string;
  readonly duty?: Duty;
}

/** Somebody who waits for the facilitator. */
export interface Waiting {
  /** Of the waiting, not of the person. */
  readonly id: string;
  readonly link: string;
  readonly caller: Caller;
  /** ms since the epoch. */
  readonly since: number;
}

export type WaitingState = 'waiting' | 'admitted' | 'refused';

/** Who waits to be let in, and what the facilitator said. On all nodes the same: it is all in the store. */
export interface WaitingRoom {
  /** Begins to wait. @returns a token to ask with, or `full` when too many wait on this board already */
  begin(link: Link, caller: Caller): Promise<string | 'full'>;
  /** How it stands with who has this token; `undefined` when there is no such waiting, or it has ended. */
  look(board: string, token: string): Promise<(Waiting & { readonly state: WaitingState }) | undefined>;
  /** Who waits now, the longest first: who stopped asking is left out until they ask again. */
  list(board: string): Promise<readonly Waiting[]>;
  /** One who waits, also who stopped asking. */
  find(board: string, id: string): Promise<(Waiting & { readonly state: WaitingState }) | undefined>;
  /** Lets one in or not. @returns false when nobody of this id waits any more */
  answer(board: string, id: string, admit: boolean): Promise<boolean>;
}

/** How long a waiting is kept that nobody asks after, ms: a phone in a pocket does not ask. */
export const WAITING_ENDS = 30 * 60_000;
/** How long after they asked last somebody counts as there, ms. Browsers let a hidden page ask once a minute. */
export const WAITING_SHOWN = 100_000;
/** How often it is written down that somebody asks, ms. */
const WRITTEN_EVERY = 20_000;
/** Who may wait on one board at once. */
export const MOST_WAITING = 100;

const KIND = 'waiting';

const entrySchema = z.object({
  /** SHA-256 of the token's secret, base64url. */
  hash: z.string(),
  link: z.string(),
  caller: z.object({ id: z.string(), name: z.string(), duty: z.enum(DUTIES).optional() }),
  since: z.number(),
  asked: z.number(),
  state: z.enum(['waiting', 'admitted', 'refused']),
});
type Entry = z.infer<typeof entrySchema>;

interface Kept {
  readonly entry: Entry;
  readonly version: number;
}

export function createWaitingRoom(store: NoteStore, now: () => number): WaitingRoom {
  const read = ({ value, version }: Note): Kept => ({ entry: entrySchema.parse(JSON.parse(value)), version });
  const hasEnded = ({ asked }: Entry): boolean => asked + WAITING_ENDS <= now();

  async function one(board: string, id: string): Promise<Kept | undefined> {
    const note = await store.note(board, KIND, id);
    const kept = note && read(note);
    return kept === undefined || hasEnded(kept.entry) ? undefined : kept;
  }

  const write = (board: string, id: string, entry: Entry, version: number): Promise<number | undefined> =>
    store.putNote({ board, kind: KIND, id, value: JSON.stringify(entry) }, version);

  return {
    async begin({ board, id: link }, caller) {
      const id = newId();
      const secret = newSecret();
      const hash = Buffer.from(hashSecret(secret)).toString('base64url');
      const entry: Entry = { hash, link, caller, since: now(), asked: now(), state: 'waiting' };
      for (const note of await store.notes(board, KIND))
        if (hasEnded(read(note).entry)) await store.removeNote(board, KIND, note.id);
      const note = { board, kind: KIND, id, value: JSON.stringify(entry) };
      return (await store.addNote(note, MOST_WAITING)) === 'full' ? 'full' : `${id}.${secret}`;
    },

    async look(board, token) {
      const [id = '', secret = ''] = token.split('.');
      const kept = await one(board, id);
      if (kept === undefined) return undefined;
      const { entry, version } = kept;
      if (!sameHash(Buffer.from(entry.hash, 'base64url'), hashSecret(secret))) return undefined;
      // When somebody else writes at the same moment, the next time they ask will do.
      if (entry.asked + WRITTEN_EVERY <= now()) await write(board, id, { ...entry, asked: now() }, version);
      return { ...waitingOf(id, entry), state: entry.state };
    },

    async list(board) {
      return (await store.notes(board, KIND))
        .map((note) => ({ id: note.id, entry: read(note).entry }))
        .filter(({ entry }) => entry.state === 'waiting' && entry.asked + WAITING_SHOWN > now())
        .map(({ id, entry }) => waitingOf(id, entry))
        .toSorted((a, b) => a.since - b.since);
    },

    async find(board, id) {
      const kept = await one(board, id);
      return kept && { ...waitingOf(id, kept.entry), state: kept.entry.state };
    },

    async answer(board, id, admit) {
      for (;;) {
        const kept = await one(board, id);
        if (kept === undefined) return false;
        const state = admit ? 'admitted' : 'refused';
        if ((await write(board, id, { ...kept.entry, state }, kept.version)) !== undefined) return true;
      }
    },
  };
}

function waitingOf(id: string, { link, caller, since }: Entry): Waiting {
  const { duty, ...rest } = caller;
  return { id, link, since, caller: duty === undefined ? rest : { ...rest, duty } };
}
