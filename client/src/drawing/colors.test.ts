import { OKABE_ITO } from '@samenbord/shared/board';
import { describe, expect, it } from 'vitest';
import { contrast, deepened, mix, PALETTE, readableOn, tint } from './colors.ts';

describe('colours', () => {
  it('knows the contrast of black and white', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 1);
    expect(contrast('#FFFFFF', '#000000')).toBeCloseTo(21, 1);
    expect(contrast('#777777', '#777777')).toBe(1);
  });

  it('mixes by share', () => {
    expect(mix('#000000', '#FFFFFF', 0.5)).toBe('#808080');
    expect(mix('#123456', '#FFFFFF', 1)).toBe('#123456');
  });

  it.each(OKABE_ITO)('keeps text on a sticker in %s easy to read', (color) => {
    expect(contrast(PALETTE.ink, tint(color))).toBeGreaterThan(7);
  });

  it.each(OKABE_ITO)('keeps the letter on a disc in %s readable', (color) => {
    expect(contrast(readableOn(color), color)).toBeGreaterThan(4.5);
  });

  it.each(OKABE_ITO)('darkens %s until it reads on its own tint', (color) => {
    const ground = tint(color);
    expect(contrast(deepened(color, ground), ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('reads a colour that is none as grey, not as an error', () => {
    expect(readableOn('red')).toBe(readableOn('#808080'));
    expect(tint('javascript:alert(1)')).toBe(tint('#808080'));
  });

  it('keeps the page’s own words readable on the sheet', () => {
    for (const color of [PALETTE.ink, PALETTE.muted, PALETTE.accent]) {
      expect(contrast(color, PALETTE.sheet)).toBeGreaterThan(4.5);
      expect(contrast(color, PALETTE.field)).toBeGreaterThan(4.5);
    }
    expect(contrast(PALETTE.ink, PALETTE.neutral)).toBeGreaterThan(7);
  });
});
