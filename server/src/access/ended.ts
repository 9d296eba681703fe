/**
 * What this node knows of links that ended or whose end was changed, at once and without asking the store: so
 * that nobody slips in between a look at the store and acting on it.
 */
export interface Ended {
  /** Marks a link as withdrawn. Returns whether that is news. */
  withdraw(link: string): boolean;
  /** It was not withdrawn after all. */
  restore(link: string): void;
  /** A link ends at another time now, ms since the epoch; `null` for never. */
  setEnd(link: string, end: number | null): void;
  /** When a link ends: as changed since, else as it was `known`. */
  endOf(link: string, known: number | null): number | null;
  /** Whether a link works, by what is known of it. */
  works(link: {
    readonly id: string;
    readonly withdrawn: number | null;
    readonly expires: number | null;
  }): boolean;
  /** The same of a session that came in by it. */
  stillWorks(link: string, knownEnd: number | null): boolean;
}

/** @param now ms since the epoch */
export function rememberEnded(now: () => number): Ended {
  const withdrawn = new Set<string>();
  const ends = new Map<string, number | null>();

  const endOf: Ended['endOf'] = (link, known) => {
    const changed = ends.get(link);
    return changed === undefined ? known : changed;
  };
  const stillWorks: Ended['stillWorks'] = (link, knownEnd) =>
    !withdrawn.has(link) && (endOf(link, knownEnd) ?? Number.POSITIVE_INFINITY) > now();

  return {
    endOf,
    stillWorks,
    works: (link) => link.withdrawn === null && stillWorks(link.id, link.expires),
    withdraw(link) {
      const news = !withdrawn.has(link);
      withdrawn.add(link);
      return news;
    },
    restore: (link) => void withdrawn.delete(link),
    setEnd: (link, end) => void ends.set(link, end),
  };
}
