import type { Point } from '@samenbord/shared/layout';
import { describe, expect, it } from 'vitest';
import { setUp as setUpAlone } from '../testing/harness.ts';
import { LONG_PRESS } from './menuing.ts';

const EMPTY = { x: 3900, y: 1500 };

/** A canvas that several people stand at. */
function setUp() {
  const all = setUpAlone();
  const written: { readonly what: string | Point; readonly at: Point }[] = [];
  all.model.touch.desks.set({
    write: (what, at) => written.push({ what, at }),
    start: ({ center }, at) => written.push({ what: center, at }),
  });
  return { ...all, written };
}

describe('together at one screen', () => {
  it('three drag three stickers while a fourth begins to write, all with ten fingers on the screen', () => {
    const { pointer, model, place, written } = setUp();
    const before = model.camera.get();
    const hands = [pointer(1, 'touch'), pointer(2, 'touch'), pointer(3, 'touch')];
    const starts = ['a', 'b', 'c'].map(place);
    // All down before any moves.
    for (const [index, hand] of hands.entries()) hand.down(starts[index]?.x ?? 0, starts[index]?.y ?? 0);
    const resting = [5, 6, 7, 8, 9, 10].map((id) => pointer(id, 'touch'));
    for (const [index, hand] of resting.entries()) hand.down(3300 + index * 120, 500 + index * 400);
    for (const [index, hand] of hands.entries())
      hand.move((starts[index]?.x ?? 0) + 30, (starts[index]?.y ?? 0) + 300, { ctrl: true });
    const writer = pointer(4, 'touch');
    writer.tap(EMPTY.x, EMPTY.y);
    writer.tap(EMPTY.x, EMPTY.y);
    expect(model.tools.active().size).toBe(9);
    expect(model.hands.held().size).toBe(3);
    expect(written.map(({ what }) => what)).toEqual([
      { x: expect.closeTo(EMPTY.x), y: expect.closeTo(EMPTY.y) },
    ]);
    for (const [index, hand] of hands.entries())
      hand.up((starts[index]?.x ?? 0) + 30, (starts[index]?.y ?? 0) + 300, { ctrl: true });
    expect(['a', 'b', 'c'].map(place)).toEqual(starts.map(({ x, y }) => ({ x: x + 30, y: y + 300 })));
    expect(model.camera.get()).toEqual(before);
  });

  it('one finger moves no view: not on bare sheet, a label, a locked sticker, at the edge or by a tap', () => {
    const { pointer, model, board, pass, place } = setUp();
    board.commands.setLocked(['b'], true);
    const before = model.camera.get();
    const finger = pointer(1, 'touch');
    for (const from of [EMPTY, { x: 3520, y: 240 }, place('b')]) {
      finger.down(from.x, from.y);
      finger.move(from.x - 300, from.y + 200);
      finger.up(from.x - 300, from.y + 200);
    }
    finger.tap(3520, 240);
    finger.tap(3520, 240);
    expect(model.openLabel.get()).toBe('customers');
    model.camera.set({ x: 0, y: 0, scale: 1 });
    finger.down(300, 600);
    finger.move(1395, 600);
    pass(1500);
    finger.up(1395, 600);
    expect(model.camera.get()).toEqual({ x: 0, y: 0, scale: 1 });
    model.camera.set(before);
  });

  it.each([
    ['two fingers of one hand on bare sheet', 0, 100, true],
    ['two people’s fingers', 0, 500, false],
    ['a finger that was there long before', 1200, 100, false],
  ])('%s', (_who, wait, apart, pinches) => {
    const { screenPointer, model, pass } = setUp();
    const before = model.camera.get();
    const [one, two] = [screenPointer(1), screenPointer(2)];
    one.down(700, 880);
    pass(Math.min(wait, LONG_PRESS - 20));
    two.down(700 + apart, 880, wait > 0 ? { time: 10_000 + wait } : {});
    two.move(700 + apart + 100, 880);
    expect([...model.tools.active().values()].includes('pinching')).toBe(pinches);
    if (pinches) expect(model.camera.get().scale).toBeGreaterThan(before.scale);
    else expect(model.camera.get()).toEqual(before);
    // What is left of a pinch is one finger, which moves nothing.
    two.up(700 + apart + 100, 880);
    const pinched = model.camera.get();
    one.move(900, 700);
    expect(model.camera.get()).toEqual(pinched);
  });

  it('two fingers of which one is on a sticker are two hands', () => {
    const { pointer, model, place } = setUp();
    const [one, two] = [pointer(1, 'touch'), pointer(2, 'touch')];
    one.down(2600, 1500);
    two.down(2300, 1300);
    two.move(2300, 1600, { ctrl: true });
    two.up(2300, 1600, { ctrl: true });
    expect(model.tools.active().get(1)).toBe('pointingCanvas');
    expect(place('c')).toEqual({ x: 2300, y: 1600 });
  });

  it('taps of two people in turn are two double taps, each at its own place', () => {
    const { pointer, written, place } = setUp();
    const [one, two] = [pointer(1, 'touch'), pointer(2, 'touch')];
    one.tap(300, 600);
    two.tap(2000, 1300);
    one.tap(300, 600);
    two.tap(2000, 1300);
    expect(written.map(({ what }) => what)).toEqual(['a', 'b']);
    expect(written[0]?.at).not.toEqual(written[1]?.at);
    expect(place('a')).toEqual({ x: 300, y: 600 });
  });

  it('nobody’s finger ends what another writes, nor takes along what another selected', () => {
    const { pointer, model, place } = setUp();
    model.desk.writeIn('a');
    model.selection.set(['a', 'c']);
    const finger = pointer(1, 'touch');
    finger.down(1200, 1000);
    finger.move(1300, 1200);
    finger.up(1300, 1200);
    expect(model.desk.current.get()?.sticker).toBe('a');
    expect(place('a')).toEqual({ x: 300, y: 600 });
    expect(place('c')).toEqual({ x: 2300, y: 1300 });
  });

  it('one person’s pen leaves the others their fingers, but not the hand that holds it', () => {
    const { pointer, place, pensFound } = setUp();
    const pen = pointer(9, 'pen');
    pen.down(EMPTY.x, EMPTY.y);
    const [other, palm] = [pointer(1, 'touch'), pointer(2, 'touch')];
    other.down(300, 600);
    other.move(700, 700);
    other.up(700, 700);
    palm.down(EMPTY.x + 100, EMPTY.y + 200);
    palm.move(EMPTY.x + 150, EMPTY.y + 300);
    palm.up(EMPTY.x + 150, EMPTY.y + 300);
    pen.up(EMPTY.x, EMPTY.y);
    expect(place('a')).toEqual({ x: 700, y: 700 });
    expect(pensFound()).toBe(0);
  });

  it('the mouse of who leads goes on as ever', () => {
    const { pointer, model, dragPans } = setUp();
    dragPans.set(true);
    const before = model.camera.get();
    const mouse = pointer(1, 'mouse');
    mouse.down(EMPTY.x, EMPTY.y);
    mouse.move(EMPTY.x - 300, EMPTY.y);
    expect(model.camera.get()).not.toEqual(before);
  });
});
