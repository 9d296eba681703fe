import { kB, markdownTable, ms, percent } from '../report/markdown.ts';
import type { FrameFigures } from './frames.ts';
import { BUSY, FULL, MANY, PEOPLE, type SubjectFigures } from './scenarios.ts';

/** Figures by product, in the order in which they are shown. */
export type CanvasResults = Readonly<
  Record<string, { readonly title: string; readonly figures: SubjectFigures }>
>;

const MB = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const p95 = (frames: FrameFigures | undefined): string =>
  frames === undefined ? '' : `${ms(frames.p95)} (${percent(frames.busy)})`;

const ROWS: readonly (readonly [name: string, cell: (figures: SubjectFigures) => string])[] = [
  ['drag one: frame p95', ({ drag }) => p95(drag)],
  [`drag ${MANY}: frame p95`, ({ dragMany }) => p95(dragMany)],
  ['pan: frame p95', ({ pan }) => p95(pan)],
  ['zoom: frame p95', ({ zoom }) => p95(zoom)],
  ['navigation to drawn', ({ load }) => (load ? ms(load.drawn) : '')],
  ['JavaScript heap', ({ load }) => (load ? MB(load.heap) : '')],
  ['stickers seen with letters', ({ load }) => (load ? percent(load.lettered) : '')],
  [`${BUSY} stickers, ${PEOPLE} others who drag: frame p95`, ({ people }) => p95(people)],
  ['initial JavaScript, gzip', ({ load }) => (load ? kB(load.scriptGzip) : '')],
];

/** The table of `bench:canvas`: a row for each figure, a column for each product. */
export function canvasTable(results: CanvasResults): string {
  const all = Object.values(results);
  return markdownTable(
    [`${FULL.toLocaleString('en')} stickers at 1920 x 1080`, ...all.map(({ title }) => title)],
    ROWS.map(([name, cell]) => [name, ...all.map(({ figures }) => cell(figures))]).filter((row) =>
      row.slice(1).some((text) => text !== ''),
    ),
  );
}
