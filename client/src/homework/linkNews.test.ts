import { describe, expect, it } from 'vitest';
import { linkNews } from './useOwnPeople.ts';

const links = (...made: number[]) => made.map((at) => ({ made: at }));

describe('a link made while the poster is open', () => {
  it('is told once, and not when the page opens', () => {
    expect(linkNews({ links: links(1, 5), newest: 5 }, undefined)).toBeUndefined();
    expect(linkNews({ links: links(1, 5), newest: 5 }, 1)).toBe('people.newLink');
    expect(linkNews({ links: links(1, 5), newest: 5 }, 5)).toBeUndefined();
  });

  it('is told as one that is gone when it was withdrawn before anybody asked', () => {
    expect(linkNews({ links: links(1), newest: 5 }, 1)).toBe('people.newLinkGone');
  });

  it('is no news when an older one ends', () => {
    expect(linkNews({ links: links(5), newest: 5 }, 5)).toBeUndefined();
  });
});
