import type { NoteStore } from '../store/types.ts';
import type { Link } from './types.ts';

/** The kind of the notes of who came in by a link: one per person, by the person's id. */
const peopleOf = (link: string): string => `people:${link}`;

/** As many as a store counts to: a link for any number of people. */
const ANY_NUMBER = 2 ** 31 - 1;

/**
 * Counts a person among those who came in by a link, once.
 * @returns false when the link is for no more people than have come already
 * @throws {StoreError}
 */
export async function countIn(
  store: NoteStore,
  { board, id, maxPeople }: Link,
  person: string,
): Promise<boolean> {
  const note = { board, kind: peopleOf(id), id: person, value: '{}' };
  return (await store.addNote(note, maxPeople ?? ANY_NUMBER)) !== 'full';
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
