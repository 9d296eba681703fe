import { describe, expect, it } from 'vitest';
import { setUp } from '../testing/harness.ts';
import { LARGE_STEP, STEP } from './nudging.ts';

describe('arrow keys', () => {
  it('move a sticker by steps and lay it down once, when the key comes up', () => {
    const { model, place, shown, board, pass } = setUp();
    for (let i = 0; i < 4; i += 1) model.nudging.press(['a'], 1, 0, false);
    model.nudging.press(['a'], 0, -1, true);
    pass(20);
    expect(shown('a')).toEqual({ x: 300 + 4 * STEP, y: 600 - LARGE_STEP });
    expect(place('a')).toEqual({ x: 300, y: 600 });
    model.nudging.release();
    expect(place('a')).toEqual({ x: 300 + 4 * STEP, y: 600 - LARGE_STEP });
    expect(board.calls).toEqual(['moveStickers']);
    model.nudging.release();
    expect(board.calls).toEqual(['moveStickers']);
  });

  it('light up the field the sticker comes to', () => {
    const { model } = setUp();
    for (let i = 0; i < 3; i += 1) model.nudging.press(['b'], 0, -1, true);
    expect(model.traces.hovered.get()).toEqual(['jointProposition']);
    model.nudging.release();
    expect(model.traces.hovered.get()).toEqual([]);
  });

  it('are taken back by Escape', () => {
    const { model, place, shown, board, pass } = setUp();
    model.nudging.press(['a'], 1, 0, true);
    expect(model.nudging.cancel()).toBe(true);
    pass(200);
    expect(shown('a')).toEqual({ x: 300, y: 600 });
    expect(place('a')).toEqual({ x: 300, y: 600 });
    expect(board.calls).toEqual([]);
    expect(model.nudging.cancel()).toBe(false);
  });

  it('end when somebody else deletes the sticker', () => {
    const { model, board, session } = setUp();
    model.nudging.press(['a'], 1, 0, true);
    board.elsewhere.remove('a');
    expect(session.announced.at(-1)).toEqual({ drag: null });
    model.nudging.release();
    expect(board.calls).toEqual([]);
    expect(model.traces.hovered.get()).toEqual([]);
  });

  it('move nothing for who only watches', () => {
    const { model, session } = setUp({ access: 'observer' });
    const before = session.announced.length;
    model.nudging.press(['a'], 1, 0, true);
    model.nudging.release();
    expect(session.announced.length).toBe(before);
  });
});
