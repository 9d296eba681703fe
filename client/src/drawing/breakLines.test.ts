import { describe, expect, it } from 'vitest';
import { breakLines, isRtl, splitGraphemes } from './breakLines.ts';

/** Every character one em wide: widths are counts. */
const count = (text: string): number => splitGraphemes(text).length;

const broken = (text: string, width: number) =>
  breakLines(text, () => width, count).lines.map((line) => line.text);

describe('breakLines', () => {
  it('wraps between words', () => {
    expect(broken('een twee drie vier', 9)).toEqual(['een twee', 'drie vier']);
  });

  it('keeps line breaks somebody typed, empty lines too', () => {
    expect(broken('Nog uitzoeken:\n- welstand\n\nen verder', 30)).toEqual([
      'Nog uitzoeken:',
      '- welstand',
      '',
      'en verder',
    ]);
    expect(broken('a\r\nb\rc', 9)).toEqual(['a', 'b', 'c']);
  });

  it('breaks after a hyphen inside a word', () => {
    expect(broken('eigenaar-bewoners', 10)).toEqual(['eigenaar-', 'bewoners']);
  });

  it('keeps an amount with its currency', () => {
    expect(broken('kost € 25 nu', 7)).toEqual(['kost', '€\u00A025 nu']);
  });

  it('cuts a word that is longer than a line at the end of a syllable', () => {
    const { lines, cutWord } = breakLines('Energieprestatievergoedingsovereenkomst', () => 16, count);
    expect(cutWord).toBe(true);
    expect(lines.map((line) => line.text)).toEqual(['Energiepresta-', 'tievergoedings-', 'overeenkomst']);
    for (const line of lines) expect(count(line.text)).toBeLessThanOrEqual(16);
    expect(lines.map((line) => line.text.replace(/-$/, '')).join('')).toBe(
      'Energieprestatievergoedingsovereenkomst',
    );
  });

  it.each([
    ['Leveringszekerheid', 13, ['Leverings-', 'zekerheid']],
    ['warmteprogramma', 12, ['warmtepro-', 'gramma']],
    ['netberekeningen', 11, ['netbereke-', 'ningen']],
  ])('cuts %s as a Dutch reader would', (word, width, parts) => {
    expect(broken(word, width)).toEqual(parts);
  });

  it('cuts what is no word without a hyphen', () => {
    expect(broken('https://voorbeeld.nl/abc', 10).join('')).toBe('https://voorbeeld.nl/abc');
    expect(broken('1234567890123', 10)).toEqual(['1234567890', '123']);
  });

  it('never cuts an emoji in pieces', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(broken(family.repeat(3), 2)).toEqual([family.repeat(2), family]);
  });

  it('knows text that is written from right to left, per paragraph', () => {
    expect(isRtl('مرحبا بكم')).toBe(true);
    expect(isRtl('12: שלום')).toBe(true);
    expect(isRtl('Welkom مرحبا')).toBe(false);
    const { lines } = breakLines('مرحبا بكم في ريتفيك\nWelkom', () => 10, count);
    expect(lines.map((line) => line.rtl)).toEqual([true, true, false]);
  });

  it('lets lines have different widths', () => {
    const { lines } = breakLines('aaaa bb cc dd', (index) => (index === 0 ? 4 : 5), count);
    expect(lines.map((line) => line.text)).toEqual(['aaaa', 'bb cc', 'dd']);
  });

  it('stops soon when there are more lines than wanted', () => {
    expect(breakLines('x '.repeat(5000), () => 1, count, 3).lines.length).toBeLessThan(10);
    expect(breakLines('x'.repeat(5000), () => 1, count, 3).lines.length).toBeLessThan(10);
  });
});
