import { overlapArea, squareAt } from '@samenbord/shared/layout';
import { LIMITS } from '@samenbord/shared/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import { addTexts } from '../../i18n/index.ts';
import { texts } from '../../i18n/nl/tools.ts';
import { dismiss, notices } from '../../ui/notices.ts';
import { clipOf, selectedOf } from '../copying.ts';
import { setUp } from '../testing/harness.ts';
import { paste, pasteTexts } from './pasting.ts';

addTexts('tools', texts);

const lines = (count: number): string => Array.from({ length: count }, (_, i) => `regel ${i}`).join('\n');
const said = () => notices.get().map(({ text }) => text);
beforeEach(() => {
  for (const { id } of notices.get()) dismiss(id);
});

function pasting(options: Parameters<typeof setUp>[0] = {}) {
  const all = setUp(options);
  const made = () => [...all.board.view.get().byId.values()].filter(({ id }) => id.startsWith('new'));
  return { ...all, made };
}

describe('pasting text', () => {
  it('of one line makes one sticker, where one points', () => {
    const { model, board, made } = pasting();
    paste(model, { plain: 'Een zaal\n', stickers: '' }, { x: 3900, y: 1500 });
    expect(made()).toMatchObject([{ text: 'Een zaal', center: { x: 3900, y: 1500 } }]);
    expect(model.selection.get()).toEqual([made()[0]?.id]);
    expect(board.calls).toEqual(['addStickers']);
  });

  it('of several makes one each, in the field one points at, clear of each other and of what lies there', () => {
    const { model, board, made } = pasting();
    paste(model, { plain: lines(12), stickers: '' }, { x: 2200, y: 1250 });
    expect(made().map(({ text }) => text)).toEqual(lines(12).split('\n'));
    expect(new Set(made().map(({ region }) => region))).toEqual(new Set(['sharedAmbition']));
    const boxes = model.sheet().stickers.map(({ center, side }) => squareAt(center, side));
    boxes.forEach((box, i) => {
      for (const other of boxes.slice(i + 1)) expect(overlapArea(box, other)).toBe(0);
    });
    expect(board.calls).toEqual(['addStickers']);
    board.commands.undo();
    expect(made()).toEqual([]);
  });

  it('goes to what is in the middle of the view when nobody points', () => {
    const { model, made } = pasting();
    model.zoomToRegion('customers');
    paste(model, { plain: lines(3), stickers: '' }, null);
    expect(new Set(made().map(({ region }) => region))).toEqual(new Set(['customers']));
  });

  it(`asks above ${LIMITS.pastedUnasked}, and makes ${LIMITS.pasted} at most`, () => {
    const { model, board, made } = pasting();
    paste(model, { plain: lines(LIMITS.pastedUnasked), stickers: '' }, null);
    expect(made()).toHaveLength(LIMITS.pastedUnasked);
    expect(model.part.get()).toBeNull();
    board.commands.undo();
    paste(model, { plain: lines(LIMITS.pastedUnasked + 1), stickers: '' }, null);
    expect(made()).toEqual([]);
    const asked = model.part.get();
    expect(asked).toMatchObject({ kind: 'paste' });
    if (asked?.kind === 'paste') pasteTexts(model, asked.texts, asked.at);
    expect(made()).toHaveLength(LIMITS.pastedUnasked + 1);
    board.commands.undo();
    model.part.set(null);
    paste(model, { plain: lines(LIMITS.pasted), stickers: '' }, null);
    expect(model.part.get()).not.toBeNull();
    model.part.set(null);
    paste(model, { plain: lines(LIMITS.pasted + 1), stickers: '' }, null);
    expect(model.part.get()).toBeNull();
    expect(made()).toEqual([]);
    expect(said().at(-1)).toContain(`${LIMITS.pasted + 1}`);
  });

  it('with a line that is too long makes nothing, and says so', () => {
    const { model, made } = pasting();
    paste(model, { plain: `kort\n${'x'.repeat(LIMITS.stickerText + 1)}`, stickers: '' }, null);
    expect(made()).toEqual([]);
    expect(said().at(-1)).toContain(`${LIMITS.stickerText}`);
  });

  it('does nothing for who only watches', () => {
    const { model, board } = pasting({ access: 'observer' });
    paste(model, { plain: 'x', stickers: '' }, null);
    expect(board.calls).toEqual([]);
  });
});

describe('pasting stickers', () => {
  const copied = (ids: readonly string[]) => {
    const from = pasting();
    from.model.selection.set(ids);
    const clip = clipOf(from.model, selectedOf(from.model));
    return { ...from, clip: { plain: clip.text, stickers: clip.json } };
  };

  it('on the same board puts them where one points, as they lay to each other', () => {
    const { model, made, clip } = copied(['b', 'c']);
    paste(model, clip, { x: 1000, y: 2000 });
    expect(made().map(({ text }) => text)).toEqual(['Twee', 'Drie']);
    const [b, c] = made().map(({ center }) => center);
    expect({ x: (c?.x ?? 0) - (b?.x ?? 0), y: (c?.y ?? 0) - (b?.y ?? 0) }).toEqual({ x: 300, y: 0 });
    expect(((b?.x ?? 0) + (c?.x ?? 0)) / 2).toBeCloseTo(1000, 6);
  });

  it('on the same board without a pointer puts them aside, again and again', () => {
    const { model, made, clip } = copied(['a']);
    for (let i = 0; i < 3; i += 1) paste(model, clip, null);
    const places = made().map(({ center }) => `${center.x},${center.y}`);
    expect(new Set(places).size).toBe(3);
  });

  it('are for a spreadsheet one cell each, and none is a formula', () => {
    const text = (of: string): string => {
      const { model, board } = pasting();
      board.elsewhere.write('a', of);
      model.selection.set(['a']);
      return clipOf(model, selectedOf(model)).text;
    };
    expect(text('geplakt\t=1+1')).toBe('geplakt =1+1');
    expect(text('=1+1')).toBe('\u2060=1+1');
    expect(text('een "x"\n=1+1')).toBe('"een ""x""\n\u2060=1+1"');
  });

  it('on another board keeps field, place in it, size and partner', () => {
    const { clip } = copied(['a']);
    const to = pasting();
    const was = to.board.view.get().byId.get('a');
    to.board.elsewhere.remove('a');
    paste(to.model, clip, { x: 3900, y: 1500 });
    expect(to.made()[0]).toMatchObject({ region: was?.region, size: was?.size, text: 'Een' });
    expect(to.made()[0]?.partner?.id).toBe('gemeente');
    expect(to.made()[0]?.center.x).toBeCloseTo(was?.center.x ?? 0, 0);
  });

  it('knows the partner by mark where the id is another, and none where there is none', () => {
    const { clip } = copied(['a']);
    const by = (change: (text: string) => string) => {
      const to = pasting();
      paste(to.model, { ...clip, stickers: change(clip.stickers) }, null);
      return to.made()[0]?.partner?.id;
    };
    expect(by((json) => json.replaceAll('"gemeente"', '"gem"'))).toBe('gemeente');
    expect(by((json) => json.replaceAll('"gemeente"', '"gem"').replace('"mark":"G"', '"mark":"Q"'))).toBe(
      undefined,
    );
  });

  it.each(['', '{', '{}', '[]', 'null', '{"board":"x","sheet":"other","partners":[],"stickers":[]}'])(
    'that are none (%s) leave the text',
    (stickers) => {
      const { model, made } = pasting();
      paste(model, { plain: 'Toch tekst', stickers }, null);
      expect(made().map(({ text }) => text)).toEqual(['Toch tekst']);
    },
  );

  it('take no more of a hostile clipboard than a sticker may hold', () => {
    const { clip } = copied(['a']);
    const to = pasting();
    const json = clip.stickers.replace('"x":', '"__proto__":{"polluted":true},"x":');
    paste(to.model, { plain: '', stickers: json }, null);
    expect(to.made()).toHaveLength(1);
    expect('polluted' in {}).toBe(false);
  });
});
