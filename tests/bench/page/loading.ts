import { gzipSync } from 'node:zlib';
import type { Browser, Response } from '@playwright/test';
import { Distribution } from '../relay/distribution.ts';
import { type MadeBoard, newVisitor, openBoard } from './board.ts';

export interface LoadingResult {
  /** From the navigation to the mark `board-drawn`, ms. */
  readonly drawnMedian: number;
  readonly drawnRuns: readonly number[];
  /** JavaScript that had come when the board was drawn, bytes when compressed with gzip. */
  readonly scriptGzip: number;
  /** Its files, the largest first. */
  readonly scripts: readonly { readonly file: string; readonly gzip: number }[];
  /** All that had come by then as it was sent, headers aside, bytes; and how many files. */
  readonly transferred: number;
  readonly files: number;
}

const RUNS = 7;

/** Opens the board again and again, each time in a browser with an empty cache. The first time does not count. */
export async function loading(browser: Browser, made: MadeBoard): Promise<LoadingResult> {
  const runs: Awaited<ReturnType<typeof visit>>[] = [];
  for (let run = 0; run <= RUNS; run++) runs.push(await visit(browser, made));
  const counted = runs.slice(1);
  const drawn = new Distribution();
  for (const run of counted) drawn.add(run.drawn);
  const last = runs.at(-1);
  if (last === undefined) throw new RangeError('there were no runs');
  const { drawn: _, ...sizes } = last;
  return { drawnMedian: drawn.percentile(0.5), drawnRuns: counted.map((run) => run.drawn), ...sizes };
}

async function visit(browser: Browser, made: MadeBoard) {
  const context = await newVisitor(browser, made, 'Anna');
  const page = await context.newPage();
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  const drawn = await openBoard(page, made);
  const resources = await page.evaluate(() => {
    const mark = performance.getEntriesByName('board-drawn')[0]?.startTime ?? 0;
    const pages = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const parts = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return [...pages, ...parts]
      .filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= mark)
      .map(({ name, encodedBodySize }) => ({ name, bytes: encodedBodySize }));
  });
  const early = new Set(resources.map(({ name }) => name));
  const scripts: { file: string; gzip: number }[] = [];
  for (const response of responses) {
    if (!early.has(response.url()) || !isScript(response)) continue;
    const file = new URL(response.url()).pathname;
    scripts.push({ file, gzip: gzipSync(await response.body()).byteLength });
  }
  await context.close();
  return {
    drawn,
    scriptGzip: scripts.reduce((sum, { gzip }) => sum + gzip, 0),
    scripts: scripts.sort((a, b) => b.gzip - a.gzip),
    transferred: resources.reduce((sum, { bytes }) => sum + bytes, 0),
    files: resources.length,
  };
}

const isScript = (response: Response): boolean => /javascript/.test(response.headers()['content-type'] ?? '');
