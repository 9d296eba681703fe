import { DUTIES, type Duty } from '@samenbord/shared/protocol';
import { z } from 'zod';
import type { NoteStore } from '../store/types.ts';
import type { Link } from './types.ts';
import type { Caller } from './waiting.ts';

/** Somebody who came in, as those see it who may. Times are ms since the epoch. */
export interface Visitor {
  readonly id: string;
  readonly name: string;
  readonly duty?: Duty;
  /** When they came in first, and last. */
  readonly first: number;
  readonly last: number;
}

/** The kind of the notes of who came in by a link: one per person, by the person's id. */
const peopleOf = (link: string): string => `people:${link}`;

/** As many as a store counts to: a link for any number of people. */
const ANY_NUMBER = 2 ** 31 - 1;

/** Of people who came in before this was kept there is nothing but that they came. */
const visitSchema = z
  .object({ name: z.string(), duty: z.enum(DUTIES), first: z.number(), last: z.number() })
  .partial();
type Visit = z.infer<typeof visitSchema>;

const visitOf = (value: string): Visit => visitSchema.parse(JSON.parse(value));

/**
 * Counts a person among those who came in by a link, once, and notes under which name and when.
 * @param at ms since the epoch; `null` for who is let in and has not come yet
 * @returns false when the link is for no more people than have come already
 * @throws {StoreError}
 */
export async function countIn(
  store: NoteStore,
  { board, id, maxPeople }: Link,
  { id: person, name, duty }: Caller,
  at: number | null,
): Promise<boolean> {
  const who = { name, ...(duty === undefined ? {} : { duty }) };
  const named = (visit: Visit): string =>
    JSON.stringify(at === null ? visit : { ...visit, ...who, first: visit.first ?? at, last: at });
  const note = { board, kind: peopleOf(id), id: person };
  const added = await store.addNote({ ...note, value: named({}) }, maxPeople ?? ANY_NUMBER);
  if (added !== 'there' || at === null) return added !== 'full';
  const there = await store.note(board, note.kind, person);
  // Somebody who came in twice at one moment is written down once; that will do.
  if (there !== undefined)
    await store.putNote({ ...note, value: named(visitOf(there.value)) }, there.version);
  return true;
}

/** Whether a person has come in by a link before. @throws {StoreError} */
export async function cameIn(store: NoteStore, { board, id }: Link, person: string): Promise<boolean> {
  return (await store.note(board, peopleOf(id), person)) !== undefined;
}

/** How many different people have come in by a link. @throws {StoreError} */
export async function countPeople(store: NoteStore, { board, id }: Link): Promise<number> {
  return (await store.notes(board, peopleOf(id))).length;
}

/** Whether as many have come in by a link as it is for. @throws {StoreError} */
export async function isFull(store: NoteStore, link: Link): Promise<boolean> {
  return link.maxPeople !== null && (await countPeople(store, link)) >= link.maxPeople;
}

/** Takes somebody off the count who was let in and did not come. @throws {StoreError} */
export async function countOut(store: NoteStore, { board, id }: Link, person: string): Promise<void> {
  await store.removeNote(board, peopleOf(id), person);
}

/** Who came in by any of these links, the newest first; each person once. @throws {StoreError} */
export async function visitorsBy(store: NoteStore, links: readonly Link[]): Promise<readonly Visitor[]> {
  const people = new Map<string, Visitor>();
  for (const { board, id: link } of links)
    for (const { id, value } of await store.notes(board, peopleOf(link))) {
      const visitor = visitorOf(id, visitOf(value));
      const known = people.get(id);
      if (visitor !== undefined) people.set(id, known === undefined ? visitor : both(known, visitor));
    }
  return [...people.values()].toSorted((a, b) => b.last - a.last);
}

/** `undefined` for who was let in and did not come, or came before this was kept. */
function visitorOf(id: string, { name = '', duty, first, last }: Visit): Visitor | undefined {
  if (first === undefined || last === undefined) return undefined;
  return { id, name, ...(duty === undefined ? {} : { duty }), first, last };
}

/** One person who came in by two links. */
function both(a: Visitor, b: Visitor): Visitor {
  const newest = a.last > b.last ? a : b;
  return { ...newest, first: Math.min(a.first, b.first) };
}
