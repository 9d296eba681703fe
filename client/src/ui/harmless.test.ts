import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmless } from './harmless.ts';

/** Cells as a spreadsheet makes them of text that is pasted: where a line or a tab ends, and at other ends of lines. */
const cells = (text: string): string[] => text.split(/[\n\r\t\v\f\u0085\u2028\u2029]/u);

const FORMULA = /^[\s\p{Cc}\u202A-\u202E\u2066-\u2069]*[=+\-@＝＋－＠]/u;

const mischief = fc.string({
  unit: fc.constantFrom(
    ...['=', '+', '-', '@', '＝', '1', 'a', ' ', '\t', '\n', '\r', '\v', '\f', '\0', '\u0085', '\u00A0'],
    ...['\u2028', '\u2029', '\u202E', '\u2066', '\u2060', '\uFEFF', '"', 'é'],
  ),
  maxLength: 30,
});

describe('text that leaves the page', () => {
  it('has one cell for each line, and none is a formula', () => {
    fc.assert(
      fc.property(mischief, (text) => {
        const safe = harmless(text);
        for (const cell of cells(safe)) expect(cell).not.toMatch(FORMULA);
        expect(cells(safe)).toEqual(safe.split('\n'));
      }),
    );
  });

  it('is the same when it leaves once more, and keeps every letter', () => {
    fc.assert(
      fc.property(mischief, (text) => {
        const safe = harmless(text);
        expect(harmless(safe)).toBe(safe);
        const letters = (of: string): string => of.replaceAll(/[\s\p{Cc}\p{Cf}]/gu, '');
        expect(letters(safe)).toBe(letters(text));
      }),
    );
  });

  it('has a space for a tab, and no turned order', () => {
    expect(harmless('geplakt\t=1+1')).toBe('geplakt =1+1');
    expect(harmless('een\u2028twee\vdrie\u0000vier')).toBe('een twee drie vier');
    expect(harmless('rekening \u202Egpj.exe')).toBe('rekening gpj.exe');
    expect(harmless('\u202E=1+1')).toBe('\u2060=1+1');
    expect(harmless('een\r\ntwee\rdrie')).toBe('een\ntwee\ndrie');
  });

  it('leaves all else as it is', () => {
    const text = 'gewone tekst, 1 - 2 = 3 · € 5 · 👩‍👩‍👧 · שלום\nregel twee';
    expect(harmless(text)).toBe(text);
  });
});
