import { kB, markdownTable, ms, whole } from '../report/markdown.ts';
import type { DraggingResult } from './dragging.ts';
import type { LoadingResult } from './loading.ts';
import { PICTURE_STICKERS, type PictureResult } from './picture.ts';

export interface PageResult {
  /** Version of the browser. */
  readonly browser: string;
  readonly loading: LoadingResult;
  readonly dragging: DraggingResult;
  readonly picture: PictureResult;
}

/** The table of `bench:page`. */
export function pageTable({ loading, dragging, picture }: PageResult): string {
  const { shown, heard, missed } = dragging;
  const runs = loading.drawnRuns.map((run) => whole(run)).join(', ');
  const never = missed === 0 ? '' : `; ${missed} never shown`;
  return markdownTable(
    ['The demo at 1920 x 1080', 'figure', 'and'],
    [
      ['navigation to drawn, empty cache, median', ms(loading.drawnMedian), `runs: ${runs}`],
      ['JavaScript until then, gzip', kB(loading.scriptGzip), `${loading.scripts.length} files`],
      ['everything until then, as sent', kB(loading.transferred), `${loading.files} files`],
      [
        'drag, from hand to the other screen: median',
        ms(shown.median),
        `p95 ${ms(shown.p95)}, ${shown.count} moves${never}`,
      ],
      ['drag, from page to page: median', ms(heard.median), `p95 ${ms(heard.p95)}, ${heard.count} messages`],
      [
        `picture of ${PICTURE_STICKERS} stickers, A3 at 300 dpi, median`,
        ms(picture.median),
        `slowest of ${picture.runs.length}: ${ms(Math.max(...picture.runs))}; ${kB(picture.bytes)}`,
      ],
    ],
  );
}
