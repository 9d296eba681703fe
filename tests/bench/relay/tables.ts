import { kB, markdownTable, ms, percent, whole } from '../report/markdown.ts';
import { DISTURBED, type Usage } from './others.ts';
import type { Results } from './results.ts';
import { targetTable } from './targets.ts';

type Row = Results[string];

/** A column: what stands above it, and its figure for a server; `undefined` where that was not measured. */
type Column = readonly [head: string, figure: (row: Row, results: Results) => string | undefined];

const NONE = '–';

/** The tables of `bench:relay`. Rows and columns without a single figure are left out. */
export function relayTables(results: Results): string {
  const tables = [BUSY, OTHER_RATES, JOINING, MEMORY, CAPACITY].map((columns) => table(columns, results));
  const text = [...tables, targetTable(results)].filter((one) => one !== '').join('\n\n');
  return text.includes(MARK) ? `${text}\n\n${EXPLANATION}` : text;
}

const MARK = ' (!)';
const EXPLANATION =
  '(!) Other processes took the cores meanwhile: latencies are theirs, and a server that falls behind has more to merge. Measure again on a quiet machine.';

/** A figure with a mark when other processes took part in it. */
const marked = ({ othersLoad }: Usage, figure: string): string =>
  othersLoad < DISTURBED ? figure : `${figure}${MARK}`;

function table([first, ...columns]: readonly [string, ...Column[]], results: Results): string {
  const rows = Object.values(results);
  const used = columns.filter(([, figure]) => rows.some((row) => figure(row, results) !== undefined));
  const measured = rows.filter((row) => used.some(([, figure]) => figure(row, results) !== undefined));
  if (measured.length === 0) return '';
  return markdownTable(
    [first, ...used.map(([head]) => head)],
    measured.map((row) => [row.title, ...used.map(([, figure]) => figure(row, results) ?? NONE)]),
  );
}

/** How many times as much as this row ours does for its CPU. */
const oursTimes =
  (scenario: 'busy' | 'boards') =>
  ({ title, [scenario]: own }: Row, { ours }: Results): string | undefined => {
    const mine = ours?.[scenario];
    if (mine === undefined || own === undefined || title === ours?.title) return undefined;
    return (mine.deliveriesPerCpuSecond / own.deliveriesPerCpuSecond).toFixed(1);
  };

const BUSY: readonly [string, ...Column[]] = [
  'One board, 50 people, each 20 + 20 messages a second',
  ['deliveries per CPU second', ({ busy }) => busy && marked(busy, whole(busy.deliveriesPerCpuSecond))],
  ['ours, times this', oursTimes('busy')],
  ['server CPU', ({ busy }) => busy && percent(busy.serverCpu / busy.elapsed)],
  ['median', ({ busy }) => busy && marked(busy, ms(busy.median))],
  ['p99', ({ busy }) => busy && marked(busy, ms(busy.p99))],
  ['seen', ({ busy }) => busy && percent(busy.seen)],
  ['frames per person and second', ({ busy }) => busy && whole((busy.frames / 50 / busy.elapsed) * 1000)],
  ['generator busy', ({ busy }) => busy && percent(busy.generatorLoad)],
  ['other processes', ({ busy }) => busy && percent(busy.othersLoad)],
];

const OTHER_RATES: readonly [string, ...Column[]] = [
  'The same rate, other numbers',
  ['2 people: median', ({ pair }) => pair && marked(pair, ms(pair.median))],
  ['p99', ({ pair }) => pair && marked(pair, ms(pair.p99))],
  [
    '12 boards of 8 people: deliveries per CPU second',
    ({ boards }) => boards && marked(boards, whole(boards.deliveriesPerCpuSecond)),
  ],
  ['ours, times this', oursTimes('boards')],
  ['median', ({ boards }) => boards && marked(boards, ms(boards.median))],
  ['p99', ({ boards }) => boards && marked(boards, ms(boards.p99))],
];

const JOINING: readonly [string, ...Column[]] = [
  'Joining, and being killed',
  ['200 people join 2,000 stickers: server CPU', ({ join }) => join && marked(join, ms(join.serverCpu))],
  ['until the last has the board', ({ join }) => join && marked(join, ms(join.untilLast))],
  ['seen and gone after SIGKILL', ({ crash }) => crash && `${whole(crash.lost)} of ${whole(crash.seen)}`],
];

const MEMORY: readonly [string, ...Column[]] = [
  'Memory per open board of 100 stickers',
  ['RSS', ({ memory }) => memory && kB(memory.perBoard)],
  ['kept by JavaScript', ({ memory }) => memory && kB(memory.keptPerBoard)],
  ['RSS after closing', ({ memory }) => memory && kB(memory.perBoardAfter)],
  ['kept after closing', ({ memory }) => memory && kB(memory.keptPerBoardAfter)],
];

const CAPACITY: readonly [string, ...Column[]] = [
  '5,000 idle connections on 500 boards, and 200 boards of 2 people at work',
  ['RSS per idle connection', ({ capacity }) => capacity && kB(capacity.perIdle)],
  ['CPU of the idle', ({ capacity }) => capacity && marked(capacity, percent(capacity.idleCpu))],
  [
    'CPU in all',
    ({ capacity }) => capacity && marked(capacity, percent(capacity.serverCpu / capacity.elapsed)),
  ],
  ['RSS in all', ({ capacity }) => capacity && kB(capacity.rss)],
  ['median', ({ capacity }) => capacity && marked(capacity, ms(capacity.median))],
  ['p99', ({ capacity }) => capacity && marked(capacity, ms(capacity.p99))],
  ['seen', ({ capacity }) => capacity && percent(capacity.seen)],
  ['lost', ({ capacity }) => capacity && whole(capacity.lost)],
];
