import { expect, it } from 'vitest';
import { shortened } from './ellipsis.ts';

const measure = (text: string): number => [...text].length;

it('leaves a text that fits alone', () => {
  expect(shortened('Gemeente', 8, measure)).toBe('Gemeente');
});

it('keeps as much as fits with the ellipsis, without a space before it', () => {
  expect(shortened('Gemeente Veenwaarde', 12, measure)).toBe('Gemeente Ve…');
  expect(shortened('Gemeente Veenwaarde', 10, measure)).toBe('Gemeente…');
});

it('does not cut through an emoji or an accented letter', () => {
  const family = '👨‍👩‍👧‍👦';
  expect(shortened(`a${family}bcdefgh`, 4, measure)).toBe('a…');
  expect(shortened('e\u0301e\u0301e\u0301', 4, measure)).toBe('e\u0301…');
});

it('shows the ellipsis alone when there is no room', () => {
  expect(shortened('abc', 0, measure)).toBe('…');
});
