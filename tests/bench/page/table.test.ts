import { expect, it } from 'vitest';
import { pageTable } from './table.ts';

it('shows every figure, and moves that were never shown', () => {
  const text = pageTable({
    browser: '1',
    loading: {
      drawnMedian: 812.4,
      drawnRuns: [800, 812.4, 1_200],
      scriptGzip: 199_400,
      scripts: [{ file: '/assets/index.js', gzip: 199_400 }],
      transferred: 250_000,
      files: 12,
    },
    dragging: {
      shown: { count: 298, median: 90.12, p95: 130 },
      heard: { count: 250, median: 4, p95: 9 },
      missed: 2,
    },
    picture: { median: 640, runs: [640, 900, 600], bytes: 4_000_000 },
  });
  expect(text.split('\n').slice(2)).toEqual([
    '| navigation to drawn, empty cache, median | 812 ms | runs: 800, 812, 1,200 |',
    '| JavaScript until then, gzip | 199 kB | 1 files |',
    '| everything until then, as sent | 250 kB | 12 files |',
    '| drag, from hand to the other screen: median | 90.1 ms | p95 130 ms, 298 moves; 2 never shown |',
    '| drag, from page to page: median | 4.0 ms | p95 9.0 ms, 250 messages |',
    '| picture of 300 stickers, A3 at 300 dpi, median | 640 ms | slowest of 3: 900 ms; 4,000 kB |',
  ]);
});
