import type { SpokenState } from './presence.ts';
import type { CheckedUpdate } from './updates.ts';
import { Wrote } from './wrote.ts';

/** Who makes changes, known by identity. */
export interface Author {
  /** Who is behind it; `undefined` for the server itself. */
  readonly person?: string;
  /** Of the author's changes that it counts, number `first` and later ones are on their way to the disk. */
  underWay(first: number): void;
  /** Those of the batch that began with number `first` are on disk. */
  onDisk(first: number): void;
}

/** Who has made the changes of a batch. */
interface Authors {
  readonly authors: Set<Author>;
  /** The same, with the number of the first change of each; an author may be there twice. */
  readonly shares: { readonly author: Author; readonly first: number }[];
  /** Which structs are whose. */
  readonly wrote: Wrote;
}

/** Changes that go to the store, and then to everybody, together. */
export interface Batch extends Authors {
  updates: readonly Uint8Array[];
  /** Presence that was said before the batch was closed and may not be seen before it. */
  presence: readonly SpokenState[];
}

/** Changes that wait for their turn. */
export class Gathered implements Authors {
  readonly changes: CheckedUpdate[] = [];
  readonly authors = new Set<Author>();
  readonly shares: { readonly author: Author; readonly first: number }[] = [];
  readonly wrote = new Wrote();
  /** Bytes of the changes. */
  bytes = 0;
  /** When the oldest of them came, ms (monotonic). */
  since = 0;

  get some(): boolean {
    return this.changes.length > 0;
  }

  /** @param number what the author counts it as. */
  add(change: CheckedUpdate, author: Author, number: number): void {
    if (!this.some) this.since = performance.now();
    this.changes.push(change);
    this.bytes += change.bytes.byteLength;
    this.wrote.add(change, author.person);
    if (this.authors.has(author)) return;
    this.authors.add(author);
    this.shares.push({ author, first: number });
    author.underWay(number);
  }
}

/** Bytes. */
export function sizeOf(updates: readonly Uint8Array[]): number {
  return updates.reduce((sum, update) => sum + update.byteLength, 0);
}
