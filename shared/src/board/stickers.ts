import { equalityDeep } from 'lib0/function';
import * as Y from 'yjs';
import * as z from 'zod/mini';
import { LIMITS } from '../protocol/limits.ts';
import { ROLES } from '../protocol/roles.ts';
import { quantitySchema } from './fields.ts';
import { ORIGIN, type Origin } from './origin.ts';
import { readPicture, type StickerPicture } from './pictures.ts';
import { readPlaces, writePlaces } from './places.ts';
import { readSymbol } from './symbols.ts';
import {
  type Author,
  CERTAINTIES,
  type Place,
  type Quantity,
  SIZES,
  type Size,
  type Sticker,
} from './types.ts';

/**
 * Stickers of a board document: the map `stickers` from id to a Y.Map with the keys below, its text a
 * `Y.Text`, its place in the list of `places.ts`. Readers take whatever is there: what does not fit is
 * left in the document, not shown, and counted.
 */
const recordSchema = z.object({
  partner: z.nullable(z.string().check(z.maxLength(64))),
  size: z.enum(SIZES),
  author: z.nullable(
    z.object({
      id: z.string().check(z.maxLength(64)),
      name: z.string().check(z.maxLength(LIMITS.personName)),
      role: z.optional(z.enum(ROLES)),
    }),
  ),
  made: z.number(),
  category: z.optional(z.string().check(z.maxLength(40))),
  quantity: z.optional(quantitySchema),
  certainty: z.optional(z.enum(CERTAINTIES)),
  tags: z.optional(z.array(z.string().check(z.maxLength(60)))),
});

export const stickersOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('stickers');

/** What a reader found. */
export interface StickersRead {
  /** Stickers that are on the board, by id. */
  readonly stickers: ReadonlyMap<string, Sticker>;
  /** Records and places that do not fit what this program knows: kept, not shown. */
  readonly unreadable: number;
}

/** Reads every sticker that is on the board (not the removed ones). */
export function readStickers(doc: Y.Doc): StickersRead {
  const { places, unreadable: badPlaces } = readPlaces(doc);
  const stickers = new Map<string, Sticker>();
  let unreadable = badPlaces;
  for (const [id, record] of stickersOf(doc)) {
    const sticker = readSticker(id, record, places.get(id));
    if (sticker === 'unreadable') unreadable += 1;
    else if (sticker !== 'removed') stickers.set(id, sticker);
  }
  return { stickers, unreadable };
}

/** Reads one sticker's record. */
export function readSticker(
  id: string,
  record: unknown,
  place: Place | undefined,
): Sticker | 'removed' | 'unreadable' {
  if (!(record instanceof Y.Map)) return 'unreadable';
  if (record.get('removed') !== undefined) return 'removed';
  const text = record.get('text');
  const { removed: _removed, text: _text, locked, group, ...rest } = Object.fromEntries(record.entries());
  const [picture, symbol] = [readPicture(rest.picture), readSymbol(rest.symbol)];
  const parsed = recordSchema.safeParse(rest);
  if (!parsed.success || !(text instanceof Y.Text) || place === undefined) return 'unreadable';
  const values = parsed.data as Omit<
    Sticker,
    'id' | 'place' | 'text' | 'locked' | 'group' | 'picture' | 'symbol'
  >;
  // Anything else than true is no lock: a lock nobody understands must not keep a sticker from everybody.
  return {
    id,
    place,
    text: text.toString(),
    ...values,
    ...(locked === true ? { locked } : {}),
    ...(picture === undefined ? {} : { picture }),
    ...(symbol === undefined ? {} : { symbol }),
    // Nor is anything else than an id a group.
    ...(typeof group === 'string' ? { group } : {}),
  };
}

/** What is needed to make a sticker; the rest has a default. */
export interface NewSticker {
  readonly id: string;
  readonly place: Place;
  readonly text?: string;
  readonly partner?: string | null;
  readonly size?: Size;
  readonly author?: Author | null;
  /** ms since the epoch. */
  readonly made: number;
  readonly category?: string;
  readonly quantity?: Quantity;
  readonly certainty?: Sticker['certainty'];
  readonly tags?: readonly string[];
  readonly locked?: boolean | undefined;
  readonly picture?: StickerPicture;
  readonly symbol?: string;
  readonly group?: string | undefined;
}

/** Adds stickers in one transaction. An id that is taken is left as it is. */
export function addStickers(
  doc: Y.Doc,
  added: readonly NewSticker[],
  origin: Origin = ORIGIN.addSticker,
): void {
  const map = stickersOf(doc);
  doc.transact(() => {
    const places = new Map<string, Place>();
    for (const sticker of added) {
      if (map.has(sticker.id)) continue;
      map.set(sticker.id, newRecord(sticker));
      places.set(sticker.id, sticker.place);
    }
    if (places.size > 0) writePlaces(doc, places);
  }, origin);
}

function newRecord({ id: _id, place: _place, text = '', ...given }: NewSticker): Y.Map<unknown> {
  const record = new Y.Map<unknown>();
  const { partner = null, size = 'M', author = null, locked, ...rest } = given;
  const values = { partner, size, author, ...rest, ...(locked === true ? { locked } : {}) };
  for (const [key, value] of Object.entries(values)) if (value !== undefined) record.set(key, value);
  record.set('text', new Y.Text(text.toWellFormed()));
  return record;
}

/** Moves stickers in one transaction: a drop. Ids that are not there are passed over. */
export function moveStickers(doc: Y.Doc, places: ReadonlyMap<string, Place>): void {
  const map = stickersOf(doc);
  const known = new Map([...places].filter(([id]) => map.has(id)));
  if (known.size > 0) doc.transact(() => writePlaces(doc, known), ORIGIN.moveStickers);
}

/** Sets the size of stickers in one transaction. */
export function setSize(doc: Y.Doc, ids: readonly string[], size: Size): void {
  setOnEach(doc, ids, 'size', size, ORIGIN.setSize);
}

/** Sets on whose behalf stickers speak, in one transaction; `null` for nobody in particular. */
export function setPartner(doc: Y.Doc, ids: readonly string[], partner: string | null): void {
  setOnEach(doc, ids, 'partner', partner, ORIGIN.setPartner);
}

/** What a sticker may carry beside its text in a field of contributions. */
export type Contribution = Pick<Sticker, 'category' | 'quantity' | 'certainty'>;

/** Sets all that a sticker carries as a contribution, in one transaction; what is not given is taken away. */
export function setContribution(doc: Y.Doc, id: string, contribution: Contribution): void {
  const { category, quantity, certainty } = contribution;
  doc.transact(() => {
    for (const record of records(doc, [id]))
      for (const [key, value] of Object.entries({ category, quantity, certainty })) {
        if (value === undefined) record.delete(key);
        else if (!equalityDeep(record.get(key), value)) record.set(key, value);
      }
  }, ORIGIN.setContribution);
}

/** Locks stickers, or unlocks them, in one transaction. */
export function setLocked(doc: Y.Doc, ids: readonly string[], locked: boolean): void {
  if (locked) setOnEach(doc, ids, 'locked', true, ORIGIN.setLocked);
  else
    doc.transact(() => {
      for (const record of records(doc, ids)) if (record.has('locked')) record.delete('locked');
    }, ORIGIN.setLocked);
}

/**
 * Takes stickers off the board. The record stays, marked: so a colleague who is typing in one loses no
 * letter, and bringing it back brings back what was typed meanwhile.
 * @param at ms since the epoch
 */
export function removeStickers(doc: Y.Doc, ids: readonly string[], by: string, at: number): void {
  setOnEach(doc, ids, 'removed', { at, by }, ORIGIN.removeStickers);
}

/** Leaves out of this copy of a document what was taken off the board: for who looks at what it shows. */
export function forgetRemoved(doc: Y.Doc): void {
  const stickers = stickersOf(doc);
  doc.transact(() => {
    for (const [id, record] of [...stickers])
      if (record instanceof Y.Map && record.get('removed') !== undefined) stickers.delete(id);
  });
}

/** Puts removed stickers back where they were. */
export function restoreStickers(doc: Y.Doc, ids: readonly string[]): void {
  doc.transact(() => {
    for (const record of records(doc, ids)) record.delete('removed');
  }, ORIGIN.restoreStickers);
}

/** The record of a sticker, for what changes one thing about it; `undefined` when there is none. */
export function recordOf(doc: Y.Doc, id: string): Y.Map<unknown> | undefined {
  return records(doc, [id])[0];
}

/** The text of a sticker for editing, or `undefined` when there is no such sticker. */
export function textOf(doc: Y.Doc, id: string): Y.Text | undefined {
  const record = stickersOf(doc).get(id);
  const text = record instanceof Y.Map ? record.get('text') : undefined;
  return text instanceof Y.Text ? text : undefined;
}

/**
 * Makes a sticker's text read `next`, touching only the part that differs, so that a colleague typing
 * elsewhere in the same text keeps every letter. The changed part is found by common start and end.
 * Half a surrogate pair becomes U+FFFD, as it would on the wire: else this copy would differ from all others.
 * @param caret where the writer's caret stands in `next`: settles which of equal letters was typed.
 */
export function editText(doc: Y.Doc, id: string, next: string, caret: number = next.length): void {
  const text = textOf(doc, id);
  if (text === undefined) return;
  const before = text.toString();
  const wanted = next.toWellFormed();
  if (before === wanted) return;
  const { start, removed, inserted } = difference(before, wanted, caret);
  doc.transact(() => {
    if (removed > 0) text.delete(start, removed);
    if (inserted !== '') text.insert(start, inserted);
  }, ORIGIN.editText);
}

/**
 * The single replacement that turns `before` into `next`: what a text field's input event did.
 * Surrogate pairs are never split.
 */
export function difference(
  before: string,
  next: string,
  caret: number,
): { start: number; removed: number; inserted: string } {
  const tail = next.length - caret;
  const longest = Math.min(before.length, next.length);
  let end = 0;
  while (end < Math.min(tail, longest) && before.at(-1 - end) === next.at(-1 - end)) end += 1;
  let start = 0;
  while (start < longest - end && before[start] === next[start]) start += 1;
  while (end < longest - start && before.at(-1 - end) === next.at(-1 - end)) end += 1;
  if (start > 0 && isHighSurrogate(before, start - 1)) start -= 1;
  if (end > 0 && isHighSurrogate(before, before.length - end - 1)) end -= 1;
  return { start, removed: before.length - end - start, inserted: next.slice(start, next.length - end) };
}

const isHighSurrogate = (text: string, index: number): boolean => {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdbff;
};

function records(doc: Y.Doc, ids: readonly string[]): Y.Map<unknown>[] {
  const map = stickersOf(doc);
  return ids.map((id) => map.get(id)).filter((record) => record instanceof Y.Map);
}

function setOnEach(doc: Y.Doc, ids: readonly string[], key: string, value: unknown, origin: Origin): void {
  doc.transact(() => {
    for (const record of records(doc, ids)) if (record.get(key) !== value) record.set(key, value);
  }, origin);
}
