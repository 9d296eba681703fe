import { layoutSheet, type Region } from '@samenbord/shared/layout';
import { TEMPLATE_KEYS } from '@samenbord/shared/template';
import { describe, expect, it } from 'vitest';
import { fieldLabel } from './fieldLabel.ts';

const measure = (text: string): number => text.length * 0.58;
const label = (region: Region, scale: number, language: 'nl' | 'en' = 'nl') =>
  fieldLabel(region, region.field.label[language], measure, scale);

const ids = Array.from({ length: 8 }, (_, i) => `partner-${i}`);
const all = TEMPLATE_KEYS.flatMap((key) =>
  [2, 3, 4, 5, 6, 7, 8].flatMap((count) => layoutSheet(key, ids.slice(0, count)).regions),
);

describe('fieldLabel', () => {
  it('stays in the band above the stickers, within the field, at every zoom and in both languages', () => {
    for (const region of all) {
      for (const scale of [0.08, 0.26, 1, 3]) {
        for (const language of ['nl', 'en'] as const) {
          const { box, mark } = label(region, scale, language);
          expect(box.x).toBeGreaterThanOrEqual(region.rect.x);
          expect(box.x + box.width).toBeLessThanOrEqual(region.rect.x + region.rect.width);
          expect(mark.x + mark.radius).toBeLessThanOrEqual(region.rect.x + region.rect.width);
          expect(box.y + box.height).toBeLessThanOrEqual(region.inner.y + 5);
        }
      }
    }
  });

  it('shows every label whole', () => {
    for (const region of all) {
      for (const language of ['nl', 'en'] as const)
        expect(label(region, 1, language).fitted.shortened).toBe(false);
    }
  });

  it('grows when the sheet is far away, to stay legible', () => {
    const region = all.find(({ field }) => field.key === 'bring');
    if (!region) throw new Error('no such field');
    const sizes = [1, 0.26].map((scale) => label(region, scale).fitted.size);
    expect(sizes[1]).toBeGreaterThan(sizes[0] ?? 0);
    expect((sizes[1] ?? 0) * 0.26).toBeGreaterThan(10);
  });

  it('writes the ambition larger than the rest', () => {
    for (const key of TEMPLATE_KEYS) {
      const { regions } = layoutSheet(key, ids.slice(0, 4));
      const sizes = regions.map((region) => ({ region, size: label(region, 1).fitted.size }));
      const heart = sizes.find(({ region }) => region.field.emphasis);
      expect(heart?.size).toBe(Math.max(...sizes.map(({ size }) => size)));
    }
  });
});
