import { describe, expect, it } from 'vitest';
import { toSheet, toView } from '../camera/camera.ts';
import { linkHandles } from '../lines/linkHandles.ts';
import { type Harness, setUp } from '../testing/harness.ts';

/** Where the selected sticker `a` has its first handle, in sheet units. */
function handleOfA({ model, board }: Harness) {
  const a = board.view.get().byId.get('a');
  const [handle] = a ? linkHandles(a, model.sheet(), model.camera.get().scale, model.motion.centerOf) : [];
  if (!handle) throw new Error('no handle');
  return handle;
}

/** Sticker `a` selected, large enough to have handles. */
function withHandles(kind: 'mouse' | 'touch' = 'mouse') {
  const harness = setUp();
  harness.model.camera.flyToRect({ x: 100, y: 300, width: 2400, height: 1300 });
  harness.pass(600);
  harness.pointer(1, kind).tap(300, 600);
  harness.pass(600);
  return {
    ...harness,
    hand: harness.pointer(1, kind),
    other: harness.pointer(2, kind),
    handle: handleOfA(harness),
  };
}

const linksOf = ({ board }: Pick<Harness, 'board'>) =>
  board.view.get().links.map(({ from, to, kind }) => `${from} ${kind} ${to}`);

describe('the handle of a selected sticker', () => {
  for (const kind of ['mouse', 'touch'] as const)
    it(`draws a line with a ${kind}, to the sticker it is let go over, and selects it`, () => {
      const { model, hand, handle, board } = withHandles(kind);
      hand.down(handle.x, handle.y);
      hand.move(1200, 900);
      expect(model.traces.drafts()).toEqual([expect.objectContaining({ from: 'a', over: null })]);
      hand.move(2000, 1300);
      expect(model.traces.drafts()).toEqual([expect.objectContaining({ from: 'a', over: 'b' })]);
      expect(board.calls).toEqual([]);
      hand.up(2000, 1300);
      expect(linksOf({ board })).toEqual(['a belongs b']);
      expect(board.calls).toEqual(['addLink']);
      expect(model.traces.drafts()).toEqual([]);
      expect(model.lines.chosen.get()).toBe(board.view.get().links[0]?.id);
      expect(model.selection.get()).toEqual([]);
    });

  it('makes nothing over empty sheet or over itself', () => {
    const { model, hand, handle, board } = withHandles();
    hand.down(handle.x, handle.y);
    hand.move(1200, 900);
    hand.up(1200, 900);
    hand.down(handle.x, handle.y);
    hand.move(300, 600);
    hand.up(300, 600);
    expect(board.calls).toEqual([]);
    expect(model.traces.drafts()).toEqual([]);
  });

  it('ends as if it had not begun: by Escape, a pointer taken away, the sticker deleted, the right to write taken', () => {
    for (const end of [
      ({ model }: Harness) => model.tools.cancelAll(),
      ({ model }: Harness) => model.tools.cancel(1),
      ({ board }: Harness) => board.elsewhere.remove('a'),
      ({ board }: Harness) => board.view.set({ ...board.view.get(), access: 'frozen' }),
    ]) {
      const harness = withHandles();
      const { model, hand, handle, board } = harness;
      hand.down(handle.x, handle.y);
      hand.move(1200, 900);
      end(harness);
      expect(model.traces.drafts()).toEqual([]);
      hand.move(2000, 1300);
      hand.up(2000, 1300);
      expect(board.calls).toEqual([]);
    }
  });

  it('is not disturbed by a second hand that drags a sticker, nor by the other end being deleted', () => {
    const { model, hand, other, handle, board } = withHandles();
    hand.down(handle.x, handle.y);
    hand.move(2000, 1300);
    other.down(2300, 1300);
    other.move(2300, 1000);
    other.up(2300, 1000);
    expect(board.calls).toEqual(['moveStickers']);
    board.elsewhere.remove('b');
    hand.up(2000, 1300);
    expect(board.view.get().links).toEqual([]);
    expect(model.traces.drafts()).toEqual([]);
  });

  it('is a pinch when a second finger comes before it moved', () => {
    const { model, hand, other, handle } = withHandles('touch');
    hand.down(handle.x, handle.y);
    other.down(1500, 900);
    expect([...model.tools.active().values()]).toEqual(['pinching', 'pinching']);
  });

  it('is at sides where no other sticker lies, and not on small stickers', () => {
    const { model, board } = setUp();
    board.elsewhere.move('c', { x: 2230, y: 1300 });
    const { byId } = board.view.get();
    const b = byId.get('b');
    if (!b) throw new Error('no b');
    const handles = linkHandles(b, model.sheet(), 1, ({ center }) => center);
    expect(handles).toEqual([
      { x: 2000 - 110 - 24, y: 1300 },
      { x: 2000, y: 1300 + 110 + 24 },
    ]);
    expect(linkHandles(b, model.sheet(), 0.2, ({ center }) => center)).toEqual([]);
  });
});

describe('a line that is asked for', () => {
  it('is made to the sticker tapped next; by a tap on the handle, the key or the menu', () => {
    const { model, hand, handle, board } = withHandles();
    hand.tap(handle.x, handle.y);
    expect(model.lines.from.get()).toBe('a');
    hand.tap(2000, 1300);
    expect(linksOf({ board })).toEqual(['a belongs b']);
    expect(model.lines.from.get()).toBeNull();
  });

  it('stays asked for while one pans or pinches, and is given up by a tap elsewhere, Escape, or its sticker going', () => {
    const { model, hand, board } = withHandles('touch');
    model.lines.begin('a');
    hand.down(1200, 900);
    hand.move(1100, 900);
    hand.up(1100, 900);
    expect(model.lines.from.get()).toBe('a');
    hand.tap(1200, 1000);
    expect(model.lines.from.get()).toBeNull();
    model.lines.begin('a');
    expect(model.lines.letGo()).toBe(true);
    expect(model.lines.from.get()).toBeNull();
    model.lines.begin('a');
    board.elsewhere.remove('a');
    expect(model.lines.from.get()).toBeNull();
    expect(board.calls).toEqual([]);
  });

  it('says the same as the last one', () => {
    const { model, board } = withHandles();
    model.lines.connect('a', 'b');
    model.lines.setKind(model.lines.chosen.get() ?? '', 'tension');
    model.lines.connect('b', 'c');
    expect(linksOf({ board })).toEqual(['a tension b', 'b tension c']);
  });
});

describe('a tap on a line', () => {
  const withLine = (kind: 'mouse' | 'touch') => {
    const harness = setUp();
    harness.board.commands.addLink('a', 'b', 'why');
    const { model } = harness;
    /** CSS pixels beside the middle of the line, across it. */
    const beside = (pixels: number) => {
      const at = toView(model.camera.get(), { x: 1150, y: 950 });
      return toSheet(model.camera.get(), { x: at.x, y: at.y - pixels });
    };
    return { ...harness, hand: harness.pointer(1, kind), beside };
  };

  it('selects it, a finger within 22 pixels and a mouse near it; a tap elsewhere or on a sticker lets go of it', () => {
    for (const [kind, near, far] of [
      ['touch', 18, 60],
      ['mouse', 6, 24],
    ] as const) {
      const { model, hand, beside } = withLine(kind);
      const at = beside(near);
      hand.tap(at.x, at.y);
      expect(model.lines.chosen.get()).toBe('link-1');
      const away = beside(far);
      hand.tap(away.x, away.y);
      expect(model.lines.chosen.get()).toBeNull();
      hand.tap(at.x, at.y);
      hand.tap(300, 600);
      expect(model.lines.chosen.get()).toBeNull();
      expect(model.selection.get()).toEqual(['a']);
    }
  });

  it('selects it with the right button and a long press too, and not when it moved', () => {
    const { model, hand, beside } = withLine('mouse');
    const at = beside(0);
    hand.tap(at.x, at.y, { button: 2 });
    expect(model.lines.chosen.get()).toBe('link-1');
    expect(model.menu.get()).toBeNull();
    model.lines.letGo();
    hand.down(at.x, at.y);
    hand.move(at.x + 400, at.y + 300);
    hand.up(at.x + 400, at.y + 300);
    expect(model.lines.chosen.get()).toBeNull();
  });

  it('and Delete take it away; Escape lets go of it; a colleague who removes it takes it out of the hand', () => {
    const { model, hand, beside, board } = withLine('mouse');
    const at = beside(0);
    hand.tap(at.x, at.y);
    expect(model.lines.letGo()).toBe(true);
    expect(model.lines.chosen.get()).toBeNull();
    hand.tap(at.x, at.y);
    expect(model.lines.removeChosen()).toBe(true);
    expect(board.view.get().links).toEqual([]);
    board.commands.addLink('a', 'b', 'why');
    hand.tap(at.x, at.y);
    board.commands.removeLinks(['link-2']);
    expect(model.lines.chosen.get()).toBeNull();
    expect(model.lines.removeChosen()).toBe(false);
  });
});
