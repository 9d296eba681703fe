import { isIconName, isSymbol } from '@samenbord/shared/board';
import { describe, expect, it } from 'vitest';
import { ICON_SHAPES } from '../../drawing/rich/iconShapes.ts';
import { EMOJI, found, ICONS } from './choices.ts';

describe('the icons and emoji one can choose', () => {
  it('are some two hundred icons, each with a shape of its own, and no shape beside', () => {
    expect(ICONS.length).toBeGreaterThanOrEqual(200);
    expect(ICONS.map(({ symbol }) => symbol).sort()).toEqual(Object.keys(ICON_SHAPES).sort());
    // Paths one behind the other all begin at a place.
    for (const shape of Object.values(ICON_SHAPES)) expect(shape).toMatch(/^M[\d.]/);
  });

  it('can all be kept on a sticker, each once, and have a name in both languages', () => {
    for (const { symbol, name } of [...ICONS, ...EMOJI]) {
      expect(isSymbol(symbol), symbol).toBe(true);
      expect(name.nl, symbol).not.toBe('');
      expect(name.en, symbol).not.toBe('');
    }
    expect(EMOJI.every(({ symbol }) => !isIconName(symbol))).toBe(true);
    expect(new Set([...ICONS, ...EMOJI].map(({ symbol }) => symbol)).size).toBe(ICONS.length + EMOJI.length);
  });

  it('are found by words in either language, by their beginning, without accents', () => {
    const symbols = (query: string) => found([...ICONS, ...EMOJI], query).map(({ symbol }) => symbol);
    expect(symbols('huis')).toEqual(expect.arrayContaining(['house', '🏠']));
    expect(symbols('HOUSE')).toEqual(expect.arrayContaining(['house', '🏠']));
    expect(symbols('samenw')).toEqual(expect.arrayContaining(['handshake', '🤝']));
    expect(symbols('privé slot')).toEqual(['lock-keyhole']);
    expect(symbols('prive')).toEqual(['lock-keyhole']);
    // What these sheets are about.
    for (const word of ['batterij', 'warmtepomp', 'laadpaal', 'woning', 'huurders', 'bewoners', 'probleem'])
      expect(symbols(word), word).not.toEqual([]);
    expect(symbols('qqq')).toEqual([]);
    expect(symbols('')).toHaveLength(ICONS.length + EMOJI.length);
  });
});
