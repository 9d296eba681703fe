import { describe, expect, it } from 'vitest';
import { type WheelInput, wheelReader } from './wheel.ts';

const event = (change: Partial<WheelInput>): WheelInput => ({
  deltaX: 0,
  deltaY: 0,
  deltaMode: 0,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  time: 0,
  ...change,
});

describe('wheel', () => {
  it('zooms by a notch of a mouse wheel, in and out', () => {
    const read = wheelReader();
    const near = read(event({ deltaY: -100, time: 1000 }));
    const far = read(event({ deltaY: 100, time: 2000 }));
    if (near.kind !== 'zoom' || far.kind !== 'zoom') throw new Error('no zoom');
    expect(near.factor).toBeGreaterThan(1);
    expect(near.factor * far.factor).toBeCloseTo(1, 10);
    expect(near.smooth).toBe(true);
  });

  it('takes lines for a mouse wheel too', () => {
    expect(wheelReader()(event({ deltaY: 3, deltaMode: 1, time: 1000 })).kind).toBe('zoom');
  });

  it('pans by two fingers on a trackpad, also when they get quick', () => {
    const read = wheelReader();
    expect(read(event({ deltaX: 1, deltaY: 3, time: 1000 }))).toEqual({ kind: 'pan', by: { x: -1, y: -3 } });
    expect(read(event({ deltaY: 140, time: 1016 }))).toEqual({ kind: 'pan', by: { x: -0, y: -140 } });
  });

  it('zooms by a pinch at once, at the speed of the fingers', () => {
    const intent = wheelReader()(event({ deltaY: -10, ctrlKey: true, time: 1000 }));
    if (intent.kind !== 'zoom') throw new Error('no zoom');
    expect(intent.smooth).toBe(false);
    expect(intent.factor).toBeCloseTo(Math.exp(0.1), 6);
  });

  it('never zooms far by one event', () => {
    const intent = wheelReader()(event({ deltaY: -100_000, time: 1000 }));
    if (intent.kind !== 'zoom') throw new Error('no zoom');
    expect(intent.factor).toBeLessThan(1.7);
  });

  it('pans sideways with shift', () => {
    expect(wheelReader()(event({ deltaY: 100, shiftKey: true, time: 1000 }))).toEqual({
      kind: 'pan',
      by: { x: -100, y: 0 },
    });
  });
});
