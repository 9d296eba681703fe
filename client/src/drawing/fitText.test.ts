import { STICKER_SIDE } from '@samenbord/shared/layout';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitGraphemes } from './breakLines.ts';
import { fitText, LINE_HEIGHT, stickerDisc, stickerTextBox, textFitter } from './fitText.ts';

/** Widths like those of a real typeface: narrow and wide letters. */
const measure = (text: string): number =>
  splitGraphemes(text).reduce((sum, char) => sum + ("il.,' ".includes(char) ? 0.28 : 0.56), 0);

const SIDES = Object.values(STICKER_SIDE);

/** Whether a fitted text lies wholly on its sticker, and clear of the letter mark's disc. */
function spills(text: string, side: number): string | undefined {
  const box = stickerTextBox(side);
  const { size, lines } = fitText(text, side, measure);
  if (lines.length * size * LINE_HEIGHT > box.height + 0.1) return 'height';
  for (const [i, line] of lines.entries()) {
    const width = measure(line.text) * size;
    const bottom = (i + 1) * size * LINE_HEIGHT;
    const room = bottom > box.height - box.corner.height ? box.width - box.corner.width : box.width;
    // One character wider than a whole line cannot be made to fit by breaking.
    if (width > room + 0.1 && splitGraphemes(line.text).length > 1) return `width of line ${i}`;
  }
  return undefined;
}

describe('fitText', () => {
  it('never spills, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.lorem({ maxCount: 60 }),
          fc.string({ maxLength: 400 }),
          fc.string({ unit: 'grapheme', maxLength: 200 }),
        ),
        fc.constantFrom(...SIDES),
        (text, side) => {
          expect(spills(text, side)).toBeUndefined();
        },
      ),
    );
  });

  it('keeps every letter unless it says that it shortened', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 60 }), fc.constantFrom(...SIDES), (text, side) => {
        const { lines, shortened } = fitText(text, side, measure);
        const shown = lines.map((line) => line.text).join(' ');
        if (shortened) expect(shown.endsWith('…')).toBe(true);
        else expect(shown.replace(/[\s-]/g, '')).toBe(text.replace(/[\s-]/g, ''));
      }),
    );
  });

  it('writes a short text large and a long one smaller', () => {
    const sizes = ['Nee.', 'Netstrateeg, 24 uur per maand', 'woord '.repeat(40)].map(
      (text) => fitText(text, 220, measure).size,
    );
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizes[0]).toBeGreaterThan(38);
  });

  it('gives the same text more size on a larger sticker', () => {
    const text = 'Een aanpak die we in veertig andere wijken kunnen gebruiken';
    const [small, medium, large] = SIDES.map((side) => fitText(text, side, measure).size);
    expect(medium).toBeGreaterThan(small ?? 0);
    expect(large).toBeGreaterThan(medium ?? 0);
  });

  it('shows a text of three hundred characters whole on a default sticker', () => {
    const long =
      'We willen graag dat alle bewoners, ook zij die weinig Nederlands spreken of geen computer hebben, op tijd en in gewone taal horen wat er gaat gebeuren, wat het hun kost, wat het hun oplevert en bij wie zij terechtkunnen met vragen, en dat zij daarvoor niet van het kastje naar de muur worden gestuurd.';
    expect(fitText(long, 220, measure).shortened).toBe(false);
  });

  it('ends what is far too long with an ellipsis, at the smallest size', () => {
    const fitted = fitText('woord '.repeat(400), 220, measure);
    expect(fitted.shortened).toBe(true);
    expect(fitted.lines.at(-1)?.text.endsWith('…')).toBe(true);
    expect(fitted.size).toBe(11);
    expect(spills('woord '.repeat(400), 220)).toBeUndefined();
  });

  it('rather writes smaller than cut a word, but not too small', () => {
    const whole = fitText('portiekflats', 220, measure);
    expect(whole.lines.map((line) => line.text)).toEqual(['portiekflats']);
    const cut = fitText('Energieprestatievergoedingsovereenkomst', 220, measure);
    expect(cut.lines.length).toBeGreaterThan(1);
    expect(cut.size).toBeGreaterThan(20);
  });

  it('leaves room for the disc with the letter mark', () => {
    for (const side of SIDES) {
      const box = stickerTextBox(side);
      const disc = stickerDisc(side);
      const discLeft = side - disc.inset - 2 * disc.radius;
      expect(box.padding + box.width - box.corner.width).toBeLessThan(discLeft);
    }
  });

  it('reads no more of an endless text than a sticker can hold', () => {
    let longest = 0;
    const fitted = fitText('x'.repeat(200_000), 300, (text) => {
      longest = Math.max(longest, text.length);
      return measure(text);
    });
    expect(fitted.shortened).toBe(true);
    expect(fitted.lines.at(-1)?.text.endsWith('…')).toBe(true);
    expect(longest).toBeLessThanOrEqual(2_001);
  });

  it('measures a text once', () => {
    let measured = 0;
    const fitted = textFitter((text) => {
      measured += 1;
      return measure(text);
    });
    const first = fitted('Wijkregisseur, 16 uur per week', 220);
    const before = measured;
    expect(fitted('Wijkregisseur, 16 uur per week', 220)).toBe(first);
    expect(measured).toBe(before);
    expect(fitted('Wijkregisseur, 16 uur per week', 160)).not.toBe(first);
  });
});
