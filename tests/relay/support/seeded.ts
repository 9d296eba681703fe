/** A small seeded generator of numbers from 0 to 1 (mulberry32, public domain, Tommy Ettinger). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A seed for a test, printed; `SEED` in the environment runs it again with one that was. */
export function printedSeed(what: string): number {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000));
  process.stderr.write(`seed of ${what}: ${seed}\n`);
  return seed;
}

/** A whole number from 0 up to but not including `below`. */
export const wholeBelow = (random: () => number, below: number): number => Math.floor(random() * below);

/** One of these. @throws {RangeError} when there are none */
export function pick<T>(random: () => number, items: readonly T[]): T {
  const item = items[wholeBelow(random, items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/** The same in another order (Fisher and Yates). */
export function shuffled<T>(random: () => number, items: readonly T[]): T[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = wholeBelow(random, last + 1);
    const [a, b] = [mixed[last], mixed[other]];
    if (a !== undefined && b !== undefined) [mixed[last], mixed[other]] = [b, a];
  }
  return mixed;
}
