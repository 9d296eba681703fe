import { createHmac, randomInt } from 'node:crypto';
import { LIMITS, readSpokenCode, SPOKEN_LETTERS } from '@samenbord/shared/protocol';
import { z } from 'zod';
import type { Note, NoteStore } from '../store/types.ts';

/** A code that is being shown. */
export interface ShownCode {
  readonly code: string;
  /** ms since the epoch: when it ends whatever happens. */
  readonly expires: number;
}

/** Codes to say aloud, each for one link, good while somebody shows them. */
export interface Codes {
  /** A new code for a link, or `full` when the board shows as many as it may. */
  show(board: string, link: string): Promise<ShownCode | 'full'>;
  /** It is still shown. `undefined` when it has ended. */
  renew(board: string, link: string, code: string): Promise<ShownCode | undefined>;
  /** It is not shown any more. */
  end(board: string, link: string, code: string): Promise<void>;
  /** Which link a code is for, as somebody typed it; `undefined` when none, or ended. */
  find(typed: string): Promise<{ readonly board: string; readonly link: string } | undefined>;
}

/** How long a code lasts at most, ms. */
export const CODE_LASTS = 60 * 60_000;
/** How long a code lasts without being renewed, ms: browsers let a hidden page renew once a minute. */
export const CODE_LEASE = 2 * 60_000;
/** Codes that one board may show at once. */
export const MOST_CODES = 20;

const KIND = 'code';
const entrySchema = z.object({ link: z.string(), expires: z.number(), until: z.number() });
type Entry = z.infer<typeof entrySchema>;

/**
 * @param key 32 secret bytes of this installation: a code is short enough to be found from a plain hash of it
 * @param now ms since the epoch
 */
export function createCodes(store: NoteStore, key: Uint8Array, now: () => number): Codes {
  const idOf = (code: string): string => createHmac('sha256', key).update(code).digest('base64url');
  const read = ({ value }: Note): Entry => entrySchema.parse(JSON.parse(value));
  const isGood = ({ until, expires }: Entry): boolean => Math.min(until, expires) > now();

  /** The note of a code of this link; also of one that has ended and is not cleared away yet. */
  async function noteOf(board: string, link: string, typed: string): Promise<Note | undefined> {
    const code = readSpokenCode(typed);
    const note = code === undefined ? undefined : await store.note(board, KIND, idOf(code));
    return note !== undefined && read(note).link === link ? note : undefined;
  }

  return {
    async show(board, link) {
      for (const note of await store.notes(board, KIND))
        if (!isGood(read(note))) await store.removeNote(board, KIND, note.id);
      const code = await unused(async (one) => (await store.notesWithId(KIND, idOf(one))).length === 0);
      const expires = now() + CODE_LASTS;
      const value = JSON.stringify({ link, expires, until: now() + CODE_LEASE } satisfies Entry);
      const added = await store.addNote({ board, kind: KIND, id: idOf(code), value }, MOST_CODES);
      return added === 'full' ? 'full' : { code, expires };
    },

    async renew(board, link, typed) {
      const note = await noteOf(board, link, typed);
      if (note === undefined || !isGood(read(note))) return undefined;
      const entry = read(note);
      const value = JSON.stringify({ ...entry, until: now() + CODE_LEASE } satisfies Entry);
      const { id, version } = note;
      const renewed = await store.putNote({ board, kind: KIND, id, value }, version);
      // Another page of the same facilitator renewed it, or it was just ended: the next look tells.
      return renewed === undefined && (await store.note(board, KIND, id)) === undefined
        ? undefined
        : { code: readSpokenCode(typed) ?? typed, expires: entry.expires };
    },

    async end(board, link, typed) {
      const note = await noteOf(board, link, typed);
      if (note !== undefined) await store.removeNote(board, KIND, note.id);
    },

    async find(typed) {
      const code = readSpokenCode(typed);
      if (code === undefined) return undefined;
      // By an index over hashes that nobody without the key can aim at: its timing says nothing of use.
      const [note] = await store.notesWithId(KIND, idOf(code));
      const entry = note && read(note);
      return note !== undefined && entry !== undefined && isGood(entry)
        ? { board: note.board, link: entry.link }
        : undefined;
    },
  };
}

/** A new code that no board shows. */
async function unused(isFree: (code: string) => Promise<boolean>): Promise<string> {
  for (;;) {
    const letters = Array.from(
      { length: LIMITS.spokenCode },
      () => SPOKEN_LETTERS[randomInt(SPOKEN_LETTERS.length)],
    );
    const code = letters.join('');
    if (await isFree(code)) return code;
  }
}
