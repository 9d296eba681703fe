import { describe, expect, it } from 'vitest';
import { ARC, AWAY, fontSizeFor, letterHeight, WALL_TEXT } from './legible.ts';

describe('letters at a wall', () => {
  it('are as high as the eye asks for from four metres', () => {
    expect(letterHeight(AWAY, ARC.easy)).toBeCloseTo(23.3, 1);
    expect(letterHeight(AWAY, ARC.least)).toBeCloseTo(18.6, 1);
    expect(fontSizeFor(letterHeight(AWAY, ARC.least))).toBeCloseTo(29.6, 1);
    expect(WALL_TEXT).toBe(38);
  });
});
