import { z } from 'zod';
import type { NoteStore } from '../store/types.ts';
import type { Link } from './types.ts';

/** Whether a link is one by which a facilitator can always come back, as far as its settings go. */
export const isLasting = ({ role, expires, maxPeople, admission }: Link): boolean =>
  role === 'facilitator' && expires === null && maxPeople === null && admission === 'open';

const idsSchema = z.array(z.string());
const KIND = 'lasting-links';
const ID = 'all';

/**
 * Sees to it that a board keeps at least one lasting link that works, also when two facilitators give up each
 * other's at one moment. Which there are is one note, so that who takes the last but one and who takes the
 * last cannot both be right. A link is taken before anything is done to it: when the program stops between, it
 * works and no longer counts, which is the safe side. What the note has and works no more, as one that was withdrawn
 * while it was made lasting, does not count either.
 * @param lasting the ids of the lasting links that work
 */
export async function takeLasting(
  store: NoteStore,
  board: string,
  id: string,
  lasting: () => Promise<readonly string[]>,
): Promise<boolean> {
  for (;;) {
    const note = await store.note(board, KIND, ID);
    const working = await lasting();
    const ids = note === undefined ? working : idsSchema.parse(JSON.parse(note.value));
    const rest = ids.filter((one) => one !== id && working.includes(one));
    if (rest.length === 0) return false;
    if (!ids.includes(id)) return true;
    if (await put(store, board, rest, note?.version ?? 0)) return true;
  }
}

/** Counts a link as lasting from now on: after it has become one. */
export async function addLasting(
  store: NoteStore,
  board: string,
  id: string,
  lasting: () => Promise<readonly string[]>,
): Promise<void> {
  for (;;) {
    const note = await store.note(board, KIND, ID);
    const ids = note === undefined ? await lasting() : idsSchema.parse(JSON.parse(note.value));
    if (note !== undefined && ids.includes(id)) return;
    if (await put(store, board, [...new Set([...ids, id])], note?.version ?? 0)) return;
  }
}

async function put(
  store: NoteStore,
  board: string,
  ids: readonly string[],
  version: number,
): Promise<boolean> {
  const note = { board, kind: KIND, id: ID, value: JSON.stringify(ids) };
  return (await store.putNote(note, version)) !== undefined;
}
