import { describe, expect, it } from 'vitest';
import { makeView } from '../testing/fakeBoard.ts';
import { PARTNERS } from '../testing/harness.ts';
import { mirroredOf } from './mirrored.ts';

const stickers = (count: number) =>
  makeView(
    PARTNERS,
    Array.from({ length: count }, (_, index) => ({
      id: `s${index}`,
      sheet: 'partnermodel-canvas' as const,
      center: { x: 200 + (index % 60) * 60, y: 400 + Math.floor(index / 60) * 60 },
    })),
  ).sheets['partnermodel-canvas'].stickers;

const WHOLE = { x: 0, y: 0, width: 4200, height: 2970 };
const CORNER = { x: 0, y: 0, width: 900, height: 900 };

describe('stickers that can be reached without pointing', () => {
  it('are all of them, however small and out of view, on any usual sheet', () => {
    expect(mirroredOf(stickers(500), CORNER, 0.05)).toHaveLength(500);
  });

  it('are those in view on a very full sheet, or those in view that can be read', () => {
    const many = stickers(1200);
    const near = mirroredOf(many, CORNER, 0.05);
    expect(near.length).toBeGreaterThan(50);
    expect(near.length).toBeLessThan(500);
    expect(mirroredOf(many, WHOLE, 0.05)).toEqual([]);
    expect(mirroredOf(many, WHOLE, 0.2)).toHaveLength(1200);
  });
});
