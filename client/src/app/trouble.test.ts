import { API_ERROR_CODES } from '@samenbord/shared/protocol';
import { describe, expect, it } from 'vitest';
import { ApiFailure } from '../session/join.ts';
import './troubleTexts.ts';
import { END_TROUBLE, isAtHand, PASSING, troubleOf, troubleWords } from './trouble.ts';

describe('troubleOf', () => {
  it.each([...API_ERROR_CODES, 'network'] as const)('has words for %s', (code) => {
    const words = troubleWords(troubleOf(new ApiFailure(code)));
    expect(words.title).not.toMatch(/^trouble\./);
    expect(words.text).not.toMatch(/^trouble\./);
  });

  it('tells a wrong link, a withdrawn one, a missing board and a lost connection apart', () => {
    const codes = ['wrong-link', 'withdrawn-link', 'no-board', 'unauthorised', 'network'] as const;
    expect(new Set(codes.map((code) => troubleOf(new ApiFailure(code)))).size).toBe(codes.length);
  });

  it('takes what is no answer of the server as a fault of ours', () => {
    expect(troubleOf(new TypeError('x is not a function'))).toBe('internal');
  });
});

it('has words at hand for what may come when nothing can be fetched', () => {
  for (const trouble of [...PASSING, 'mismatch'] as const) expect(isAtHand(trouble), trouble).toBe(true);
});

it('offers to try again only where that can help', () => {
  expect(PASSING.has('network')).toBe(true);
  for (const ended of Object.values(END_TROUBLE)) expect(PASSING.has(ended)).toBe(false);
});
