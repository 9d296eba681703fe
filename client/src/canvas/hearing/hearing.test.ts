import { encodeInk, INK_GRAIN, type InkStroke } from '@samenbord/shared/board';
import { type Point, regionById } from '@samenbord/shared/layout';
import { describe, expect, it, vi } from 'vitest';
import { text } from '../../i18n/index.ts';
import { makeView } from '../testing/fakeBoard.ts';
import { PARTNERS } from '../testing/harness.ts';
import { drawingName, drawingsOf } from './drawings.ts';
import { symbolNames } from './later.ts';
import { nameInField } from './stickerName.ts';

const KEY = 'partnermodel-canvas';
const view = makeView(PARTNERS, [
  { id: 'a', sheet: KEY, center: { x: 300, y: 600 }, partner: 'gemeente', text: 'Een' },
]);
const { layout } = view.sheets[KEY];
const sticker = view.sheets[KEY].stickers[0] ?? expect.unreachable();

let made = 0;
function stroke(partner: string | null, ...points: readonly Point[]): InkStroke {
  made += 1;
  const grains = points.map(({ x, y }) => ({ x: x * INK_GRAIN, y: y * INK_GRAIN }));
  return { id: `s${made}`, ground: { sheet: KEY }, partner, width: 6, z: made, points: encodeInk(grains) };
}

function middleOf(region: string): Point {
  const { rect } = regionById(layout, region) ?? expect.unreachable();
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
}

describe('icons and emoji in words', () => {
  it('have names of their own in both languages, once these have come', async () => {
    const arrived = vi.fn();
    const dutch = symbolNames('nl', arrived);
    expect([dutch('handshake'), dutch('❤️')]).toEqual(['Icoon', '❤️']);
    await vi.waitFor(() => expect(arrived).toHaveBeenCalledOnce());
    expect([dutch('handshake'), dutch('❤️')]).toEqual(['Icoon Samenwerken', 'Emoji hart']);
    expect(symbolNames('en', arrived)('handshake')).toBe('Icoon Working together');
    // What has no name here is still something.
    expect([dutch('no-such-icon'), dutch('🦑')]).toEqual([text('canvas', 'mirror.icon'), '🦑']);
    expect(arrived).toHaveBeenCalledOnce();
  });
});

describe('a sticker in words', () => {
  const name = (more: Partial<typeof sticker>) =>
    nameInField({ ...sticker, text: '', ...more }, 'Kosten', (symbol) => `<${symbol}>`);
  const picture = { hash: 'a'.repeat(64), width: 10, height: 10 };

  it('says its icon, and its picture by what is said of it, else by its file', () => {
    expect(name({ symbol: 'handshake', text: 'Samen' })).toBe(
      '<handshake>, Samen (namens Gemeente Veenwaarde, in Kosten)',
    );
    expect(name({ picture })).toMatch(/^Afbeelding \(/);
    expect(name({ picture: { ...picture, name: 'Park in de avond' } })).toMatch(
      /^Afbeelding: Park in de avond \(/,
    );
    expect(name({ picture: { ...picture, name: 'Park', alt: 'Een park' } })).toMatch(
      /^Afbeelding: Een park \(/,
    );
  });
});

describe('drawings on the sheet in words', () => {
  it('say what they are, in whose colour and where, those of one partner in one field together', () => {
    const costs = middleOf('costs');
    const near = { x: costs.x + 40, y: costs.y + 10 };
    const ink = [
      stroke('rietzon', costs, near),
      stroke('rietzon', near),
      stroke('gemeente', costs),
      stroke('left', middleOf('customers')),
      stroke(null, { x: -50, y: -50 }),
    ];
    const drawings = drawingsOf({ ink, layout }, PARTNERS);
    const names = drawings.map((one) => drawingName(one, one.region));
    expect(names).toHaveLength(4);
    expect(new Set(names)).toEqual(
      new Set([
        'Tekening van De Rietzon in veld costs, 2 lijnen',
        'Tekening van Gemeente Veenwaarde in veld costs, 1 lijn',
        'Tekening in veld customers, 1 lijn',
        'Tekening los op het vel, 1 lijn',
      ]),
    );
    const both = drawings.find(({ strokes }) => strokes === 2)?.box;
    expect(both?.width).toBeGreaterThan(40);
  });

  it('of a sheet without ink are none', () => {
    expect(drawingsOf({ layout }, PARTNERS)).toEqual([]);
  });
});
