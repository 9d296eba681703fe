import { ADMISSIONS } from '@samenbord/shared/protocol';
import { z } from 'zod';
import type { LinkRecord, NoteStore, RecordStore } from '../store/types.ts';
import type { Link, LinkSettings } from './types.ts';

/** The kind of the note with a link's settings; its id is the link's. */
export const LINK_NOTE = 'link';

/** What a link has on which nobody set anything. */
export const NO_SETTINGS: LinkSettings = { name: '', expires: null, maxPeople: null, admission: 'open' };

const settingsSchema = z.object({
  name: z.string(),
  expires: z.number().nullable(),
  maxPeople: z.number().nullable(),
  admission: z.enum(ADMISSIONS),
});

/** Reads the settings in a note. @throws when it holds anything else: a link must not open wider by an accident */
export const readSettings = (value: string): LinkSettings => settingsSchema.parse(JSON.parse(value));

const withSettings = (record: LinkRecord, value: string | undefined): Link => ({
  ...record,
  ...(value === undefined ? NO_SETTINGS : readSettings(value)),
});

/** The links of a board with their settings, the oldest first. @throws {StoreError} */
export async function linksOf(store: RecordStore, board: string): Promise<readonly Link[]> {
  const [records, notes] = await Promise.all([store.links(board), store.notes(board, LINK_NOTE)]);
  const values = new Map(notes.map(({ id, value }) => [id, value]));
  return records.map((record) => withSettings(record, values.get(record.id)));
}

/** One link with its settings. @throws {StoreError} */
export async function linkOf(store: RecordStore, board: string, id: string): Promise<Link | undefined> {
  const [record, note] = await Promise.all([store.link(id), store.note(board, LINK_NOTE, id)]);
  return record === undefined || record.board !== board ? undefined : withSettings(record, note?.value);
}

/**
 * Changes some of a link's settings; what is not named stays, also what somebody else changes meanwhile.
 * @throws {StoreError}
 */
export async function changeSettings(
  store: NoteStore,
  { board, id }: Pick<LinkRecord, 'board' | 'id'>,
  change: Partial<LinkSettings>,
): Promise<void> {
  for (;;) {
    const note = await store.note(board, LINK_NOTE, id);
    const settings = { ...(note === undefined ? NO_SETTINGS : readSettings(note.value)), ...change };
    const value = JSON.stringify(settings);
    const written = await store.putNote({ board, kind: LINK_NOTE, id, value }, note?.version ?? 0);
    // Somebody else was first, so something was done: it does not go on for ever.
    if (written !== undefined) return;
  }
}

/** Only the settings of what may hold more. */
export const settingsOf = ({ name, expires, maxPeople, admission }: LinkSettings): LinkSettings => ({
  name,
  expires,
  maxPeople,
  admission,
});
