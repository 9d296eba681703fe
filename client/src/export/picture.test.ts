import { describe, expect, it } from 'vitest';
import { countParked, countSensitive, hasSensitiveFields, pictureOf } from './picture.ts';
import { demoView, stickerAt, withStickers } from './testing/demoView.ts';

describe('pictureOf', () => {
  it('has all stickers of the sheet and no others', () => {
    const picture = pictureOf(demoView(), { sheet: 'brengen-halen', withhold: false });
    expect(picture.stickers).toHaveLength(35);
    expect(picture.stickers.every(({ sheet }) => sheet === 'brengen-halen')).toBe(true);
  });

  it('holds core values back when asked', () => {
    const picture = pictureOf(demoView(), { sheet: 'brengen-halen', withhold: true });
    expect(picture.stickers).toHaveLength(31);
    expect(picture.stickers.map(({ id }) => id)).not.toContain('bh-24');
  });

  it('has nothing that is parked: neither what lost its field nor what somebody parked', () => {
    const view = demoView();
    const left = stickerAt(
      view,
      'brengen-halen',
      { x: 2000, y: 2900 },
      {
        region: null,
        place: { sheet: 'brengen-halen', region: 'coreValue@vertrokken', x: 0.5, y: 0.5, z: 1 },
      },
    );
    const aside = { ...left, id: 'aside', place: { ...left.place, region: 'coreValue@gemeente@parked' } };
    const board = withStickers(view, 'brengen-halen', [left, aside]);
    for (const withhold of [true, false])
      expect(pictureOf(board, { sheet: 'brengen-halen', withhold }).stickers).toEqual([]);
    expect(countSensitive(board, 'brengen-halen')).toBe(0);
    expect(countParked(board, 'brengen-halen')).toBe(2);
  });

  it('has only lines with both ends in the picture', () => {
    const view = {
      ...demoView(),
      links: [
        { id: 'both', from: 'bh-28', to: 'bh-12', kind: 'match' as const },
        { id: 'withheld', from: 'bh-24', to: 'bh-12', kind: 'why' as const },
        { id: 'elsewhere', from: 'bh-02', to: 'pc-01', kind: 'carriedOver' as const },
      ],
    };
    const ids = pictureOf(view, { sheet: 'brengen-halen', withhold: true }).links.map(({ id }) => id);
    expect(ids).toEqual(['both']);
  });
});

describe('what there is to hold back', () => {
  it('is counted', () => {
    expect(countSensitive(demoView(), 'brengen-halen')).toBe(4);
    expect(countSensitive(demoView(), 'partnermodel-canvas')).toBe(0);
  });

  it('is asked only on a sheet that has such fields', () => {
    expect(hasSensitiveFields(demoView(), 'brengen-halen')).toBe(true);
    expect(hasSensitiveFields(demoView(), 'partnermodel-canvas')).toBe(false);
  });
});
