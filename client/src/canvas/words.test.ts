import { describe, expect, it } from 'vitest';
import { shortNames } from './words.ts';

describe('names in a tag', () => {
  it('are whole when there is room', () => {
    expect(shortNames(['Anna', 'Bram'], 20)).toBe('Anna, Bram');
  });

  it('are cut, each of them, when there is not', () => {
    const short = shortNames(['Anna-Wilhelmina van der Veen', 'Bram'], 20);
    expect(short.length).toBeLessThanOrEqual(20);
    expect(short).toMatch(/^Anna.*…, Bram$/);
  });
});
