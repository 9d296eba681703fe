import { beforeEach, describe, expect, it, vi } from 'vitest';
import { announcement, dismiss, notices } from '../../ui/notices.ts';
import { pressKey } from '../dom/keyboard.ts';
import { tidyField, tidySelection } from '../more/arranging.ts';
import { setUp } from '../testing/harness.ts';
import { toggleVotes } from './index.ts';
import { withVotes } from './words.ts';

const SHEET = 'partnermodel-canvas';
const said = () => notices.get().map(({ text }) => text);
beforeEach(() => {
  for (const { id } of notices.get()) dismiss(id);
});

/** A sheet with four stickers more, in one field. */
function voting(options: Parameters<typeof setUp>[0] = {}) {
  const harness = setUp(options);
  const { board, model } = harness;
  const more =
    board.commands.addStickers(
      [0, 1, 2, 3].map((n) => ({
        sheet: SHEET,
        center: { x: 3500 + n, y: 1100 },
        partner: null,
        text: `n${n}`,
      })),
    ) ?? [];
  const votesOn = (id: string) => board.view.get().byId.get(id)?.votes;
  const context = {
    model,
    remove: board.commands.removeStickers,
    choosePictures: () => undefined,
    enterToolbar: () => undefined,
    focusedField: () => ({ region: null, at: { x: 0, y: 0 } }),
  };
  const press = (key: string) => pressKey(context, { key, ctrl: false, shift: false, alt: false });
  return { ...harness, more, votesOn, press };
}

describe('putting dots', () => {
  it('by the key puts one on what is selected, and takes it off again', async () => {
    const { model, press, votesOn } = voting();
    model.selection.set(['a']);
    expect(press('s')).toBe(true);
    await vi.waitFor(() => expect(votesOn('a')).toEqual({ count: 1, mine: true }));
    expect(announcement.get().trim()).toBe('Stip gezet. Je hebt er nog 4 op dit vel.');
    expect(press('s')).toBe(true);
    await vi.waitFor(() => expect(votesOn('a')).toBeUndefined());
    expect(announcement.get().trim()).toBe('Stip weggehaald. Je hebt er nog 5 op dit vel.');
  });

  it('on several gives each one, and takes all off only when all have one', () => {
    const { model, board, votesOn } = voting();
    board.commands.vote(['a'], true);
    toggleVotes(model, ['a', 'b']);
    expect([votesOn('a')?.mine, votesOn('b')?.mine]).toEqual([true, true]);
    toggleVotes(model, ['a', 'b']);
    expect([votesOn('a'), votesOn('b')]).toEqual([undefined, undefined]);
  });

  it('is refused kindly when too few are left, and nothing is put', () => {
    const { model, more, votesOn } = voting();
    toggleVotes(model, ['a', 'b', 'c', ...more.slice(0, 1)]);
    toggleVotes(model, more.slice(1, 3));
    expect(said()).toEqual([
      'Je hebt nog 1 stip van de 5 op dit vel: te weinig voor al deze stickers. Er is niets gezet.',
    ]);
    expect(more.slice(1).map(votesOn)).toEqual([undefined, undefined, undefined]);
    toggleVotes(model, more.slice(1, 2));
    toggleVotes(model, more.slice(2, 3));
    expect(said().at(-1)).toMatch(/^Je 5 stippen op dit vel zijn gezet/);
  });

  it('does nothing for who only watches, with nothing selected, or when the sticker is gone', () => {
    const watching = voting({ access: 'observer' });
    watching.model.selection.set(['a']);
    expect(watching.press('s')).toBe(false);
    const { model, press, board } = voting();
    model.selection.set([]);
    expect(press('s')).toBe(false);
    const calls = board.calls.length;
    toggleVotes(model, ['gone']);
    expect(board.calls.length).toBe(calls);
  });
});

describe('laying stickers in order of their dots', () => {
  it('puts those with most first, equals as they lie', () => {
    const { model, board, more } = voting();
    const [n0 = '', n1 = '', n2 = '', n3 = ''] = more;
    board.commands.vote([n2], true);
    const region = board.view.get().byId.get(n0)?.region ?? '';
    tidyField(model, region, 'votes');
    const laid = model.sheet().stickers.filter((one) => one.region === region);
    const order = laid.toSorted((a, b) => a.center.y - b.center.y || a.center.x - b.center.x);
    expect(order.map(({ id }) => id)).toEqual([n2, n0, n1, n3]);
    board.commands.undo();
    board.commands.vote([n3], true);
    board.commands.vote([n2], false);
    model.selection.set(more);
    tidySelection(model, 'votes');
    const again = model.sheet().stickers.filter((one) => one.region === region);
    expect(again.toSorted((a, b) => a.center.y - b.center.y || a.center.x - b.center.x)[0]?.id).toBe(n3);
  });
});

describe('dots read aloud', () => {
  it('say how many, and whether one is yours', () => {
    expect(withVotes('Een', undefined)).toBe('Een');
    expect(withVotes('Een', { count: 1, mine: false })).toBe('Een, 1 stip');
    expect(withVotes('Een', { count: 1, mine: true })).toBe('Een, 1 stip, van jou');
    expect(withVotes('Een', { count: 3, mine: true })).toBe('Een, 3 stippen, waarvan 1 van jou');
    expect(withVotes('Een', { count: 3, mine: false })).toBe('Een, 3 stippen');
  });
});
