import { isDeepStrictEqual } from 'node:util';
import type * as Y from 'yjs';
import type { Wrote } from './wrote.ts';

/** A map of a document in which values are the server's own. */
export interface OwnPlace {
  readonly map: string;
  /** The one key that is; all of them otherwise. */
  readonly key?: string;
  /** Whether a session may write this where nothing stands, as who begins a document does. Default no. */
  readonly begins?: (value: unknown) => boolean;
  /** The one person of whom sessions may set a key to this value; `undefined` for nobody. Default nobody. */
  readonly setBy?: (key: string, value: unknown) => string | undefined;
  /** Keys that one person may have set, at most. */
  readonly mostEach?: number;
}

/** Says which places of a document are the server's own. */
export type OwnPlaces = (name: string) => readonly OwnPlace[];

type Values = ReadonlyMap<string, unknown>;

/**
 * What the server itself last wrote, migrated, loaded or heard of other nodes in its own places of a document.
 * Bytes do not tell which key of a map they set: so it is looked at when they are integrated, and put back.
 */
export class Own {
  readonly #places: readonly OwnPlace[];
  #kept: Values[];

  constructor(places: readonly OwnPlace[]) {
    this.#places = places;
    this.#kept = places.map(() => new Map());
  }

  /** What stands here now is right: it was loaded, or comes of another node. */
  note(doc: Y.Doc): void {
    this.#kept = this.#read(doc);
  }

  /** Lets the server itself change a document: what it leaves in its places is right from now on. */
  by<T>(doc: Y.Doc, change: (doc: Y.Doc) => T): T {
    const before = this.#read(doc);
    const result = change(doc);
    const after = this.#read(doc);
    this.#kept = this.#kept.map((kept, index) => {
      const [was = NONE, is = NONE] = [before[index], after[index]];
      const next = new Map(kept);
      for (const key of differing(was, is))
        if (is.has(key)) next.set(key, is.get(key));
        else next.delete(key);
      return next;
    });
    return result;
  }

  /**
   * Whether sessions have changed what is not theirs. What one may begin, and what a person may set and has, is kept
   * from now on.
   */
  isTouched(doc: Y.Doc, wrote: Wrote): boolean {
    const now = this.#read(doc);
    this.#kept = this.#kept.map((kept, index) => {
      const [place, is = NONE] = [this.#places[index], now[index]];
      return place === undefined ? kept : withRightful(place, doc, kept, is, wrote);
    });
    return now.some((is, index) => differing(this.#kept[index] ?? NONE, is).length > 0);
  }

  /** Puts it back. Call inside a transaction. */
  putBack(doc: Y.Doc): void {
    const now = this.#read(doc);
    for (const [index, { map }] of this.#places.entries()) {
      const [kept, is] = [this.#kept[index] ?? NONE, now[index] ?? NONE];
      for (const key of differing(kept, is))
        if (kept.has(key)) doc.getMap(map).set(key, kept.get(key));
        else doc.getMap(map).delete(key);
    }
  }

  #read(doc: Y.Doc): Values[] {
    return this.#places.map(({ map, key }) => {
      const entries = doc.getMap(map);
      if (key === undefined) return new Map(entries.entries());
      return entries.has(key) ? new Map([[key, entries.get(key)]]) : NONE;
    });
  }
}

const NONE: Values = new Map();

/** What is kept of a place, with what sessions may have changed there as it is now. */
function withRightful(place: OwnPlace, doc: Y.Doc, kept: Values, is: Values, wrote: Wrote): Values {
  const changed = differing(kept, is).filter((key) => is.has(key));
  if (changed.length === 0) return kept;
  const next = new Map(kept);
  const numbers = place.setBy === undefined ? new Map<string, number>() : numbersOf(place.setBy, kept);
  for (const key of changed) {
    const value = is.get(key);
    const setter = setterOf(place, doc, key, value, wrote);
    const number = (setter === undefined ? 0 : (numbers.get(setter) ?? 0)) + (kept.has(key) ? 0 : 1);
    if (setter !== undefined && number <= (place.mostEach ?? number)) numbers.set(setter, number);
    else if (kept.has(key) || place.begins?.(value) !== true) continue;
    next.set(key, value);
  }
  return next;
}

/** The person who has set a key to its value now, if that was theirs to do. */
function setterOf(
  { map, setBy }: OwnPlace,
  doc: Y.Doc,
  key: string,
  value: unknown,
  wrote: Wrote,
): string | undefined {
  const person = setBy?.(key, value);
  const struct = doc.getMap(map)._map.get(key)?.id;
  if (person === undefined || struct === undefined) return undefined;
  return wrote.isBy(person, struct.client, struct.clock) ? person : undefined;
}

/** How many keys each person has set. */
function numbersOf(setBy: NonNullable<OwnPlace['setBy']>, kept: Values): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [key, value] of kept) {
    const person = setBy(key, value);
    if (person !== undefined) numbers.set(person, (numbers.get(person) ?? 0) + 1);
  }
  return numbers;
}

/** Keys of which one has another value than the other, or none. */
function differing(one: Values, other: Values): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (key) => one.has(key) !== other.has(key) || !isSame(one.get(key), other.get(key)),
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || isDeepStrictEqual(one, other);
}
