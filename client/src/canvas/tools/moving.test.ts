import { SHEET_WITH_PARKING } from '@samenbord/shared/layout';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSheet } from '../camera/camera.ts';
import { setUp } from '../testing/harness.ts';
import { edgeSpeed } from './edgeScroll.ts';
import { LONG_PRESS } from './menuing.ts';

describe('what is dragged', () => {
  it('snaps to its neighbours, shows the lines, and not with control', () => {
    const { pointer, model, place } = setUp();
    const mouse = pointer();
    mouse.down(300, 600);
    // 10 units beside b's left edge: 3 CSS pixels.
    mouse.move(2010, 1700);
    expect(model.hands.held().get('a')?.x).toBeCloseTo(2000, 6);
    expect(model.traces.guides().length).toBeGreaterThan(0);
    mouse.move(2010, 1700, { ctrl: true });
    expect(model.hands.held().get('a')?.x).toBeCloseTo(2010, 6);
    expect(model.traces.guides()).toEqual([]);
    mouse.move(2010, 1700);
    mouse.up(2010, 1700);
    expect(place('a').x).toBeCloseTo(2000, 6);
    expect(model.traces.guides()).toEqual([]);
  });

  it('takes its lines away when it is put back', () => {
    const { pointer, model } = setUp();
    const mouse = pointer();
    mouse.down(300, 600);
    mouse.move(2010, 1700);
    model.tools.cancelAll();
    expect(model.traces.guides()).toEqual([]);
  });

  it('of several snaps as one: their distances stay', () => {
    const { pointer, model } = setUp();
    model.selection.set(['b', 'c']);
    const mouse = pointer();
    mouse.down(2000, 1300);
    mouse.move(310, 900);
    const [b, c] = ['b', 'c'].map((id) => model.hands.held().get(id));
    expect(b?.x).toBeCloseTo(300, 6);
    expect((c?.x ?? 0) - (b?.x ?? 0)).toBeCloseTo(300, 6);
    mouse.cancel();
  });
});

describe('the edge of the view', () => {
  it('scrolls what is held along after a moment, and stops when one moves away', () => {
    const { screenPointer, model, pass } = setUp();
    model.camera.set({ x: 100, y: 300, scale: 1 });
    const mouse = screenPointer(1, 'mouse');
    mouse.down(200, 300);
    mouse.move(1380, 310);
    const before = model.camera.get();
    pass(150);
    expect(model.camera.get()).toEqual(before);
    pass(600);
    const after = model.camera.get();
    expect(after.x).toBeGreaterThan(before.x);
    expect(after.y).toBe(before.y);
    const held = model.hands.held().get('a');
    // The sticker stays under the pointer.
    expect(held?.x).toBeCloseTo(toSheet(after, { x: 1380, y: 310 }).x, -1);
    mouse.move(700, 310);
    const still = model.camera.get();
    pass(600);
    expect(model.camera.get()).toEqual(still);
    mouse.up(700, 310);
  });

  it('scrolls a box that is drawn too', () => {
    const { screenPointer, model, pass } = setUp();
    model.camera.set({ x: 100, y: 1500, scale: 1 });
    const mouse = screenPointer(1, 'mouse');
    mouse.down(700, 500);
    mouse.move(700, 980);
    pass(900);
    expect(model.camera.get().y).toBeGreaterThan(1500);
    mouse.up(700, 980);
  });

  it('does nothing where all of the sheet and the strip beside it is in view', () => {
    const { screenPointer, model, pass } = setUp();
    model.camera.set({ x: -200, y: -200, scale: 0.25 });
    const before = model.camera.get();
    const mouse = screenPointer(1, 'mouse');
    mouse.down(700, 900);
    mouse.move(1399, 989);
    pass(900);
    expect(model.camera.get()).toEqual(before);
    mouse.cancel();
  });

  it('never goes faster the further one is from it, nor past the sheet', () => {
    const view = { width: 1400, height: 900 };
    const at = fc.record({ x: fc.integer({ min: 0, max: 1400 }), y: fc.integer({ min: 0, max: 900 }) });
    fc.assert(
      fc.property(at, fc.integer({ min: -300, max: 4000 }), (point, x) => {
        const speed = edgeSpeed(point, { x, y: 800, scale: 1 }, view);
        expect(Math.abs(speed.x)).toBeLessThanOrEqual(0.9);
        if (point.x > 40 && point.x < 1360) expect(speed.x).toBe(0);
        if (x <= -24) expect(speed.x).toBeGreaterThanOrEqual(0);
        if (x + 1400 >= SHEET_WITH_PARKING.width + 24) expect(speed.x).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('the menu', () => {
  it('opens where the right button is let go, of the sticker there', () => {
    const { pointer, model } = setUp();
    pointer().tap(2000, 1300, { button: 2 });
    expect(model.selection.get()).toEqual(['b']);
    expect(model.menu.get()).toMatchObject({ onSelection: true, region: null });
  });

  it('keeps a selection of which one is pressed', () => {
    const { pointer, model } = setUp();
    model.selection.set(['b', 'c']);
    pointer().tap(2000, 1300, { button: 2 });
    expect(model.selection.get()).toEqual(['b', 'c']);
  });

  it('is of the field where there is no sticker', () => {
    const { pointer, model } = setUp();
    pointer().tap(3900, 1500, { button: 2 });
    expect(model.menu.get()).toMatchObject({ onSelection: false, region: 'customers' });
  });

  it('does not open when the right button moved the sheet', () => {
    const { screenPointer, model } = setUp();
    const before = model.camera.get();
    const mouse = screenPointer(1, 'mouse');
    mouse.down(700, 400, { button: 2 });
    mouse.move(760, 440);
    mouse.up(760, 440, { button: 2 });
    expect(model.menu.get()).toBeNull();
    expect(model.camera.get()).not.toEqual(before);
  });

  it('opens under a finger that stays, and the rest of that touch does nothing', () => {
    const { pointer, model, pass, board } = setUp();
    const finger = pointer(1, 'touch');
    finger.down(2000, 1300);
    pass(LONG_PRESS + 50);
    expect(model.menu.get()).toMatchObject({ onSelection: true });
    finger.move(2300, 1800);
    finger.up(2300, 1800);
    expect(board.calls).toEqual([]);
    expect(model.selection.get()).toEqual(['b']);
  });

  it.each(['moves', 'is lifted', 'is taken away', 'gets company'])(
    'does not under a finger that %s',
    (how) => {
      const { pointer, model, pass } = setUp();
      const finger = pointer(1, 'touch');
      finger.down(2000, 1300);
      if (how === 'moves') finger.move(2300, 1500);
      if (how === 'is lifted') finger.up(2000, 1300);
      if (how === 'is taken away') finger.cancel();
      if (how === 'gets company') pointer(2, 'touch').down(2200, 1700);
      pass(LONG_PRESS + 50);
      expect(model.menu.get()).toBeNull();
    },
  );

  it('goes with the sheet', () => {
    const { pointer, model } = setUp();
    pointer().tap(2000, 1300, { button: 2 });
    model.showSheet('brengen-halen');
    expect(model.menu.get()).toBeNull();
  });
});
