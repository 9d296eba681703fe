import { SHEET } from '@samenbord/shared/layout';
import { expect, it } from 'vitest';
import { apart, fieldOf, freeCorner } from './field.ts';

it('lays every sticker wholly on the sheet, and neighbours in other groups', () => {
  for (const count of [300, 3_000]) {
    const { stickers, columns } = fieldOf(count);
    expect(stickers).toHaveLength(count);
    for (const [n, { x, y, side, group }] of stickers.entries()) {
      expect(x - side / 2).toBeGreaterThanOrEqual(0);
      expect(x + side / 2).toBeLessThanOrEqual(SHEET.width);
      expect(y - side / 2).toBeGreaterThanOrEqual(0);
      expect(y + side / 2).toBeLessThanOrEqual(SHEET.height);
      const before = n % columns === 0 ? [n - columns] : [n - 1, n - columns, n - columns - 1];
      for (const near of before) expect(stickers[near]?.group).not.toBe(group);
    }
  }
});

it('leaves a corner of each sticker that no later one covers', () => {
  const field = fieldOf(3_000);
  for (const [n, sticker] of field.stickers.entries()) {
    const corner = freeCorner(field, sticker, sticker.side);
    for (const later of field.stickers.slice(n + 1, n + 70)) {
      const beside = later.x - later.side / 2 >= corner.x + corner.width - 0.01;
      const below = later.y - later.side / 2 >= corner.y + corner.height - 0.01;
      const left = later.x + later.side / 2 <= corner.x;
      expect(beside || below || left).toBe(true);
    }
  }
});

it('finds stickers that can be moved without touching each other', () => {
  const chosen = apart(fieldOf(3_000), 50);
  expect(chosen).toHaveLength(50);
  for (const a of chosen)
    for (const b of chosen)
      if (a !== b) expect(Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y))).toBeGreaterThan(a.side);
});
