import { kB, markdownTable, ms, percent, whole } from '../report/markdown.ts';
import { CONTENDERS } from './contenders.ts';
import type { Results } from './results.ts';

/** Something that ours has to reach: what, what was found, and whether that will do. */
interface Target {
  readonly what: string;
  readonly found: string;
  readonly met: boolean;
}

/** How many times as much ours does for its CPU as another, where both were measured. */
export function timesAsMuch(
  results: Results,
  scenario: 'busy' | 'boards',
  others: readonly string[],
): number | undefined {
  const ours = results.ours?.[scenario]?.deliveriesPerCpuSecond;
  const theirs = others.flatMap((name) => results[name]?.[scenario]?.deliveriesPerCpuSecond ?? []);
  return ours === undefined || theirs.length === 0 ? undefined : ours / Math.max(...theirs);
}

/** The others that have a document, as ours has. */
export const PEERS: readonly string[] = Object.entries(CONTENDERS).flatMap(([name, { dialect }]) =>
  name !== 'ours' && dialect.answers ? [name] : [],
);

const times = (value: number): string => `${value.toFixed(1)} times`;

function targets(results: Results): Target[] {
  const { busy, pair, join, memory, capacity } = results.ours ?? {};
  const hocuspocus = timesAsMuch(results, 'busy', ['hocuspocus']);
  const best = timesAsMuch(results, 'boards', PEERS);
  const list: (Target | undefined)[] = [
    busy && {
      what: '50 people: at least 1,000,000 deliveries per CPU second',
      found: whole(busy.deliveriesPerCpuSecond),
      met: busy.deliveriesPerCpuSecond >= 1_000_000,
    },
    busy && { what: '50 people: p99 at most 60 ms', found: ms(busy.p99), met: busy.p99 <= 60 },
    hocuspocus === undefined
      ? undefined
      : { what: '50 people: at least 6 times Hocuspocus', found: times(hocuspocus), met: hocuspocus >= 6 },
    pair && { what: '2 people: median under 5 ms', found: ms(pair.median), met: pair.median < 5 },
    best === undefined
      ? undefined
      : { what: '12 boards of 8: at least 4 times the best other', found: times(best), met: best >= 4 },
    join && {
      what: '200 people join 2,000 stickers: at most 300 ms of CPU',
      found: ms(join.serverCpu),
      met: join.serverCpu <= 300,
    },
    memory && {
      what: 'an open board of 100 stickers: at most 150 kB',
      found: kB(memory.perBoard),
      met: memory.perBoard <= 150_000,
    },
    memory && {
      what: 'and given back: at most 10 kB kept after closing',
      found: kB(memory.keptPerBoardAfter),
      met: memory.keptPerBoardAfter <= 10_000,
    },
    capacity && {
      what: `${whole(capacity.idle)} idle connections and 200 active boards: nobody lost, all seen`,
      found: `${whole(capacity.lost)} lost, ${percent(capacity.seen)} seen`,
      met: capacity.lost === 0 && capacity.seen === 1,
    },
  ];
  return list.filter((target) => target !== undefined);
}

/** The table of what ours has to reach; empty when nothing of it was measured. */
export function targetTable(results: Results): string {
  const rows = targets(results).map(({ what, found, met }) => [what, found, met ? 'yes' : '**no**']);
  return rows.length === 0 ? '' : markdownTable(['What ours is to reach', 'found', 'reached'], rows);
}
