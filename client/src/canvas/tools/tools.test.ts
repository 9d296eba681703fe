import { describe, expect, it } from 'vitest';
import { toSheet, toView } from '../camera/camera.ts';
import { setUp } from '../testing/harness.ts';

/** Bare places: in the field of the customers, where no sticker and no label is. */
const EMPTY = { x: 3900, y: 1500 };

describe('a tap on a sticker', () => {
  it('selects it', () => {
    const { pointer, model, board } = setUp();
    pointer().tap(300, 600);
    expect(model.selection.get()).toEqual(['a']);
    expect(board.calls).toEqual([]);
  });

  it('with shift adds it, and takes it away again', () => {
    const { pointer, model } = setUp();
    pointer().tap(300, 600);
    pointer().tap(2000, 1300, { shift: true });
    expect(model.selection.get()).toEqual(['a', 'b']);
    pointer().tap(300, 600, { shift: true });
    expect(model.selection.get()).toEqual(['b']);
  });

  it('twice opens its text', () => {
    const { pointer, model, session } = setUp();
    pointer().tap(300, 600);
    pointer().tap(302, 601);
    expect(model.desk.current.get()?.sticker).toBe('a');
    expect(session.announced.at(-1)).toEqual({ typing: { sticker: 'a' } });
  });

  it('twice with a long pause does not', () => {
    const { pointer, model, pass } = setUp();
    pointer().tap(300, 600);
    pass(1000);
    pointer().tap(300, 600);
    expect(model.desk.current.get()).toBeNull();
  });

  it('ends the writing elsewhere', () => {
    const { pointer, model } = setUp();
    model.writer.writeIn('a');
    pointer().tap(2000, 1300);
    expect(model.desk.current.get()).toBeNull();
    expect(model.selection.get()).toEqual(['b']);
  });

  it('a finger beside a small sticker takes it too', () => {
    const { screenPointer, model, place } = setUp();
    const at = toView(model.camera.get(), place('a'));
    const half = (220 / 2) * model.camera.get().scale;
    screenPointer(1, 'touch').tap(at.x - half - 10, at.y);
    expect(model.selection.get()).toEqual(['a']);
    model.selection.set([]);
    screenPointer(1, 'mouse').tap(at.x - half - 10, at.y);
    expect(model.selection.get()).toEqual([]);
  });
});

describe('dragging', () => {
  it('moves nothing in the document until the drop, then in one command', () => {
    const { pointer, place, shown, board, pass } = setUp();
    const mouse = pointer();
    mouse.down(300, 600);
    for (let x = 310; x <= 800; x += 10) mouse.move(x, 700);
    pass(20);
    expect(place('a')).toEqual({ x: 300, y: 600 });
    expect(shown('a')).toEqual({ x: 800, y: 700 });
    expect(board.calls).toEqual([]);
    mouse.up(800, 700);
    expect(board.calls).toEqual(['moveStickers']);
    expect(place('a')).toEqual({ x: 800, y: 700 });
  });

  it('says where it is, and ends the drag only after the drop', () => {
    const { pointer, session, board } = setUp();
    const mouse = pointer();
    mouse.down(300, 600);
    mouse.move(500, 650);
    expect(session.announced.at(-1)).toEqual({
      drag: { sheet: 'partnermodel-canvas', stickers: [{ id: 'a', x: 500, y: 650 }] },
    });
    const before = session.announced.length;
    const seen: (number | undefined)[] = [];
    board.view.subscribe(() => seen.push(session.announced.length - before));
    mouse.up(500, 650);
    // The move of the release itself is announced; the end of the drag comes after the document changed.
    expect(seen).toEqual([1]);
    expect(session.announced.at(-1)).toEqual({ drag: null });
  });

  it('takes along all that is selected, and only selected when one of them is taken', () => {
    const { pointer, place, model } = setUp();
    model.selection.set(['b', 'c']);
    const mouse = pointer();
    mouse.down(2000, 1300);
    mouse.move(2100, 1500);
    mouse.up(2100, 1500);
    expect(place('b')).toEqual({ x: 2100, y: 1500 });
    expect(place('c')).toEqual({ x: 2400, y: 1500 });
    mouse.down(300, 600);
    mouse.move(400, 700);
    mouse.up(400, 700);
    expect(place('a')).toEqual({ x: 400, y: 700 });
    expect(place('b')).toEqual({ x: 2100, y: 1500 });
    expect(model.selection.get()).toEqual(['a']);
  });

  it('lights up the field under the sticker, and no longer when it is laid down', () => {
    const { pointer, model } = setUp();
    const mouse = pointer();
    mouse.down(300, 600);
    mouse.move(2000, 1250);
    expect(model.traces.hovered.get()).toEqual(['sharedAmbition']);
    mouse.move(3900, 1500);
    expect(model.traces.hovered.get()).toEqual(['customers']);
    mouse.up(3900, 1500);
    expect(model.traces.hovered.get()).toEqual([]);
  });

  it('keeps the sticker on the sheet, or beside it on the parking strip', () => {
    const { pointer, place } = setUp();
    const mouse = pointer();
    mouse.down(300, 600);
    mouse.move(4700, 3500);
    mouse.up(4700, 3500);
    expect(place('a')).toEqual({ x: 4630, y: 2800 });
    mouse.down(4630, 2800);
    mouse.move(4225, 3500);
    mouse.up(4225, 3500);
    expect(place('a')).toEqual({ x: 4090, y: 2860 });
  });

  it('does not begin by a trembling hand', () => {
    const { pointer, board, model } = setUp();
    const mouse = pointer();
    mouse.down(300, 600);
    mouse.move(303, 602);
    mouse.up(303, 602);
    expect(board.calls).toEqual([]);
    expect(model.selection.get()).toEqual(['a']);
  });

  it('stays under the pointer when the view moves', () => {
    const { screenPointer, model, shown, pass } = setUp();
    const { x, y } = toView(model.camera.get(), { x: 300, y: 600 });
    const mouse = screenPointer(1, 'mouse');
    mouse.down(x, y);
    mouse.move(x + 100, y);
    model.camera.panBy(-40, 0);
    pass(20);
    const at = toView(model.camera.get(), shown('a'));
    expect(at.x).toBeCloseTo(x + 100, 3);
  });

  describe('ends as if it had not begun', () => {
    const begin = () => {
      const harness = setUp();
      const mouse = harness.pointer();
      mouse.down(300, 600);
      mouse.move(900, 900);
      harness.pass(20);
      return { ...harness, mouse };
    };

    const expectHome = ({ shown, place, board, session, model, pass }: ReturnType<typeof begin>) => {
      // Those who watch see it go home before the drag ends: otherwise they would wait for a drop.
      expect(session.announced.at(-1)).toEqual({
        drag: { sheet: 'partnermodel-canvas', stickers: [{ id: 'a', x: 300, y: 600 }] },
      });
      pass(200);
      expect(session.announced.at(-1)).toEqual({ drag: null });
      expect(shown('a')).toEqual({ x: 300, y: 600 });
      expect(place('a')).toEqual({ x: 300, y: 600 });
      expect(board.calls).toEqual([]);
      expect(model.traces.hovered.get()).toEqual([]);
      expect(model.holding.get()).toBe(false);
    };

    it('by Escape, and the rest of the gesture does nothing', () => {
      const all = begin();
      expect(all.model.tools.cancelAll()).toBe(true);
      all.mouse.move(1500, 1500);
      expectHome(all);
      all.mouse.up(1500, 1500);
      expect(all.board.calls).toEqual([]);
      expect(all.model.tools.cancelAll()).toBe(false);
    });

    it('by a pointer that is taken away', () => {
      const all = begin();
      all.mouse.cancel();
      expectHome(all);
      expect(all.model.tools.active().size).toBe(0);
    });

    it('by a pointer that goes down again without having come up', () => {
      const all = begin();
      all.mouse.down(EMPTY.x, EMPTY.y);
      expectHome(all);
    });

    it('by another sheet being shown', () => {
      const all = begin();
      all.model.showSheet('brengen-halen');
      all.pass(200);
      expect(all.place('a')).toEqual({ x: 300, y: 600 });
      expect(all.board.calls).toEqual([]);
      expect(all.model.holding.get()).toBe(false);
    });

    it('by the right to write being taken', () => {
      const all = begin();
      all.board.view.set({ ...all.board.view.get(), access: 'newer-schema' });
      expectHome(all);
      all.mouse.up(900, 900);
      expect(all.board.calls).toEqual([]);
    });
  });

  it('ends when somebody else deletes the sticker, and the others in the hand go on', () => {
    const { pointer, board, place, model, session, pass } = setUp();
    model.selection.set(['b', 'c']);
    const mouse = pointer();
    mouse.down(2000, 1300);
    mouse.move(2100, 1400);
    board.elsewhere.remove('b');
    expect(session.announced.at(-1)).toEqual({
      drag: { sheet: 'partnermodel-canvas', stickers: [{ id: 'c', x: 2400, y: 1400 }] },
    });
    expect(model.selection.get()).toEqual(['c']);
    mouse.move(2100, 1500);
    board.elsewhere.remove('c');
    expect(session.announced.at(-1)).toEqual({ drag: null });
    expect(model.traces.hovered.get()).toEqual([]);
    mouse.move(2200, 1600);
    mouse.up(2200, 1600);
    pass(50);
    expect(board.calls).toEqual([]);
    expect(place('a')).toEqual({ x: 300, y: 600 });
  });

  it('is not possible for who only watches: the view moves instead', () => {
    const { pointer, board, model, place } = setUp({ access: 'observer' });
    const before = model.camera.get();
    const mouse = pointer();
    mouse.down(300, 600);
    mouse.move(500, 600);
    expect([...model.tools.active().values()]).toEqual(['panning']);
    mouse.up(500, 600);
    expect(model.camera.get().x).toBeLessThan(before.x);
    expect(board.calls).toEqual([]);
    expect(place('a')).toEqual({ x: 300, y: 600 });
    pointer().tap(300, 600);
    expect(model.selection.get()).toEqual([]);
  });
});

describe('several hands', () => {
  it('drag each their own sticker, in one announcement', () => {
    const { pointer, place, session, board } = setUp();
    const [left, right] = [pointer(1, 'pen'), pointer(2, 'mouse')];
    left.down(300, 600);
    right.down(2000, 1300);
    left.move(400, 600);
    right.move(2000, 1500);
    expect(session.announced.at(-1)).toEqual({
      drag: {
        sheet: 'partnermodel-canvas',
        stickers: [
          { id: 'a', x: 400, y: 600 },
          { id: 'b', x: 2000, y: 1500 },
        ],
      },
    });
    left.up(400, 600);
    expect(session.announced.at(-1)).toEqual({
      drag: { sheet: 'partnermodel-canvas', stickers: [{ id: 'b', x: 2000, y: 1500 }] },
    });
    right.up(2000, 1500);
    expect(session.announced.at(-1)).toEqual({ drag: null });
    expect(place('a')).toEqual({ x: 400, y: 600 });
    expect(place('b')).toEqual({ x: 2000, y: 1500 });
    expect(board.calls).toEqual(['moveStickers', 'moveStickers']);
  });

  it('do not fight over one sticker: the first has it', () => {
    const { pointer, place, shown, pass } = setUp();
    const [first, second] = [pointer(1, 'pen'), pointer(2, 'mouse')];
    first.down(300, 600);
    first.move(400, 600);
    pass(20);
    second.down(400, 600);
    second.move(900, 900);
    pass(20);
    expect(shown('a')).toEqual({ x: 400, y: 600 });
    second.up(900, 900);
    first.up(400, 600);
    expect(place('a')).toEqual({ x: 400, y: 600 });
  });

  it('a finger that drags is not disturbed by a second finger', () => {
    const { pointer, place, model } = setUp();
    const [one, two] = [pointer(1, 'touch'), pointer(2, 'touch')];
    one.down(300, 600);
    one.move(700, 700);
    const before = model.camera.get();
    two.down(2000, 1300);
    two.move(2000, 1600);
    one.up(700, 700);
    two.up(2000, 1600);
    expect(model.camera.get()).toEqual(before);
    expect(place('a')).toEqual({ x: 700, y: 700 });
    expect(place('b')).toEqual({ x: 2000, y: 1600 });
  });
});

describe('the empty canvas', () => {
  it('pans under one finger, and the mouse of who wants that, the grabbed point staying under it', () => {
    for (const kind of ['touch', 'mouse'] as const) {
      const { screenPointer, model, dragPans } = setUp();
      dragPans.set(true);
      model.camera.set({ x: 3000, y: 1000, scale: 0.6 });
      const grabbed = toSheet(model.camera.get(), { x: 600, y: 400 });
      const finger = screenPointer(1, kind);
      finger.down(600, 400);
      for (let i = 1; i <= 30; i += 1) finger.move(600 + i * 5, 400 - i * 2);
      const at = toView(model.camera.get(), grabbed);
      expect(at.x).toBeCloseTo(750, 6);
      expect(at.y).toBeCloseTo(340, 6);
    }
  });

  it('lets go of the selection at a tap, but keeps it with shift', () => {
    const { pointer, model } = setUp();
    model.selection.set(['a']);
    pointer().tap(EMPTY.x, EMPTY.y, { shift: true });
    expect(model.selection.get()).toEqual(['a']);
    pointer().tap(EMPTY.x, EMPTY.y);
    expect(model.selection.get()).toEqual([]);
  });

  it('starts a sticker at a double tap, with nothing on the board until a letter is written', () => {
    const { pointer, model, board } = setUp();
    pointer().tap(EMPTY.x, EMPTY.y);
    pointer().tap(EMPTY.x, EMPTY.y);
    expect(model.desk.current.get()?.draft?.center.x).toBeCloseTo(EMPTY.x, 6);
    expect(board.calls).toEqual([]);
    pointer().tap(500, 1400);
    expect(board.view.get().byId.size).toBe(3);
  });

  it('does not for who only watches', () => {
    const { pointer, model } = setUp({ access: 'observer' });
    pointer().tap(EMPTY.x, EMPTY.y);
    pointer().tap(EMPTY.x, EMPTY.y);
    expect(model.desk.current.get()).toBeNull();
  });

  it('moves with space or the middle button, also when that begins on a sticker', () => {
    const { pointer, model, place } = setUp();
    model.holdSpace(true);
    const mouse = pointer();
    const before = model.camera.get();
    mouse.down(300, 600);
    mouse.move(400, 700);
    mouse.up(400, 700);
    model.holdSpace(false);
    expect(model.camera.get()).not.toEqual(before);
    mouse.down(300, 600, { button: 1 });
    mouse.move(500, 900);
    expect([...model.tools.active().values()]).toEqual(['panning']);
    mouse.up(500, 900, { button: 1 });
    expect(place('a')).toEqual({ x: 300, y: 600 });
  });

  it('leaves the view where it is when a pan is taken away', () => {
    const { screenPointer, model } = setUp();
    const finger = screenPointer();
    finger.down(700, 900);
    finger.move(800, 900);
    const moved = model.camera.get();
    finger.cancel();
    expect(model.camera.get()).toEqual(moved);
    expect(model.tools.active().size).toBe(0);
  });

  it('lets go of nothing with the right button', () => {
    const { pointer, model, board } = setUp();
    model.selection.set(['a']);
    pointer().tap(EMPTY.x, EMPTY.y, { button: 2 });
    expect(model.selection.get()).toEqual(['a']);
    expect(board.calls).toEqual([]);
  });
});

describe('two fingers', () => {
  it('zoom around the point between them without drift', () => {
    const { screenPointer, model } = setUp();
    model.camera.set({ x: 3000, y: 1400, scale: 0.5 });
    const [one, two] = [screenPointer(1), screenPointer(2)];
    one.down(600, 400);
    two.down(700, 400);
    const between = toSheet(model.camera.get(), { x: 650, y: 400 });
    for (let i = 0; i <= 200; i += 1) {
      const spread = 50 + 40 * Math.sin(i / 7);
      one.move(650 - spread, 400 + i / 4);
      two.move(650 + spread, 400 + i / 4);
    }
    one.move(600, 450);
    two.move(700, 450);
    expect(model.camera.get().scale).toBeCloseTo(0.5, 9);
    const at = toView(model.camera.get(), between);
    expect(at.x).toBeCloseTo(650, 6);
    expect(at.y).toBeCloseTo(450, 6);
  });

  it('zoom by as much as they spread', () => {
    const { screenPointer, model } = setUp();
    model.camera.set({ x: 3000, y: 1400, scale: 0.5 });
    const [one, two] = [screenPointer(1), screenPointer(2)];
    one.down(600, 400);
    two.down(700, 400);
    one.move(550, 400);
    two.move(750, 400);
    expect(model.camera.get().scale).toBeCloseTo(1, 9);
  });

  it('also when they come down on stickers: nothing is dragged, opened or selected', () => {
    const { screenPointer, model, place, board } = setUp();
    const a = toView(model.camera.get(), place('a'));
    const b = toView(model.camera.get(), place('b'));
    const [one, two] = [screenPointer(1), screenPointer(2)];
    one.down(a.x, a.y);
    two.down(b.x, b.y);
    expect([...model.tools.active().values()]).toEqual(['pinching', 'pinching']);
    one.move(a.x - 60, a.y);
    two.move(b.x + 60, b.y);
    one.up(a.x - 60, a.y);
    two.up(b.x + 60, b.y);
    expect(board.calls).toEqual([]);
    expect(model.selection.get()).toEqual([]);
  });

  it('become a pan when one is lifted, without a jump', () => {
    const { screenPointer, model } = setUp();
    model.camera.set({ x: 3000, y: 1400, scale: 0.5 });
    const [one, two] = [screenPointer(1), screenPointer(2)];
    one.down(600, 400);
    two.down(700, 400);
    two.move(800, 400);
    const pinched = model.camera.get();
    two.up(800, 400);
    expect(model.camera.get()).toEqual(pinched);
    one.move(640, 400);
    expect(model.camera.get().scale).toBe(pinched.scale);
    expect(model.camera.get().x).toBeCloseTo(pinched.x - 40 / pinched.scale, 6);
  });

  it('are ended by a cancel of either, and by Escape', () => {
    const { screenPointer, model } = setUp();
    const [one, two] = [screenPointer(1), screenPointer(2)];
    one.down(600, 900);
    two.down(700, 900);
    two.cancel();
    expect([...model.tools.active()]).toEqual([[1, 'panning']]);
    expect(model.tools.cancelAll()).toBe(true);
    const before = model.camera.get();
    one.move(900, 900);
    expect(model.camera.get()).toEqual(before);
    one.up(900, 900);
    expect(model.tools.active().size).toBe(0);
  });

  it('a third finger does not disturb them', () => {
    const { screenPointer, model } = setUp();
    model.camera.set({ x: 3000, y: 1400, scale: 0.5 });
    const [one, two, three] = [screenPointer(1), screenPointer(2), screenPointer(3)];
    one.down(600, 400);
    two.down(700, 400);
    three.down(900, 600);
    one.move(550, 400);
    two.move(750, 400);
    expect(model.camera.get().scale).toBeCloseTo(1, 9);
    three.up(900, 600);
    expect(model.camera.get().scale).toBeCloseTo(1, 9);
  });
});

describe('a field’s label', () => {
  /** On the label of the customers. */
  const LABEL = { x: 3520, y: 240 };

  it('shows its questions at a tap, and hides them at a tap elsewhere', () => {
    const { pointer, model } = setUp();
    pointer().tap(LABEL.x, LABEL.y);
    expect(model.openLabel.get()).toBe('customers');
    pointer().tap(EMPTY.x, EMPTY.y);
    expect(model.openLabel.get()).toBeNull();
  });

  it('shows the field large at a double tap', () => {
    const { pointer, model } = setUp();
    const before = model.camera.get();
    pointer().tap(LABEL.x, LABEL.y);
    pointer().tap(LABEL.x, LABEL.y);
    expect(model.openLabel.get()).toBeNull();
    expect(model.camera.get().scale).toBeGreaterThan(before.scale);
    const middle = toView(model.camera.get(), { x: 3800, y: 1222 });
    expect(middle.x).toBeCloseTo(700, -1);
  });

  it('pans when it is dragged, and shows nothing when that is cancelled', () => {
    const { pointer, model } = setUp();
    const mouse = pointer();
    mouse.down(LABEL.x, LABEL.y);
    mouse.move(LABEL.x - 100, LABEL.y + 100);
    expect([...model.tools.active().values()]).toEqual(['panning']);
    mouse.up(LABEL.x - 100, LABEL.y + 100);
    mouse.down(LABEL.x, LABEL.y);
    mouse.cancel();
    expect(model.openLabel.get()).toBeNull();
  });

  it('gives way to a sticker that lies on it', () => {
    const { pointer, model, board } = setUp();
    board.elsewhere.move('a', LABEL);
    pointer().tap(LABEL.x, LABEL.y);
    expect(model.selection.get()).toEqual(['a']);
    expect(model.openLabel.get()).toBeNull();
  });
});

describe('a sticker deleted by somebody else while pointed at', () => {
  it('is not selected when the pointer goes up', () => {
    const { pointer, model, board } = setUp();
    const mouse = pointer();
    mouse.down(300, 600);
    board.elsewhere.remove('a');
    mouse.up(300, 600);
    expect(model.selection.get()).toEqual([]);
    expect(model.tools.active().size).toBe(0);
  });
});
