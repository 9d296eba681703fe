import { decodeInk, encodeInk, INK_GRAIN, INK_SIDE, INK_WIDTHS } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pressKey } from '../dom/keyboard.ts';
import { setUp } from '../testing/harness.ts';
import { togglePen } from './pen.ts';
import { sampled, thinned } from './thinning.ts';

const drawing = (me: Parameters<typeof setUp>[0] = {}) => {
  const canvas = setUp(me);
  const timers: (() => void)[] = [];
  togglePen(canvas.model, (run) => timers.push(run));
  const told = () => canvas.session.announced.filter((one) => 'ink' in one).at(-1)?.ink;
  return { ...canvas, told, runTimers: () => timers.splice(0).forEach((run) => void run()) };
};
const pointsOf = (bytes: Uint8Array | undefined) => decodeInk(bytes ?? new Uint8Array()) ?? [];

describe('the rubber beside a colleague', () => {
  it('uncovers a stroke that somebody else rubbed out meanwhile, and rubs out the others', () => {
    const { model, board, pointer } = drawing();
    const view = board.view.get();
    const sheet = view.sheets['partnermodel-canvas'];
    const ink = [1480, 1520].map((y) => ({
      id: `at-${y}`,
      ground: { sheet: sheet.key },
      partner: null,
      width: 8,
      points: encodeInk([3500, 3900].map((x) => ({ x: x * INK_GRAIN, y: y * INK_GRAIN }))),
    }));
    const show = (strokes: typeof ink) =>
      board.view.set({ ...view, sheets: { ...view.sheets, [sheet.key]: { ...sheet, ink: strokes } } });
    show(ink);
    model.pen.set({ act: 'erase', width: 'medium' });
    const hand = pointer();
    hand.down(3600, 1450);
    hand.move(3600, 1550);
    expect(model.traces.inked()).toHaveLength(2);
    show(ink.slice(1));
    expect(model.traces.inked()).toHaveLength(1);
    hand.up(3600, 1550);
    expect(board.calls).toEqual(['eraseInk at-1520']);
    expect(model.traces.inked()).toEqual([]);
  });
});

describe('the pen', () => {
  it('draws on the sheet, in the colour of whose panel it is or of the own partner, and drags nothing', () => {
    const { pointer, board, model } = drawing({ me: { role: 'partner', partner: 'gemeente' } });
    const hand = pointer();
    hand.down(1000, 1000);
    for (let x = 1000; x <= 1400; x += 20) hand.move(x, 1000 + (x - 1000) / 2);
    expect(model.traces.inked()).toHaveLength(1);
    hand.up(1400, 1200);
    expect(board.calls).toEqual(['addInk']);
    const [made] = board.inked;
    expect(made).toMatchObject({
      ground: { sheet: 'partnermodel-canvas' },
      partner: 'gemeente',
      width: INK_WIDTHS.medium,
    });
    // A straight way is its two ends.
    expect(pointsOf(made?.points)).toEqual([
      { x: 1000 * INK_GRAIN, y: 1000 * INK_GRAIN },
      { x: 1400 * INK_GRAIN, y: 1200 * INK_GRAIN },
    ]);
    expect(model.traces.inked()).toEqual([]);
    expect(model.selection.get()).toEqual([]);
  });

  it('draws on a sticker it stays on, and on the sheet when it leaves it', () => {
    const { pointer, board } = drawing();
    const hand = pointer();
    hand.down(2000, 1300);
    hand.move(2055, 1300);
    hand.up(2055, 1355);
    const [on] = board.inked;
    expect(on?.ground).toEqual({ sticker: 'b' });
    expect(on?.width).toBeCloseTo((INK_WIDTHS.medium * INK_SIDE) / 220);
    expect(pointsOf(on?.points)[0]).toEqual({ x: 0, y: 0 });
    expect(pointsOf(on?.points)[1]).toEqual({ x: 250, y: 0 });
    hand.down(2000, 1300);
    hand.move(2300, 1800);
    hand.up(2300, 1800);
    expect(board.inked[1]?.ground).toEqual({ sheet: 'partnermodel-canvas' });
  });

  it('keeps the pressure of a pen, and where it came by between two events', () => {
    const { pointer, board } = drawing();
    const pen = pointer(4, 'pen');
    pen.down(1000, 1000, { pressure: 0.2 });
    pen.move(1200, 1000, { pressure: 1, between: [{ at: { x: 340, y: 400 }, pressure: 0.5 }] });
    pen.up(1200, 1000, { pressure: 1 });
    const points = pointsOf(board.inked[0]?.points);
    expect(points).toHaveLength(3);
    expect(points.map(({ pressure = 0 }) => Math.round(pressure * 10) / 10)).toEqual([0.2, 0.5, 1]);
  });

  it('is one for each hand: four at once are four strokes', () => {
    const { pointer, board, told } = drawing();
    const hands = [1, 2, 3, 4].map((id) => pointer(id, 'mouse'));
    hands.forEach((hand, i) => void hand.down(900 + i * 300, 2000));
    hands.forEach((hand, i) => void hand.move(1000 + i * 300, 2100));
    expect(told()?.strokes).toHaveLength(4);
    hands.forEach((hand, i) => void hand.up(1000 + i * 300, 2200));
    expect(board.inked).toHaveLength(4);
  });

  it('tells the others while it draws, and a little longer, and never more than they need', () => {
    const { pointer, told, runTimers } = drawing();
    const hand = pointer();
    hand.down(1000, 1000);
    for (let i = 0; i < 1_500; i += 1) hand.move(1500 + 500 * Math.sin(i / 9), 1500 + 500 * Math.cos(i / 13));
    const [stroke] = told()?.strokes ?? [];
    expect(stroke?.points.length).toBeLessThanOrEqual(161);
    expect(JSON.stringify(told()).length).toBeLessThan(LIMITS.presence / 4);
    hand.up(1000, 1000);
    expect(told()?.strokes).toHaveLength(1);
    runTimers();
    expect(told()).toBeNull();
  });

  it.each(['is lost', 'is escaped'])('leaves nothing when it %s', (how) => {
    const { pointer, board, model, told } = drawing();
    const hand = pointer();
    hand.down(1000, 1000);
    hand.move(1200, 1200);
    if (how === 'is lost') hand.cancel();
    else model.tools.cancelAll();
    hand.up(1300, 1300);
    expect(board.inked).toEqual([]);
    expect(model.traces.inked()).toEqual([]);
    expect(told()).toBeNull();
  });

  it('is laid down with Escape, after what it draws, and when one may not write any more', () => {
    const { model, board, pointer } = drawing();
    const context = {
      model,
      remove: () => undefined,
      enterToolbar: () => undefined,
      choosePictures: () => undefined,
      focusedField: () => ({ region: null, at: { x: 0, y: 0 } }),
    };
    const letGo = { key: 'Escape', ctrl: false, shift: false, alt: false };
    const hand = pointer();
    hand.down(1000, 1000);
    hand.move(1100, 1100);
    expect(pressKey(context, letGo)).toBe(true);
    expect(model.pen.get()).not.toBeNull();
    hand.up(1100, 1100);
    expect(pressKey(context, letGo)).toBe(true);
    expect(model.pen.get()).toBeNull();
    togglePen(model);
    board.view.set({ ...board.view.get(), access: 'frozen' });
    expect(model.pen.get()).toBeNull();
  });

  it('gives way to two fingers that come together: they move the sheet, and draw nothing', () => {
    const { screenPointer, model, board } = drawing();
    const before = model.camera.get();
    const [a, b] = [screenPointer(1), screenPointer(2)];
    a.down(500, 400);
    b.down(700, 400);
    a.move(400, 400);
    b.move(800, 400);
    expect(model.camera.get().scale).toBeGreaterThan(before.scale);
    a.up(400, 400);
    b.up(800, 400);
    expect(board.inked).toEqual([]);
    expect(model.traces.inked()).toEqual([]);
  });
});

describe('the rubber', () => {
  const withInk = () => {
    const canvas = drawing();
    const { board, model } = canvas;
    const view = board.view.get();
    const stroke = (id: string, x: number) => ({
      id,
      ground: { sheet: 'partnermodel-canvas' as const },
      partner: null,
      width: 12,
      z: 0,
      points: encodeInk([
        { x: x * INK_GRAIN, y: 1000 * INK_GRAIN },
        { x: x * INK_GRAIN, y: 1400 * INK_GRAIN },
      ]),
    });
    const onSticker = {
      ...stroke('onB', 0),
      ground: { sticker: 'b' },
      width: 50,
      points: encodeInk([{ x: 250, y: 250 }]),
    };
    const key = 'partnermodel-canvas';
    const stickers = view.sheets[key].stickers.map((one) =>
      one.id === 'b' ? { ...one, ink: [onSticker] } : one,
    );
    const sheet = { ...view.sheets[key], stickers, ink: [stroke('left', 1000), stroke('right', 1500)] };
    board.view.set({
      ...view,
      ink: 3,
      sheets: { ...view.sheets, [key]: sheet },
      byId: new Map(stickers.map((one) => [one.id, one])),
    });
    model.pen.set({ act: 'erase', width: 'medium' });
    return canvas;
  };

  it('takes whole strokes it crosses, however quick the hand, on the sheet and on stickers: one step', () => {
    const { pointer, board, model } = withInk();
    const hand = pointer();
    hand.down(800, 1200);
    hand.move(1200, 1200);
    expect(model.traces.inked()).toMatchObject([{ erased: true }]);
    hand.move(2055, 1355);
    hand.up(2055, 1355);
    expect(board.calls).toEqual(['eraseInk left right onB']);
    expect(model.traces.inked()).toEqual([]);
  });

  it('touches nothing beside its way, and nothing when it is cancelled', () => {
    const { pointer, board, model } = withInk();
    const hand = pointer();
    hand.down(1100, 900);
    hand.move(1400, 1600);
    hand.up(1400, 1600);
    hand.down(900, 1200);
    hand.move(1100, 1200);
    hand.cancel();
    expect(board.calls).toEqual([]);
    expect(model.traces.inked()).toEqual([]);
  });

  it('is the other end of a pen', () => {
    const { pointer, board, model } = withInk();
    model.pen.set({ act: 'draw', width: 'thick' });
    const pen = pointer(2, 'pen');
    pen.down(900, 1200, { button: 5 });
    pen.move(1100, 1200, { button: -1 });
    pen.up(1100, 1200, { button: 5 });
    expect(board.calls).toEqual(['eraseInk left']);
  });
});

describe('the points of a stroke', () => {
  const step = fc.record({
    x: fc.double({ min: 0, max: 500, noNaN: true }),
    y: fc.double({ min: 0, max: 500, noNaN: true }),
  });

  it('are never more than it may have, and keep its ends', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 300 }),
        fc.integer({ min: 3, max: 60 }),
        (steps, most) => {
          const kept = thinned(steps, 0.1, most);
          expect(kept.length).toBeLessThanOrEqual(most);
          expect(kept[0]).toBe(steps[0]);
          expect(kept.at(-1)).toBe(steps.at(-1));
          expect(sampled(steps, most).length).toBeLessThanOrEqual(most + 1);
          expect(sampled(steps, most).at(-1)).toBe(steps.at(-1));
        },
      ),
    );
  });
});
