import { describe, expect, it } from 'vitest';
import { isDeed, LAYERS, type Layer, layerAfter, pressed, type Written } from './keys.ts';

const type = (keys: readonly string[], from: Written = { text: '', start: 0, end: 0 }): Written =>
  keys.reduce(pressed, from);

describe('keys on the screen', () => {
  it('write where the caret is, take away what is before it, and go through the text', () => {
    expect(type([...'dak'])).toEqual({ text: 'dak', start: 3, end: 3 });
    expect(type([...'dk', 'ArrowLeft', 'a'])).toEqual({ text: 'dak', start: 2, end: 2 });
    expect(type([...'daak', 'ArrowLeft', 'Backspace', 'ArrowRight', 'Enter', 's']).text).toBe('dak\ns');
    expect(type(['Backspace', 'ArrowLeft', 'ArrowRight'])).toEqual({ text: '', start: 0, end: 0 });
  });

  it('put a letter in place of what is chosen', () => {
    expect(pressed({ text: 'een dak', start: 0, end: 3 }, 'g')).toEqual({ text: 'g dak', start: 1, end: 1 });
    expect(pressed({ text: 'een dak', start: 3, end: 7 }, 'Backspace').text).toBe('een');
  });

  it('take an emoji or an accent as one sign', () => {
    const family = '👩‍👩‍👧';
    expect(
      type(['Backspace'], { text: `a${family}`, start: 1 + family.length, end: 1 + family.length }).text,
    ).toBe('a');
    expect(type(['ArrowRight'], { text: family, start: 0, end: 0 }).start).toBe(family.length);
  });

  it('capitals last for one letter, signs until they are left', () => {
    const layers: Layer[] = [];
    for (const key of ['Shift', 'A', 'Signs', '1', '2', 'Letters'])
      layers.push(layerAfter(layers.at(-1) ?? 'letters', key));
    expect(layers).toEqual(['capitals', 'letters', 'signs', 'signs', 'signs', 'letters']);
    expect(layerAfter('capitals', 'Backspace')).toBe('capitals');
  });

  it.each(Object.entries(LAYERS))('%s has four rows of ten widths, without a key twice', (_layer, rows) => {
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(row.reduce((sum, { wide = 1 }) => sum + wide, 0)).toBe(10);
    const keys = rows.flat().map(({ key }) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('has all that Dutch is written with', () => {
    const all = new Set(
      Object.values(LAYERS)
        .flat(2)
        .map(({ key }) => key),
    );
    for (const sign of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789éëèïöüá .,!?:;\'"()-/&%€')
      expect(all.has(sign) && !isDeed(sign), sign).toBe(true);
  });
});
