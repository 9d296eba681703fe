import { expect, it } from 'vitest';
import { kB, markdownTable, ms, percent, replaceBetween, whole } from './markdown.ts';

it('makes a table', () => {
  expect(markdownTable(['server', 'CPU'], [['ours', '1']])).toBe(
    '| server | CPU |\n| --- | ---: |\n| ours | 1 |',
  );
});

it('writes figures for people', () => {
  expect([
    whole(1234567.4),
    ms(4.26),
    ms(1234),
    kB(413_600),
    percent(0.999),
    percent(0.123),
    percent(1),
    percent(1.7),
  ]).toEqual(['1,234,567', '4.3 ms', '1,234 ms', '414 kB', '99.90 %', '12 %', '100 %', '170 %']);
});

it('replaces its own part of a text and nothing else', () => {
  const text = 'a\n<!-- x -->\nold\n<!-- end of x -->\nb\n';
  const once = replaceBetween(text, 'x', 'new');
  expect(once).toBe('a\n<!-- x -->\n\nnew\n\n<!-- end of x -->\nb\n');
  expect(replaceBetween(once, 'x', 'new')).toBe(once);
  expect(() => replaceBetween(text, 'y', 'new')).toThrow(/markers of y/);
});
