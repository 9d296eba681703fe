import * as Y from 'yjs';
import * as z from 'zod/mini';
import { TEMPLATE_KEYS } from '../template/keys.ts';
import type { Place } from './types.ts';

/**
 * Where stickers lie: one list of entries `{id, sheet, region, x, y, z, n}` for the whole board, not a
 * key on each sticker. A Y.Map keeps a few bytes for every value that was ever overwritten, so dragging
 * two hundred stickers about for an afternoon more than doubles a board (2.4 times after 10,000 drags).
 * In a list, what one client writes next to its own last entry merges with it once both are deleted,
 * so the same afternoon costs little (measured by a test).
 *
 * The entry with the highest `n` (a Lamport counter) is a sticker's place; of equals the later in the
 * list, which is the same in every copy. Whoever moves a sticker deletes the entries it replaces.
 */
const placeEntrySchema = z.object({
  id: z.string(),
  sheet: z.enum(TEMPLATE_KEYS),
  region: z.nullable(z.string().check(z.maxLength(128))),
  x: z.number().check(z.gte(0), z.lte(1)),
  y: z.number().check(z.gte(0), z.lte(1)),
  z: z.number(),
  n: z.number(),
});

export const placesOf = (doc: Y.Doc): Y.Array<unknown> => doc.getArray('places');

/** Where this client wrote last, per document: the next entry goes right behind it (see above). */
const lastWritten = new WeakMap<Y.Doc, Y.RelativePosition>();

interface PlaceEntry {
  readonly id: string;
  readonly n: number;
  readonly place: Place;
}

/** Yjs hands out the same object for the same entry every time, so each is checked once. */
const checked = new WeakMap<object, PlaceEntry | null>();

function readEntry(value: unknown): PlaceEntry | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const known = checked.get(value);
  if (known !== undefined) return known ?? undefined;
  const parsed = placeEntrySchema.safeParse(value);
  const entry = parsed.success ? entryOf(parsed.data) : null;
  checked.set(value, entry);
  return entry ?? undefined;
}

const entryOf = ({ id, n, ...place }: z.infer<typeof placeEntrySchema>): PlaceEntry => ({ id, n, place });

/**
 * All places by sticker id, and how many entries could not be read. A place that did not change is the
 * same object as last time.
 */
export function readPlaces(doc: Y.Doc): { places: Map<string, Place>; unreadable: number } {
  const winners = new Map<string, PlaceEntry>();
  let unreadable = 0;
  for (const value of placesOf(doc).toArray()) {
    const entry = readEntry(value);
    if (entry === undefined) unreadable += 1;
    else if (entry.n >= (winners.get(entry.id)?.n ?? Number.NEGATIVE_INFINITY)) winners.set(entry.id, entry);
  }
  const places = new Map<string, Place>();
  for (const [id, { place }] of winners) places.set(id, place);
  return { places, unreadable };
}

/** Writes places; call inside a transaction. Replaces what each of these stickers had. */
export function writePlaces(doc: Y.Doc, places: ReadonlyMap<string, Place>): void {
  const list = placesOf(doc);
  const replaced: number[] = [];
  let newest = 0;
  list.toArray().forEach((value, index) => {
    const entry = readEntry(value);
    if (entry === undefined) return;
    newest = Math.max(newest, entry.n);
    if (places.has(entry.id)) replaced.push(index);
  });
  const at = insertionPoint(doc, list);
  const entries = [...places].map(([id, place]) => ({ id, ...place, n: newest + 1 }));
  list.insert(at, entries);
  lastWritten.set(doc, Y.createRelativePositionFromTypeIndex(list, at + entries.length, -1));
  for (const index of replaced.reverse()) list.delete(index < at ? index : index + entries.length, 1);
}

function insertionPoint(doc: Y.Doc, list: Y.Array<unknown>): number {
  const last = lastWritten.get(doc);
  const absolute = last && Y.createAbsolutePositionFromRelativePosition(last, doc);
  return absolute?.type === list ? absolute.index : list.length;
}
