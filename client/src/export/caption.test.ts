import { describe, expect, it } from 'vitest';
import { setLanguage } from '../i18n/index.ts';
import { type CaptionChoice, captionOf } from './caption.ts';
import { pictureOf } from './picture.ts';
import { demoView } from './testing/demoView.ts';
import { say } from './testing/say.ts';

const picture = pictureOf(demoView(), { sheet: 'brengen-halen', withhold: true });
const choice: CaptionChoice = {
  annex: ' 2b ',
  version: 'na tafel 3',
  concept: false,
  language: 'nl',
  at: Date.UTC(2026, 6, 1, 22, 30),
  timeZone: 'Europe/Amsterdam',
};

describe('captionOf', () => {
  it('says which annex, which snapshot and the local date and time', () => {
    expect(captionOf(picture, choice, say)).toMatchObject({
      head: 'Bijlage 2b bij de intentieverklaring Rietwijk Wekt Op',
      details: ['Brengen-halen schema', 'momentopname na tafel 3', '2 juli 2026 om 00:30'],
      concept: null,
    });
  });

  it('leaves out what was left empty', () => {
    const { head, details } = captionOf(picture, { ...choice, annex: '', version: '  ' }, say);
    expect(head).toBe('Bijlage bij de intentieverklaring Rietwijk Wekt Op');
    expect(details).toEqual(['Brengen-halen schema', '2 juli 2026 om 00:30']);
  });

  it('speaks English on an English page', async () => {
    await setLanguage('en');
    const { head, details, concept } = captionOf(picture, { ...choice, language: 'en', concept: true }, say);
    await setLanguage('nl');
    expect(head).toBe('Annex 2b to the letter of intent Rietwijk Wekt Op');
    expect(details).toEqual(['Bring-and-gain sheet', 'snapshot na tafel 3', '2 July 2026 at 00:30']);
    expect(concept).toBe('DRAFT');
  });
});
