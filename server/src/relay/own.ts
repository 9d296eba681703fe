import { isDeepStrictEqual } from 'node:util';
import type * as Y from 'yjs';

/** A map of a document in which values are the server's own. */
export interface OwnPlace {
  readonly map: string;
  /** The one key that is; all of them otherwise. */
  readonly key?: string;
  /** Whether a session may write this where nothing stands, as who begins a document does. Default no. */
  readonly begins?: (value: unknown) => boolean;
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

  /** Whether sessions have changed what is not theirs. What one may begin is kept from now on. */
  isTouched(doc: Y.Doc): boolean {
    const now = this.#read(doc);
    this.#kept = this.#kept.map((kept, index) => {
      const [begins, is = NONE] = [this.#places[index]?.begins, now[index]];
      const begun = [...is].filter(([key, value]) => !kept.has(key) && begins?.(value) === true);
      return begun.length === 0 ? kept : new Map([...kept, ...begun]);
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

/** Keys of which one has another value than the other, or none. */
function differing(one: Values, other: Values): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (key) => one.has(key) !== other.has(key) || !isDeepStrictEqual(one.get(key), other.get(key)),
  );
}
