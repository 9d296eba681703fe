import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idsInBox } from '../selecting.ts';
import { setUp } from '../testing/harness.ts';

/** Stickers: a at 300,600; b at 2000,1300; c at 2300,1300, each 220 wide. */

describe('a mouse that drags over empty sheet', () => {
  it('draws a box and selects what it touches, with its tools once it is let go', () => {
    const { pointer, model, board } = setUp();
    const mouse = pointer();
    mouse.down(1700, 1500);
    mouse.move(1800, 1450);
    mouse.move(2000, 1350);
    expect(model.tools.active().get(1)).toBe('brushing');
    expect(model.traces.brushed()).toHaveLength(1);
    expect(model.selection.get()).toEqual(['b']);
    expect(model.toolsShown.get()).toBe(false);
    mouse.move(2250, 1250);
    expect(model.selection.get()).toEqual(['b', 'c']);
    mouse.move(1750, 1480);
    expect(model.selection.get()).toEqual([]);
    mouse.up(2300, 1300);
    expect(model.selection.get()).toEqual(['b', 'c']);
    expect(model.toolsShown.get()).toBe(true);
    expect(model.traces.brushed()).toEqual([]);
    expect(board.calls).toEqual([]);
  });

  it('with alt selects only what lies wholly in it', () => {
    const { pointer, model } = setUp();
    const mouse = pointer();
    mouse.down(1850, 1550);
    mouse.move(2250, 1150, { alt: true });
    expect(model.selection.get()).toEqual(['b']);
    mouse.move(2250, 1150);
    expect(model.selection.get()).toEqual(['b', 'c']);
    mouse.up(2250, 1150, { alt: true });
    expect(model.selection.get()).toEqual(['b']);
  });

  it('with shift adds to what was selected', () => {
    const { pointer, model } = setUp();
    model.selection.set(['a']);
    const mouse = pointer();
    mouse.down(1850, 1550, { shift: true });
    mouse.move(2050, 1350);
    mouse.up(2050, 1350);
    expect(model.selection.get()).toEqual(['a', 'b']);
  });

  it.each([
    ['by Escape', ({ model }: ReturnType<typeof setUp>) => model.tools.cancelAll()],
    ['by a pointer that is taken away', ({ model }: ReturnType<typeof setUp>) => model.tools.cancel(1)],
  ])('ends %s with what was selected before', (_how, end) => {
    const all = setUp();
    all.model.selection.set(['a']);
    const mouse = all.pointer();
    mouse.down(1850, 1550);
    mouse.move(2050, 1350);
    expect(all.model.selection.get()).toEqual(['b']);
    end(all);
    expect(all.model.selection.get()).toEqual(['a']);
    expect(all.model.traces.brushed()).toEqual([]);
    mouse.up(2050, 1350);
    expect(all.model.selection.get()).toEqual(['a']);
  });

  it('loses what somebody else deletes meanwhile', () => {
    const { pointer, model, board } = setUp();
    const mouse = pointer();
    mouse.down(1850, 1550);
    mouse.move(2250, 1250);
    board.elsewhere.remove('b');
    expect(model.selection.get()).toEqual(['c']);
    mouse.up(2250, 1250);
    expect(model.selection.get()).toEqual(['c']);
  });

  it('moves the view for who only watches, and for who chose that', () => {
    for (const watching of [true, false]) {
      const { pointer, model, dragPans } = setUp(watching ? { access: 'observer' } : {});
      dragPans.set(true);
      const before = model.camera.get();
      const mouse = pointer();
      mouse.down(1850, 1550);
      mouse.move(2050, 1350);
      mouse.up(2050, 1350);
      expect(model.camera.get()).not.toEqual(before);
      expect(model.selection.get()).toEqual([]);
    }
  });

  it('draws on a locked sticker too, which stays where it is', () => {
    const { pointer, model, board, place } = setUp();
    board.commands.setLocked(['b'], true);
    const mouse = pointer();
    mouse.down(2000, 1300);
    mouse.move(2300, 1400);
    expect(model.tools.active().get(1)).toBe('brushing');
    mouse.up(2300, 1400);
    expect(model.selection.get()).toEqual(['b', 'c']);
    expect(place('b')).toEqual({ x: 2000, y: 1300 });
  });

  it('of two hands at one screen each draws its own box', () => {
    const { pointer, model } = setUp();
    const [one, two] = [pointer(1), pointer(2)];
    one.down(1850, 1550);
    two.down(600, 900);
    one.move(2050, 1350);
    two.move(350, 650);
    expect(model.traces.brushed()).toHaveLength(2);
    one.up(2050, 1350);
    expect(model.traces.brushed()).toHaveLength(1);
  });
});

describe('several selected', () => {
  it('move along when one drags between them, and let go at a tap', () => {
    const { pointer, model, place } = setUp();
    model.selection.set(['a', 'b']);
    const mouse = pointer();
    mouse.down(1200, 1000);
    expect(model.tools.active().get(1)).toBe('pointingFrame');
    mouse.move(1300, 1200, { ctrl: true });
    mouse.up(1300, 1200, { ctrl: true });
    expect(place('a')).toEqual({ x: 400, y: 800 });
    expect(place('b')).toEqual({ x: 2100, y: 1500 });
    mouse.tap(1300, 1200);
    expect(model.selection.get()).toEqual([]);
  });

  it('leave alone what somebody else holds, and what is locked', () => {
    const { pointer, model, board, session, place, pass } = setUp();
    board.commands.setLocked(['c'], true);
    session.others.set([
      {
        client: 7,
        presence: {
          user: { id: 'x', name: 'Sam', role: 'partner' },
          drag: { sheet: 'partnermodel-canvas', stickers: [{ id: 'b', x: 2100, y: 1800 }] },
        },
      },
    ]);
    pass(40);
    model.selection.set(['a', 'b', 'c']);
    const mouse = pointer();
    mouse.down(300, 600);
    mouse.move(400, 700, { ctrl: true });
    expect([...model.hands.held().keys()]).toEqual(['a']);
    mouse.up(400, 700, { ctrl: true });
    expect(place('a')).toEqual({ x: 400, y: 700 });
    expect(place('b')).toEqual({ x: 2000, y: 1300 });
    expect(place('c')).toEqual({ x: 2300, y: 1300 });
    // By keys neither.
    model.nudging.press(['a', 'b', 'c'], 1, 0, false);
    expect([...model.hands.held().keys()]).toEqual(['a']);
    model.nudging.cancel();
  });

  it('what another hand of this page holds stays in that hand', () => {
    const { pointer, model, place } = setUp();
    const [one, two] = [pointer(1), pointer(2)];
    one.down(2000, 1300);
    one.move(2000, 1800, { ctrl: true });
    model.selection.set(['a', 'b']);
    two.down(300, 600);
    two.move(300, 900, { ctrl: true });
    two.up(300, 900, { ctrl: true });
    expect(place('a')).toEqual({ x: 300, y: 900 });
    expect(place('b')).toEqual({ x: 2000, y: 1300 });
    one.up(2000, 1800, { ctrl: true });
    expect(place('b')).toEqual({ x: 2000, y: 1800 });
  });

  it('what a colleague locks while it is held goes home; the rest goes on', () => {
    const { pointer, model, board, place } = setUp();
    model.selection.set(['b', 'c']);
    const mouse = pointer();
    mouse.down(2000, 1300);
    mouse.move(2000, 1700, { ctrl: true });
    board.commands.setLocked(['b'], true);
    expect([...model.hands.held().keys()]).toEqual(['c']);
    mouse.up(2000, 1700, { ctrl: true });
    expect(place('b')).toEqual({ x: 2000, y: 1300 });
    expect(place('c')).toEqual({ x: 2300, y: 1700 });
  });
});

it('whatever encloses a sticker touches it', () => {
  const { model } = setUp();
  const sheet = model.sheet();
  const number = fc.integer({ min: 0, max: 4000 });
  fc.assert(
    fc.property(number, number, number, number, (x, y, width, height) => {
      const box = { x, y, width, height };
      const enclosed = idsInBox(sheet, box, 'enclosed', ({ center }) => center);
      const touched = idsInBox(sheet, box, 'touched', ({ center }) => center);
      for (const id of enclosed) expect(touched).toContain(id);
    }),
  );
});
