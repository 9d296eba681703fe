import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textsOf } from './lines.ts';

it('gives a text for each line, without bullets, blanks and blank lines', () => {
  expect(textsOf('Een\r\n\r\n  twee  \n- drie\n• vier\n')).toEqual(['Een', 'twee', 'drie', 'vier']);
});

it('reads the cells of a spreadsheet: rows as they are, several lines in one cell', () => {
  expect(textsOf('"Een zaal\nop dinsdag"\nTwee')).toEqual(['Een zaal\nop dinsdag', 'Twee']);
  expect(textsOf('Geld\t€ 5.000\nTijd\t\t16 uur')).toEqual(['Geld\n€ 5.000', 'Tijd\n16 uur']);
  expect(textsOf('"Hij zei ""ja"""\t"x"')).toEqual(['Hij zei "ja"\nx']);
});

it('takes a quotation mark in a sentence for what it is', () => {
  expect(textsOf('"ja" zei hij\nen "nee"')).toEqual(['"ja" zei hij', 'en "nee"']);
  expect(textsOf('"nooit gesloten\nregel')).toEqual(['"nooit gesloten', 'regel']);
});

it('of nothing makes nothing', () => {
  expect(textsOf('')).toEqual([]);
  expect(textsOf(' \n\t\n')).toEqual([]);
});

it('loses no line, whatever they say', () => {
  const line = fc.stringMatching(/^[a-z"][a-z "]{0,12}[a-z]$/);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      // A cell that begins with a quotation mark and ends with one is a quoted one; those end with a letter.
      expect(textsOf(lines.join('\n'))).toEqual(lines.map((one) => one.trim()));
    }),
  );
});
