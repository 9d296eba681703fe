import { expect, it } from 'vitest';
import { canvasTable } from './table.ts';

const frames = (p95: number, busy: number) => ({ frames: 300, median: 16.7, p95, longest: 90, busy });

it('has a row for each figure and a column for each product, and leaves out what nobody was asked', () => {
  const text = canvasTable({
    ours: {
      title: 'Samenbord',
      figures: {
        load: { drawn: 1_234.5, scriptGzip: 198_400, heap: 13_900_000, lettered: 1 },
        drag: frames(16.8, 0.31),
      },
    },
    tldraw: { title: 'tldraw', figures: { drag: frames(250, 0.99) } },
  });
  expect(text.split('\n')).toEqual([
    '| 3,000 stickers at 1920 x 1080 | Samenbord | tldraw |',
    '| --- | ---: | ---: |',
    '| drag one: frame p95 | 16.8 ms (31 %) | 250 ms (99 %) |',
    '| navigation to drawn | 1,235 ms |  |',
    '| JavaScript heap | 13.9 MB |  |',
    '| stickers seen with letters | 100 % |  |',
    '| initial JavaScript, gzip | 198 kB |  |',
  ]);
});
