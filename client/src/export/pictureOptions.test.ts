import { describe, expect, it } from 'vitest';
import { setLanguage } from '../i18n/index.ts';
import { say } from './testing/say.ts';
import { firstForm, optionsOf, versionOf } from './usePictureOptions.ts';

describe('the name of the snapshot', () => {
  const form = firstForm('brengen-halen');

  it('follows the mark, there and back', () => {
    expect(versionOf(form, say)).toBe('concept 1');
    expect(versionOf({ ...form, concept: false }, say)).toBe('1');
    expect(optionsOf({ ...form, concept: false }, 'nl', 0, say).version).toBe('1');
  });

  it('speaks English on an English page', async () => {
    await setLanguage('en');
    const [draft, final] = [versionOf(form, say), versionOf({ ...form, concept: false }, say)];
    await setLanguage('nl');
    expect([draft, final]).toEqual(['draft 1', '1']);
  });

  it('is the person\u2019s own once typed, even when emptied', () => {
    for (const version of ['na tafel 3', '']) {
      for (const concept of [true, false])
        expect(versionOf({ ...form, version, concept }, say)).toBe(version);
    }
  });
});
