import { markdownTable, ms, whole } from '../report/markdown.ts';
import type { DraggingResult } from './dragging.ts';
import type { HandoverResult } from './handover.ts';

export interface NodesResult {
  readonly people: number;
  /** All at one node, and half of them at another. */
  readonly one: DraggingResult;
  readonly two: DraggingResult;
  readonly stopped: HandoverResult;
  readonly killed: HandoverResult;
}

/** The figures as tables. */
export function nodesTable({ people, one, two, stopped, killed }: NodesResult): string {
  const drag = (name: string, { median, p99, heard }: DraggingResult): string[] => [
    name,
    ms(median),
    ms(p99),
    whole(heard),
  ];
  const over = (name: string, result: HandoverResult): string[] => [
    name,
    whole(result.people),
    ms(result.median),
    ms(result.slowest),
    ms(result.seenByAll),
  ];
  return [
    markdownTable(
      [`A drag from one person to another, ${people} people`, 'median', 'p99', 'positions'],
      [
        drag('both at one node', one),
        drag('each at another node', two),
        ['added', ms(two.median - one.median), ms(two.p99 - one.p99), ''],
      ],
    ),
    markdownTable(
      [
        'A node of three ends',
        'people who were there',
        'back, median',
        'back, slowest',
        'a change seen by all',
      ],
      [over('stopped (SIGTERM)', stopped), over('killed (SIGKILL)', killed)],
    ),
  ].join('\n\n');
}
