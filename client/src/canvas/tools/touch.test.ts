import type { Point } from '@samenbord/shared/layout';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleRange, toSheet, toView } from '../camera/camera.ts';
import { setUp } from '../testing/harness.ts';
import { LONG_PRESS } from './menuing.ts';

/** Bare sheet, in the field of the customers. */
const EMPTY = { x: 3900, y: 1500 };

describe('one finger', () => {
  it('drags a sticker, pans bare sheet, and edits at a double tap', () => {
    const { pointer, model, place } = setUp();
    const finger = pointer(1, 'touch');
    const before = model.camera.get();
    finger.down(300, 600);
    finger.move(700, 800);
    finger.up(700, 800);
    expect(place('a')).toEqual({ x: 700, y: 800 });
    expect(model.camera.get()).toEqual(before);
    finger.down(EMPTY.x, EMPTY.y);
    finger.move(EMPTY.x - 300, EMPTY.y);
    expect([...model.tools.active().values()]).toEqual(['panning']);
    finger.up(EMPTY.x - 300, EMPTY.y);
    model.camera.set(before);
    finger.tap(700, 800);
    finger.tap(700, 800);
    expect(model.desk.current.get()?.sticker).toBe('a');
  });
});

describe('two fingers', () => {
  const points = fc.record({ x: fc.integer({ min: 200, max: 1200 }), y: fc.integer({ min: 150, max: 850 }) });
  const fingers = fc.tuple(points, points).filter(([a, b]) => Math.hypot(a.x - b.x, a.y - b.y) > 30);

  it('keep the point of the sheet that was between them between them, wherever and how often they move', () => {
    fc.assert(
      fc.property(fingers, fc.array(fingers, { minLength: 1, maxLength: 40 }), (begin, steps) => {
        const { screenPointer, model } = setUp();
        model.camera.set({ x: 800, y: 700, scale: 0.7 });
        const [one, two] = [screenPointer(1), screenPointer(2)];
        one.down(begin[0].x, begin[0].y);
        two.down(begin[1].x, begin[1].y);
        expect(model.tools.active().get(1)).toBe('pinching');
        const grabbed = toSheet(model.camera.get(), between(begin[0], begin[1]));
        const { min, max } = scaleRange(model.camera.view());
        for (const [a, b] of steps) {
          one.move(a.x, a.y);
          two.move(b.x, b.y);
          const { scale } = model.camera.get();
          expect(scale).toBeGreaterThanOrEqual(min);
          expect(scale).toBeLessThanOrEqual(max);
          const now = toView(model.camera.get(), grabbed);
          // Some of the sheet always stays in view: at the outermost the point lags, and comes back below.
          if (isFree(model.camera.get(), model.camera.view())) expectNear(now, between(a, b));
        }
        one.move(begin[0].x, begin[0].y);
        two.move(begin[1].x, begin[1].y);
        expect(model.camera.get().scale).toBeCloseTo(0.7, 9);
        expectNear(toView(model.camera.get(), grabbed), between(begin[0], begin[1]));
      }),
    );
  });

  it('pinch beside a drag: what is dragged stays under its finger, and lands where that is', () => {
    const { pointer, screenPointer, model, shown, place, pass } = setUp();
    const hand = screenPointer(1);
    const at = toView(model.camera.get(), place('a'));
    hand.down(at.x, at.y);
    hand.move(at.x + 60, at.y + 40);
    const [one, two] = [pointer(2, 'touch'), pointer(3, 'touch')];
    one.down(EMPTY.x, EMPTY.y);
    two.down(EMPTY.x + 100, EMPTY.y);
    expect([...model.tools.active().values()]).toEqual(['dragging', 'pinching', 'pinching']);
    const before = model.camera.get().scale;
    two.move(EMPTY.x + 220, EMPTY.y);
    expect(model.camera.get().scale).toBeGreaterThan(before);
    pass(20);
    expectNear(toView(model.camera.get(), shown('a')), { x: at.x + 60, y: at.y + 40 });
    one.up(EMPTY.x, EMPTY.y);
    two.up(EMPTY.x, EMPTY.y);
    const drop = toSheet(model.camera.get(), { x: at.x + 60, y: at.y + 40 });
    hand.up(at.x + 60, at.y + 40);
    expectNear(place('a'), drop);
  });

  it('are not pulled about by a third and a fourth', () => {
    const { pointer, screenPointer, model, place } = setUp();
    model.camera.set({ x: 1500, y: 700, scale: 0.5 });
    const [one, two, three, four] = [1, 2, 3, 4].map((id) => screenPointer(id));
    one?.down(900, 600);
    two?.down(1000, 600);
    three?.down(1100, 800);
    four?.down(1200, 800);
    const names = [...model.tools.active().values()];
    expect(names).toEqual(['pinching', 'pinching', 'resting', 'resting']);
    const before = model.camera.get();
    three?.move(700, 700);
    four?.move(1300, 700);
    expect(model.camera.get()).toEqual(before);
    // On a sticker it is a hand of its own.
    const fifth = pointer(5, 'touch');
    fifth.down(2000, 1300);
    fifth.move(2000, 1700);
    fifth.up(2000, 1700);
    expect(place('b')).toEqual({ x: 2000, y: 1700 });
  });
});

describe('four fingers on four stickers', () => {
  it('each drag their own, at the same time', () => {
    const { pointer, place, board, model } = setUp();
    const fourth = board.commands.addSticker({
      sheet: 'partnermodel-canvas',
      center: { x: 3900, y: 1500 },
      partner: null,
    });
    const starts = [place('a'), place('b'), place('c'), place(fourth ?? '')];
    const hands = starts.map((_, index) => pointer(index + 1, 'touch'));
    for (const [index, hand] of hands.entries()) {
      hand.down(starts[index]?.x ?? 0, starts[index]?.y ?? 0);
      hand.move((starts[index]?.x ?? 0) + 40, (starts[index]?.y ?? 0) + 150, { ctrl: true });
    }
    expect(model.hands.held().size).toBe(4);
    for (const [index, hand] of hands.entries())
      hand.up((starts[index]?.x ?? 0) + 40, (starts[index]?.y ?? 0) + 200, { ctrl: true });
    const ends = ['a', 'b', 'c', fourth ?? ''].map(place);
    expect(ends).toEqual(starts.map(({ x, y }) => ({ x: x + 40, y: y + 200 })));
  });
});

describe('a pen', () => {
  const withPen = () => {
    const all = setUp();
    const pen = all.pointer(9, 'pen');
    pen.tap(EMPTY.x, EMPTY.y);
    all.pass(2000);
    return { ...all, pen };
  };

  it('makes fingers move the view only, by itself, and says so once', () => {
    const { pointer, model, place, pensFound, pen, pass } = withPen();
    expect(pensFound()).toBe(1);
    pen.tap(EMPTY.x, EMPTY.y);
    expect(pensFound()).toBe(1);
    pass(2000);
    const before = model.camera.get();
    const finger = pointer(1, 'touch');
    const home = place('a');
    finger.down(home.x, home.y);
    finger.move(home.x + 300, home.y);
    expect([...model.tools.active().values()]).toEqual(['panning']);
    finger.up(home.x + 300, home.y);
    expect(place('a')).toEqual(home);
    expect(model.camera.get()).not.toEqual(before);
  });

  it('lets two fingers pinch, also on stickers', () => {
    const { pointer, model } = withPen();
    const [one, two] = [pointer(1, 'touch'), pointer(2, 'touch')];
    one.down(2000, 1300);
    two.down(2300, 1300);
    expect([...model.tools.active().values()]).toEqual(['pinching', 'pinching']);
    one.up(2000, 1300);
    two.up(2300, 1300);
    expect(model.selection.get()).toEqual([]);
  });

  it('leaves fingers as they were for who chose that, and takes them from who chose that without a pen', () => {
    const chosen = withPen();
    chosen.penMode.set(false);
    const finger = chosen.pointer(1, 'touch');
    finger.down(300, 600);
    finger.move(700, 700);
    finger.up(700, 700);
    expect(chosen.place('a')).toEqual({ x: 700, y: 700 });
    const without = setUp();
    without.penMode.set(true);
    const other = without.pointer(1, 'touch');
    other.tap(300, 600);
    expect(without.model.selection.get()).toEqual([]);
  });

  it('drags beside a resting palm, which does nothing however it comes and stays', () => {
    const { pointer, screenPointer, model, place, pen, pass } = withPen();
    const before = model.camera.get();
    // Before the pen, and two spots of it.
    const early = [screenPointer(1), screenPointer(2)];
    early[0]?.down(500, 700);
    early[1]?.down(530, 740);
    pen.down(300, 600);
    early[0]?.move(520, 720);
    pen.move(700, 700);
    // While the pen is down, on a sticker.
    const late = pointer(3, 'touch');
    late.down(2000, 1300);
    pass(LONG_PRESS + 100);
    late.move(2200, 1500);
    pen.up(700, 700);
    // Just after it was lifted, or hovers.
    const after = screenPointer(4);
    after.down(600, 700);
    after.move(660, 760);
    for (const hand of [...early, after]) hand.up(600, 700);
    late.up(2200, 1500);
    expect(model.camera.get()).toEqual(before);
    expect(model.menu.get()).toBeNull();
    expect(place('a')).toEqual({ x: 700, y: 700 });
    expect(place('b')).toEqual({ x: 2000, y: 1300 });
    expect(model.selection.get()).toEqual(['a']);
  });

  it('is not disturbed by a wide contact long after, nor by one that rests', () => {
    const { screenPointer, model, pass } = withPen();
    const before = model.camera.get();
    const palm = screenPointer(1);
    palm.down(600, 700, { contact: 90 });
    palm.move(680, 760, { contact: 90 });
    palm.up(680, 760);
    const resting = screenPointer(2);
    resting.down(600, 700);
    pass(LONG_PRESS + 100);
    resting.up(600, 700);
    expect(model.camera.get()).toEqual(before);
    expect(model.menu.get()).toBeNull();
  });

  it('voids a drag that the palm began before it', () => {
    const { pointer, place, board } = setUp();
    const palm = pointer(1, 'touch');
    palm.down(2000, 1300);
    palm.move(2100, 1500);
    pointer(9, 'pen').down(EMPTY.x, EMPTY.y);
    palm.up(2100, 1500);
    expect(board.calls).toEqual([]);
    expect(place('b')).toEqual({ x: 2000, y: 1300 });
  });
});

function between(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function expectNear(a: Point, b: Point): void {
  expect(a.x).toBeCloseTo(b.x, 5);
  expect(a.y).toBeCloseTo(b.y, 5);
}

/** Whether the camera is away from where the sheet would leave the view. */
function isFree(
  { x, y, scale }: { x: number; y: number; scale: number },
  view: { width: number; height: number },
): boolean {
  const left = -x * scale;
  const top = -y * scale;
  return (
    left < view.width - 97 && top < view.height - 97 && left + 4200 * scale > 97 && top + 2970 * scale > 97
  );
}
