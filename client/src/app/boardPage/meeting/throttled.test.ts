import { describe, expect, it } from 'vitest';
import { throttled } from './throttled.ts';

function setUp() {
  const ran: number[] = [];
  let pending: (() => void) | undefined;
  const { call, stop } = throttled<number>(
    (value) => ran.push(value),
    250,
    (then) => {
      pending = then;
      return () => {
        pending = undefined;
      };
    },
  );
  const pass = (): void => {
    const then = pending;
    pending = undefined;
    then?.();
  };
  return { ran, call, stop, pass };
}

describe('throttled', () => {
  it('runs the first at once, the last in the end, and what lies between not', () => {
    const { ran, call, pass } = setUp();
    for (const n of [1, 2, 3]) call(n);
    expect(ran).toEqual([1]);
    pass();
    expect(ran).toEqual([1, 3]);
    pass();
    call(4);
    expect(ran).toEqual([1, 3, 4]);
  });

  it('runs nothing more once stopped', () => {
    const { ran, call, stop, pass } = setUp();
    call(1);
    call(2);
    stop();
    pass();
    expect(ran).toEqual([1]);
  });
});
