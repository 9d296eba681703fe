import type { CheckedUpdate } from './updates.ts';

/** A run of one client's clocks that one person brought. */
interface Run {
  readonly person: string | undefined;
  readonly from: number;
  to: number;
}

/**
 * Which structs were brought by whom, by client id and clock. What a person's client makes is one run after the
 * other, so that this takes little however long it is gathered. Updates of an unusual form are nobody's.
 */
export class Wrote {
  readonly #runs = new Map<number, Run[]>();

  /** @param person `undefined` for the server itself. */
  add({ scan }: CheckedUpdate, person: string | undefined): void {
    for (const { client, from, to } of scan?.blocks ?? []) this.#add(client, { person, from, to });
  }

  /** Takes over all of another. */
  join(other: Wrote): void {
    for (const [client, runs] of other.#runs) for (const run of runs) this.#add(client, { ...run });
  }

  /** Whether a struct was brought, and by nobody but this person. */
  isBy(person: string, client: number, clock: number): boolean {
    const runs = (this.#runs.get(client) ?? []).filter(({ from, to }) => from <= clock && clock < to);
    return runs.length > 0 && runs.every((run) => run.person === person);
  }

  #add(client: number, run: Run): void {
    const runs = this.#runs.get(client);
    const last = runs?.at(-1);
    if (last !== undefined && last.person === run.person && last.to === run.from) last.to = run.to;
    else if (runs === undefined) this.#runs.set(client, [run]);
    else runs.push(run);
  }
}
