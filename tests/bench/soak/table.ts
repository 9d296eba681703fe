import { markdownTable, whole } from '../report/markdown.ts';
import type { Deeds } from './crowd.ts';

/** Memory of the server, bytes. */
export interface Memory {
  /** What JavaScript keeps: heap and buffers, after garbage was collected. */
  readonly kept: number;
  /** What the system counts. */
  readonly rss: number;
}

export interface SoakResult {
  readonly minutes: number;
  readonly people: number;
  readonly boards: number;
  readonly deeds: Deeds;
  /** With nobody there: after the warm-up, and after everything. */
  readonly before: Memory;
  readonly after: Memory;
  /** With everybody there, once a minute; garbage and all. */
  readonly during: readonly Memory[];
}

/** How far memory may be from where it was. */
export const WITHIN = 0.1;

/** How much one is more than the other, as a share of that; less is below 0. */
export const growth = (before: number, after: number): number => after / before - 1;

/** Whether what the program keeps is back to where it was. */
export const isBack = ({ before, after }: SoakResult): boolean => growth(before.kept, after.kept) <= WITHIN;

const mB = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const signed = (share: number): string => `${share < 0 ? '' : '+'}${(100 * share).toFixed(1)} %`;

/** The figures as tables. */
export function soakTable(result: SoakResult): string {
  const { before, after, during, deeds } = result;
  const row = (name: string, of: (memory: Memory) => number): string[] => [
    name,
    mB(of(before)),
    mB(Math.min(...during.map(of))),
    mB(Math.max(...during.map(of))),
    mB(of(after)),
    signed(growth(of(before), of(after))),
  ];
  const did = [deeds.joins, deeds.drags, deeds.reconnections, deeds.leaves].map(whole);
  return [
    markdownTable(
      [`${result.people} people on ${result.boards} boards`, 'joins', 'drags', 'reconnections', 'leaves'],
      [[`${result.minutes} minutes`, ...did]],
    ),
    markdownTable(
      ['Memory of the server', 'before', 'least during', 'most during', 'after', 'after against before'],
      [row('kept by JavaScript', ({ kept }) => kept), row('RSS', ({ rss }) => rss)],
    ),
  ].join('\n\n');
}
