import { describe, expect, it } from 'vitest';
import { countSensitive, hasSensitiveFields, pictureOf } from './picture.ts';
import { demoView, stickerAt, viewOf, withStickers } from './testing/demoView.ts';

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

  it('holds back the core value of a partner who left, which lies outside every field', () => {
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
    const board = withStickers(view, 'brengen-halen', [left]);
    expect(pictureOf(board, { sheet: 'brengen-halen', withhold: true }).stickers).toEqual([]);
    expect(countSensitive(board, 'brengen-halen')).toBe(1);
  });

  it('shows the parking strip only when it has a sticker on it', () => {
    const view = demoView();
    const place = { sheet: 'brengen-halen', region: 'coreValue@vertrokken', x: 0.5, y: 0.5, z: 1 } as const;
    const left = stickerAt(view, 'brengen-halen', { x: 2000, y: 2800 }, { region: null, place });
    const { sheets } = withStickers(view, 'brengen-halen', [left]);
    const board = viewOf(
      { ...sheets, 'brengen-halen': { ...sheets['brengen-halen'], parked: ['Rietland'] } },
      view.partners,
    );
    expect(pictureOf(view, { sheet: 'brengen-halen', withhold: false }).parked).toBeUndefined();
    expect(pictureOf(board, { sheet: 'brengen-halen', withhold: false }).parked).toEqual(['Rietland']);
    expect(pictureOf(board, { sheet: 'brengen-halen', withhold: true }).parked).toBeUndefined();
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
