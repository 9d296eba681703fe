import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeBoard } from './client.ts';
import { startServer } from './server.ts';

const doc = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
const operations = doc('operations.md');

/** Those that every Node process has are named as families. */
const OF_NODE = /^(process|nodejs)_/;

/** Names of the metrics that a server gives. */
async function metricsOf(url: string): Promise<readonly string[]> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return [...text.matchAll(/^# TYPE (\S+) /gm)].map(([, name = '']) => name);
}

test('every metric is named in the operations document', async () => {
  const { url } = await startServer();
  const metrics = await metricsOf(url);
  expect(metrics.length).toBeGreaterThan(30);
  const missing = metrics.filter((name) => !OF_NODE.test(name) && !operations.includes(`\`${name}\``));
  expect(missing).toEqual([]);
});

test('the alerts watch metrics that there are, and every metric that the document names is one', async () => {
  const { url } = await startServer();
  await makeBoard(url);
  const metrics = new Set(await metricsOf(url));
  const expressions = [...doc('alerts.yml').matchAll(/^ +expr: (.*)$/gm)].map(([, text = '']) => text);
  expect(expressions.length).toBeGreaterThan(5);
  const watched = expressions.flatMap((text) => text.match(/\b[a-z]+(?:_[a-z0-9]+)+\b/g) ?? []);
  const functions = new Set(['histogram_quantile']);
  const base = (name: string) => name.replace(/_(bucket|count|sum)$/, '');
  const named = [...operations.matchAll(/`((?:relay|socket|http|boards)_[a-z_]+)`/g)].map(
    ([, name = '']) => name,
  );
  expect(
    [...watched, ...named].filter(
      (name) => !functions.has(name) && !metrics.has(name) && !metrics.has(base(name)),
    ),
  ).toEqual([]);
});

test('the figures say what is unsaved and what waits', async () => {
  const { url } = await startServer();
  const text = await (await fetch(`${url}/metrics`)).text();
  for (const name of ['relay_unsaved_seconds', 'relay_store_queue_bytes', 'relay_reader_queue_bytes'])
    expect(text).toMatch(new RegExp(`^${name} 0$`, 'm'));
});

/** A figure of the document, by its letter. */
function figure(letter: string): number {
  const [, value = ''] =
    new RegExp(`^\\| \\*\\*${letter}\\*\\*.*? \\| ([\\d.,]+)`, 'm').exec(operations) ?? [];
  return Number(value.replaceAll(',', ''));
}

test('the table of capacity follows from its figures', () => {
  const [D, M, S] = ['D', 'M', 'S'].map(figure);
  if (D === undefined || M === undefined || S === undefined) throw new Error('no figures');
  const [, table = ''] =
    /<!-- capacity table -->([\s\S]*?)<!-- end of capacity table -->/.exec(operations) ?? [];
  const rows = table
    .split('\n')
    .filter((line) => /^\| [\d,]+ \|/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => Number(cell.replaceAll(/[^\d.]/g, ''))),
    );
  expect(rows.map(([boards]) => boards)).toEqual([100, 10_000, 1_000_000]);
  for (const [boards = 0, ...cells] of rows) {
    const open = boards / 20;
    // A board of 8 people makes 8 x 280 deliveries a second while all move, and they do a tenth of the time.
    const cores = (open * 8 * 280 * 0.1) / (D / 2);
    const megabytes = [(open * M) / 1000, (boards * 100 * S) / 1_000_000].map(Math.round);
    expect(cells).toEqual([open, open * 8, Number(cores.toFixed(2)), ...megabytes]);
  }
});
