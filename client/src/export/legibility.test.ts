import { expect, it } from 'vitest';
import { textFitter } from '../drawing/index.ts';
import { legibilityOf } from './legibility.ts';
import { pictureOf } from './picture.ts';
import { demoView, stickerAt, withStickers } from './testing/demoView.ts';

const fit = textFitter((text) => [...text].length * 0.5);

function legible(texts: readonly string[], paper: 'A3' | 'A4') {
  const view = demoView();
  const sheet = 'partnermodel-canvas';
  const stickers = texts.map((text, i) => stickerAt(view, sheet, { x: 300 + i * 300, y: 500 }, { text }));
  return legibilityOf(pictureOf(withStickers(view, sheet, stickers), { sheet, withhold: true }), fit, paper);
}

it('counts letters that A4 makes too small and A3 does not', () => {
  const texts = ['Nee.', 'Besluiten met z’n vieren unaniem; anders bestuurdersoverleg binnen drie weken', ''];
  expect(legible(texts, 'A3')).toEqual({ small: 0, shortened: 0 });
  expect(legible(texts, 'A4')).toEqual({ small: 1, shortened: 0 });
});

it('counts texts that do not fit their sticker, on any paper', () => {
  expect(legible(['woorden en '.repeat(150), 'Nee.'], 'A3')).toEqual({ small: 0, shortened: 1 });
});
