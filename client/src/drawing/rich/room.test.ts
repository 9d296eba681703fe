import { describe, expect, it } from 'vitest';
import { stickerDisc } from '../fitText.ts';
import type { PictorialSticker } from '../pictorial.ts';
import { contained, roomOf } from './room.ts';

const BOX = { x: 100, y: 200, width: 300, height: 300 };
const picture = { hash: 'a'.repeat(64), width: 800, height: 600 };
const sticker = (change: Partial<PictorialSticker>): PictorialSticker => ({
  center: { x: 250, y: 350 },
  side: 300,
  text: '',
  partner: null,
  ...change,
});
const bottom = ({ y, height }: { y: number; height: number }): number => y + height;

describe('how a sticker is divided', () => {
  it('gives a picture or an icon more room without words', () => {
    const silent = roomOf(sticker({ picture }), BOX).picture;
    const said = roomOf(sticker({ picture, text: 'Het park' }), BOX).picture;
    expect(silent?.height).toBeGreaterThan(said?.height ?? 0);
    const icon = roomOf(sticker({ symbol: 'house' }), BOX).symbol;
    expect(icon?.width).toBeGreaterThan(
      roomOf(sticker({ symbol: 'house', text: 'Thuis' }), BOX).symbol?.width ?? 0,
    );
  });

  it('lays words below what is shown, and all of it on the sticker', () => {
    for (const shown of [{ picture }, { symbol: 'house' }, { picture, symbol: '🏠' }]) {
      const room = roomOf(sticker({ ...shown, text: 'Het park' }), BOX);
      const above = room.picture ?? room.symbol;
      expect(room.words.y).toBeGreaterThanOrEqual(above ? bottom(above) : 0);
      for (const part of [room.picture, room.symbol, room.words]) {
        if (!part) continue;
        expect(part.x).toBeGreaterThanOrEqual(BOX.x);
        expect(part.y).toBeGreaterThanOrEqual(BOX.y);
        expect(part.x + part.width).toBeLessThanOrEqual(BOX.x + BOX.width);
        expect(bottom(part)).toBeLessThanOrEqual(bottom(BOX));
      }
      // There is a line beside the partner's mark.
      expect(room.words.height).toBeGreaterThan(2 * stickerDisc(BOX.width).radius);
    }
  });

  it('never stretches a picture', () => {
    const box = contained(BOX, picture);
    expect(box.width / box.height).toBeCloseTo(800 / 600);
    expect(box.width).toBe(300);
    expect(contained(BOX, { width: 10, height: 1000 }).height).toBe(300);
  });
});
