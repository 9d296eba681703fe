import { GROUP_TITLE } from '@samenbord/shared/layout';
import { describe, expect, it } from 'vitest';
import { ACTS } from '../acts.ts';
import { type Harness, setUp } from '../testing/harness.ts';

/** Stickers `b` and `c` in a group, and where its title is. */
function grouped(options: Parameters<typeof setUp>[0] = {}) {
  const harness = setUp();
  harness.board.commands.group(['b', 'c'], 'Warmte');
  const [group] = harness.model.sheet().groups ?? [];
  if (!group) throw new Error('no group');
  if (options.access) harness.board.view.set({ ...harness.board.view.get(), access: options.access });
  harness.board.calls.length = 0;
  const { box } = group;
  return {
    ...harness,
    title: { x: box.x + box.width / 2, y: box.y + GROUP_TITLE / 2 },
    hand: harness.pointer(1),
  };
}

describe('the title of a group', () => {
  it('selects its stickers at a tap, names it at a second; the right button opens their menu', () => {
    const { model, hand, title } = grouped();
    hand.tap(title.x, title.y);
    expect(model.selection.get()).toEqual(['b', 'c']);
    expect(model.part.get()).toBeNull();
    hand.tap(title.x, title.y);
    expect(model.part.get()).toEqual({ kind: 'group', ids: [], group: 'group-1' });
    hand.tap(title.x, title.y, { button: 2 });
    expect(model.menu.get()).toMatchObject({ onSelection: true });
  });

  it('takes all of it along, in one command that keeps it together', () => {
    const { hand, title, board, place } = grouped();
    hand.down(title.x, title.y);
    hand.move(title.x + 200, title.y + 300);
    expect(board.calls).toEqual([]);
    hand.up(title.x + 200, title.y + 300);
    expect(board.calls).toEqual(['moveStickers together']);
    expect(place('b').x - 2000).toBeCloseTo(place('c').x - 2300, 3);
    expect(place('b').y).toBeGreaterThan(1500);
  });

  it('does not move what is locked in, nor for who only watches: the sheet is meant', () => {
    const locked = grouped();
    locked.board.commands.setLocked(['c'], true);
    locked.board.calls.length = 0;
    for (const { hand, title, board } of [locked, grouped({ access: 'observer' })]) {
      hand.down(title.x, title.y);
      hand.move(title.x + 200, title.y + 300);
      hand.up(title.x + 200, title.y + 300);
      expect(board.calls).toEqual([]);
    }
  });

  it('leaves a sticker in the hand that has it', () => {
    const { model, hand, title, board, place, pointer } = grouped();
    const other = pointer(2);
    other.down(2300, 1300);
    other.move(2300, 1900);
    hand.down(title.x, title.y);
    hand.move(title.x, title.y - 200, { ctrl: true });
    expect([...model.hands.held().keys()].sort()).toEqual(['b', 'c']);
    hand.up(title.x, title.y - 200, { ctrl: true });
    expect(place('c')).toEqual({ x: 2300, y: 1300 });
    other.up(2300, 1900);
    expect(board.calls).toEqual(['moveStickers together', 'moveStickers']);
  });

  it('lets go as if nothing was: by Escape, a lost pointer, a colleague who takes the frame away or deletes it', () => {
    for (const end of [
      ({ model }: Harness) => model.tools.cancelAll(),
      ({ model }: Harness) => model.tools.cancel(1),
      ({ board }: Harness) => {
        for (const id of ['b', 'c']) board.elsewhere.remove(id);
      },
      ({ board }: Harness) => board.view.set({ ...board.view.get(), access: 'frozen' }),
    ]) {
      const harness = grouped();
      const { model, hand, title, board } = harness;
      hand.down(title.x, title.y);
      hand.move(title.x + 200, title.y + 300);
      end(harness);
      hand.move(title.x + 300, title.y + 300);
      hand.up(title.x + 300, title.y + 300);
      expect(board.calls).toEqual([]);
      expect(model.hands.held().size).toBe(0);
    }
    const { model, hand, title, board } = grouped();
    hand.down(title.x, title.y);
    board.commands.ungroup(['group-1']);
    hand.up(title.x, title.y);
    expect(model.selection.get()).toEqual([]);
  });

  it('is a pinch when a second finger comes before it moved', () => {
    const { model, title, pointer } = grouped();
    pointer(1, 'touch').down(title.x, title.y);
    pointer(2, 'touch').down(title.x + 600, title.y);
    expect([...model.tools.active().values()]).toEqual(['pinching', 'pinching']);
  });
});

it('G asks for a name for what is selected, without what is locked; Shift G takes its frame away', () => {
  const { model, board } = grouped();
  const context = {
    model,
    remove: () => undefined,
    choosePictures: () => undefined,
    enterToolbar: () => undefined,
    focusedField: () => ({ region: null, at: { x: 0, y: 0 } }),
  };
  expect(ACTS.group(context)).toBe(false);
  board.commands.setLocked(['a'], true);
  model.selection.set(['a', 'b']);
  ACTS.group(context);
  expect(model.part.get()).toEqual({ kind: 'group', ids: ['b'], group: null });
  model.selection.set(['c']);
  ACTS.ungroup(context);
  expect(model.sheet().groups).toBeUndefined();
  expect(ACTS.ungroup(context)).toBe(false);
});
