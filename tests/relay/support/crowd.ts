import type * as Y from 'yjs';
import { TestClient } from './client.ts';
import { until } from './until.ts';

/** Least values by key: what has to be there, because somebody saw it or was told that it is saved. */
export type Promised = ReadonlyMap<string, number>;

/** Changes of one person that may be on their way at once. */
const UNDER_WAY = 10;

interface Edit {
  readonly key: string;
  readonly value: number;
  /** Which of its connection's changing messages it was. */
  readonly number: number;
}

/**
 * People with fresh documents who work as fast as they are acknowledged: each adds stickers and moves one of
 * their own with every change. They remember what they were promised, whatever becomes of the server.
 */
export class Crowd {
  readonly people: readonly TestClient[];
  readonly #edits: readonly Edit[][];
  readonly #round: number;
  #working: Promise<void> | undefined;
  #stopped = false;

  /** @param round makes their keys and values other than those of earlier rounds, the values greater. */
  static async join(urls: readonly string[], round: number): Promise<Crowd> {
    return new Crowd(await Promise.all(urls.map((url) => TestClient.join(url))), round);
  }

  constructor(people: readonly TestClient[], round: number) {
    this.people = people;
    this.#edits = people.map(() => []);
    this.#round = round;
  }

  /** Begins; resolves when work of everybody has been acknowledged, so that the load is on. */
  async work(): Promise<void> {
    const before = this.people.map(({ sent }) => sent);
    this.#working = this.#workOn();
    await until('work of everybody is acknowledged', () =>
      this.people.every(({ acknowledged }, index) => acknowledged > (before[index] ?? 0)),
    );
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#working;
  }

  /** What may not be missing: all that somebody saw of another's, and {@link acknowledged}. */
  promised(): Promised {
    const promises = new Map(this.acknowledged());
    for (const [index, person] of this.people.entries()) {
      const own = new Set(this.#edits[index]?.map(({ key }) => key).concat(moved(index)));
      for (const [key, value] of person.stickers.entries())
        if (!own.has(key)) raise(promises, key, Number(value));
    }
    return promises;
  }

  /** What was acknowledged to who made it, up to now. */
  acknowledged(): Promised {
    const promises = new Map<string, number>();
    for (const [index, person] of this.people.entries()) {
      for (const { key, value, number } of this.#edits[index] ?? []) {
        if (number > person.acknowledged) break;
        raise(promises, key, value);
        raise(promises, moved(index), value);
      }
    }
    return promises;
  }

  async #workOn(): Promise<void> {
    while (!this.#stopped) {
      for (const [index, person] of this.people.entries()) {
        const { OPEN, readyState } = person.socket;
        if (readyState === OPEN && person.sent - person.acknowledged < UNDER_WAY) this.#edit(index, person);
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  #edit(index: number, person: TestClient): void {
    const edits = this.#edits[index] ?? [];
    const value = this.#round * 1_000_000 + edits.length;
    const key = `${this.#round}/${index}/${edits.length}`;
    person.edit((stickers) => {
      stickers.set(key, value);
      stickers.set(moved(index), value);
    });
    edits.push({ key, value, number: person.sent });
  }
}

/** The sticker that a person moves with every change. */
const moved = (index: number): string => `moved by ${index}`;

function raise(promises: Map<string, number>, key: string, value: number): void {
  promises.set(key, Math.max(value, promises.get(key) ?? value));
}

/** What was promised and is not there, or is older; nothing when all is well. */
export function missing(promised: Promised, doc: Y.Doc): readonly string[] {
  const stickers = doc.getMap('stickers');
  return [...promised]
    .filter(([key, value]) => !(Number(stickers.get(key)) >= value))
    .map(([key, value]) => `${key} should be ${value} and is ${String(stickers.get(key))}`);
}
