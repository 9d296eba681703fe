import type * as Y from 'yjs';
import { LIMITS } from '../protocol/limits.ts';
import { ORIGIN, type Origin } from './origin.ts';
import type { Sticker } from './types.ts';

/**
 * Dots that people put on stickers to say which matter most: the map `votes` of a board document, from
 * `<person> <sticker>` to whether that person's dot is on it. So two people never write the same key, two pages of one
 * person make one dot, and a session may only write keys of its own person: the server puts back what it writes
 * besides. Keys are set to `false` and never deleted. The key ` <sticker>`, of nobody, has the number of dots that
 * came with a board file.
 */

export const votesOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('votes');

export function voteKey(person: string, sticker: string): string {
  return `${person} ${sticker}`;
}

/** Whose dot on which sticker a key is about; `person` is empty for those of a file. */
export function readVoteKey(key: string): { readonly person: string; readonly sticker: string } | undefined {
  const at = key.indexOf(' ');
  return at < 0 ? undefined : { person: key.slice(0, at), sticker: key.slice(at + 1) };
}

/** The dots on one sticker, as one person sees them. */
export interface StickerVotes {
  /** 1 or more. */
  readonly count: number;
  /** One of them is this person's. */
  readonly mine: boolean;
}

/**
 * Counts the dots on stickers that are on the board. Of each person at most `LIMITS.votes` count on each sheet,
 * whatever was written: stickers go from sheet to sheet, and two pages may vote at once.
 * @param me whose own dots are marked
 */
export function countVotes(
  doc: Y.Doc,
  stickers: ReadonlyMap<string, Pick<Sticker, 'place'>>,
  me?: string,
): ReadonlyMap<string, StickerVotes> {
  const votes = new Map<string, StickerVotes>();
  /** By sheet and person. */
  const given = new Map<string, { readonly mine: boolean; readonly on: readonly string[] }>();
  for (const [key, value] of votesOf(doc)) {
    const { person = '', sticker = '' } = readVoteKey(key) ?? {};
    const sheet = stickers.get(sticker)?.place.sheet;
    if (sheet === undefined) continue;
    if (person === '') add(votes, sticker, broughtIn(value), false);
    else if (value === true) {
      const whose = `${sheet} ${person}`;
      const known = given.get(whose)?.on ?? [];
      given.set(whose, { mine: person === me, on: [...known, sticker] });
    }
  }
  // Sorted, so that every copy counts the same ones.
  for (const { mine, on } of given.values())
    for (const sticker of on.toSorted().slice(0, LIMITS.votes)) add(votes, sticker, 1, mine);
  return votes;
}

function add(votes: Map<string, StickerVotes>, sticker: string, count: number, mine: boolean): void {
  const known = votes.get(sticker) ?? { count: 0, mine: false };
  if (count > 0) votes.set(sticker, { count: known.count + count, mine: known.mine || mine });
}

function broughtIn(value: unknown): number {
  const number = typeof value === 'number' && Number.isInteger(value) ? value : 0;
  return Math.max(0, Math.min(LIMITS.fileVotes, number));
}

/** Whether a person's dot is on a sticker, counted or not. */
export function hasVote(doc: Y.Doc, person: string, sticker: string): boolean {
  return votesOf(doc).get(voteKey(person, sticker)) === true;
}

/** Puts a person's dots on stickers, or takes them off, in one transaction. */
export function setVotes(doc: Y.Doc, person: string, values: ReadonlyMap<string, boolean>): void {
  doc.transact(() => {
    for (const [sticker, on] of values)
      if (hasVote(doc, person, sticker) !== on) votesOf(doc).set(voteKey(person, sticker), on);
  }, ORIGIN.vote);
}

/** Writes how many dots came with a file, by sticker. */
export function bringVotes(doc: Y.Doc, counts: ReadonlyMap<string, number>, origin: Origin): void {
  doc.transact(() => {
    for (const [sticker, count] of counts) votesOf(doc).set(voteKey('', sticker), count);
  }, origin);
}
