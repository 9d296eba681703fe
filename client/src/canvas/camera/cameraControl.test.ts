import { SHEET_RECT, SHEET_WITH_PARKING } from '@samenbord/shared/layout';
import { describe, expect, it } from 'vitest';
import { toSheet, toView } from './camera.ts';
import { createCameraControl } from './cameraControl.ts';

function setUp(options: { reduced?: boolean; width?: number; height?: number } = {}) {
  let time = 1000;
  let asked = 0;
  const control = createCameraControl({
    now: () => time,
    requestFrame: () => {
      asked += 1;
    },
    reducedMotion: () => options.reduced ?? false,
  });
  control.resize({ width: options.width ?? 1440, height: options.height ?? 800 });
  /** Runs frames of 16 ms until it says that it needs none. */
  const settle = (): void => {
    for (let i = 0; i < 500; i += 1) {
      time += 16;
      if (!control.step(time)) return;
    }
    throw new Error('the camera never came to rest');
  };
  const frame = (): void => {
    time += 16;
    control.step(time);
  };
  return { control, settle, frame, asked: () => asked, wait: (ms: number) => (time += ms) };
}

describe('camera control', () => {
  it('begins with the whole sheet, and follows the size of the view until somebody moves it', () => {
    const { control } = setUp();
    const first = control.get();
    control.resize({ width: 720, height: 400 });
    expect(control.get().scale).toBeLessThan(first.scale);
    control.set({ ...control.get(), scale: 1 });
    control.resize({ width: 1440, height: 800 });
    expect(control.get().scale).toBe(1);
  });

  it('shows what came beside the sheet too, to who sees all of it, and lets all of it be reached', () => {
    const { control, settle } = setUp({ width: 390, height: 760 });
    const edge = () => toView(control.get(), { x: SHEET_WITH_PARKING.width, y: 0 }).x;
    const sheet = control.get();
    expect(edge()).toBeGreaterThan(390);
    control.cover(SHEET_WITH_PARKING);
    settle();
    expect(edge()).toBeCloseTo(378, 6);
    expect(control.fitted()).toBe(true);
    control.cover(SHEET_RECT);
    settle();
    expect(control.get()).toEqual(sheet);
    // Who looks closer stays where they are, and can go as far as there is something.
    control.set({ x: 4000, y: 500, scale: 1 });
    control.cover(SHEET_WITH_PARKING);
    expect(control.get().x).toBe(4000);
    control.set({ x: 4600, y: 500, scale: 1 });
    expect(control.get().x).toBe(4600);
    control.cover(SHEET_RECT);
    control.panBy(0, 0);
    expect(control.get().x).toBe(4200 - 96);
  });

  it('shows a box as large as fits between what lies over the edges', () => {
    const { control, settle } = setUp();
    const box = { x: 60, y: 210, width: 1000, height: 600 };
    control.fill(box, { top: 120, right: 16, bottom: 80, left: 16 });
    settle();
    const [start, end] = [toView(control.get(), box), toView(control.get(), { x: 1060, y: 810 })];
    expect(start.y).toBeCloseTo(120, 6);
    expect(end.y).toBeCloseTo(720, 6);
    expect((start.x + end.x) / 2).toBeCloseTo(720, 6);
    expect(control.fitted()).toBe(false);
  });

  it('keeps the middle in the middle when the view changes size', () => {
    const { control } = setUp();
    control.set({ x: 500, y: 500, scale: 1 });
    const middle = toSheet(control.get(), { x: 720, y: 400 });
    control.resize({ width: 800, height: 600 });
    const after = toView(control.get(), middle);
    expect(after.x).toBeCloseTo(400, 6);
    expect(after.y).toBeCloseTo(300, 6);
  });

  it('begins with all of the sheet on a phone held upright, clear of the controls', () => {
    const { control } = setUp({ width: 390, height: 760 });
    const start = toView(control.get(), { x: 0, y: 0 });
    const end = toView(control.get(), { x: 4200, y: 2970 });
    expect(start.x).toBeCloseTo(12, 6);
    expect(end.x).toBeCloseTo(378, 6);
    expect(start.y).toBeGreaterThan(0);
    expect(end.y).toBeLessThan(600);
  });

  it('pans no further than needed to have something in view, clear of the controls', () => {
    const { control } = setUp({ width: 390, height: 760, reduced: true });
    control.set({ x: 1000, y: 1000, scale: 0.5 });
    const inside = { x: 1100, y: 1100, width: 220, height: 220 };
    control.reveal(inside);
    expect(control.get()).toEqual({ x: 1000, y: 1000, scale: 0.5 });
    const low = { x: 1100, y: 2200, width: 220, height: 220 };
    control.reveal(low);
    expect(toView(control.get(), { x: 1100, y: 2420 }).y).toBeCloseTo(556, 6);
    control.reveal(low, 300);
    expect(toView(control.get(), { x: 1100, y: 2420 }).y).toBeCloseTo(460, 6);
    const left = { x: 200, y: 2200, width: 220, height: 220 };
    control.reveal(left);
    expect(toView(control.get(), left).x).toBeCloseTo(12, 6);
    expect(control.get().scale).toBe(0.5);
  });

  it('flies there in a while, and at once for who wants no motion', () => {
    const { control, frame, settle } = setUp();
    const target = { x: 1000, y: 800, scale: 0.9 };
    control.flyTo(target);
    frame();
    expect(control.get().scale).toBeLessThan(0.9);
    settle();
    expect(control.get()).toEqual(target);
    const calm = setUp({ reduced: true });
    calm.control.flyTo(target);
    expect(calm.control.get()).toEqual(target);
  });

  it('eases a wheel’s zoom around the pointer, steps adding up', () => {
    const { control, frame, settle } = setUp();
    const before = control.get();
    const at = { x: 300, y: 200 };
    const under = toSheet(before, at);
    control.zoomBy(at, 1.2);
    frame();
    control.zoomBy(at, 1.2);
    settle();
    expect(control.get().scale).toBeCloseTo(before.scale * 1.44, 5);
    const after = toView(control.get(), under);
    expect(after.x).toBeCloseTo(at.x, 3);
    expect(after.y).toBeCloseTo(at.y, 3);
  });

  it('lets a hand take over from a flight', () => {
    const { control, frame, settle } = setUp();
    control.flyTo({ x: 1000, y: 800, scale: 0.9 });
    frame();
    control.set({ x: 10, y: 10, scale: 0.5 });
    settle();
    expect(control.get()).toEqual({ x: 10, y: 10, scale: 0.5 });
  });

  it('glides on after a quick pan and comes to rest', () => {
    const { control, settle } = setUp();
    control.set({ x: 1000, y: 1000, scale: 1 });
    control.glide(-1, 0);
    settle();
    expect(control.get().x).toBeGreaterThan(1050);
    expect(control.get().y).toBe(1000);
    expect(control.resting()).toBe(true);
  });

  it('tells once that it rests, and again after the next movement', () => {
    const { control, settle } = setUp();
    let rests = 0;
    control.onRest(() => {
      rests += 1;
    });
    settle();
    settle();
    expect(rests).toBe(1);
    control.panBy(5, 5);
    expect(control.resting()).toBe(false);
    settle();
    expect(rests).toBe(2);
  });

  it('asks for frames only while there is something to do', () => {
    const { control, settle, asked } = setUp();
    settle();
    const before = asked();
    expect(control.step(1e6)).toBe(false);
    expect(asked()).toBe(before);
  });

  it('chases a view softly, and arrives with all of it in view', () => {
    const { control, frame, settle } = setUp();
    const start = control.get();
    control.chase({ x: 1_000, y: 800, width: 1_440, height: 400 });
    frame();
    expect(control.get()).not.toEqual(start);
    expect(control.get().scale).toBeLessThan(0.9);
    control.chase({ x: 1_100, y: 800, width: 1_440, height: 400 });
    settle();
    expect(control.get()).toEqual({ x: 1_100, y: 600, scale: 1 });
  });
});
