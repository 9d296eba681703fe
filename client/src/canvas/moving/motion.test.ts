import { describe, expect, it } from 'vitest';
import { fakeBoard, makeView } from '../testing/fakeBoard.ts';
import { PARTNERS } from '../testing/harness.ts';
import { createMotion } from './motion.ts';

const KEY = 'partnermodel-canvas';
const viewWith = (count: number) =>
  makeView(
    PARTNERS,
    Array.from({ length: count }, (_, i) => ({ id: `s${i}`, sheet: KEY, center: { x: 500, y: 500 + i } })),
  );

const NOBODY = new Map();
const NO_HANDS = new Map();

function setUp({ reduced = false, count = 1 } = {}) {
  const motion = createMotion(() => reduced);
  const board = fakeBoard(viewWith(count));
  let sheet = board.view.get().sheets[KEY];
  motion.boardChanged(undefined, sheet);
  board.view.subscribe(() => {
    const next = board.view.get().sheets[KEY];
    motion.boardChanged(sheet, next);
    sheet = next;
  });
  let time = 1000;
  const frame = (hands = NO_HANDS, mine = NOBODY) => {
    time += 16;
    return motion.step(time, mine, hands);
  };
  return { motion, board, frame };
}

describe('motion', () => {
  it('rests while nothing moves', () => {
    const { frame, motion } = setUp();
    expect(frame()).toEqual({ lifted: [], landed: [], changed: false, alive: false });
    expect(motion.moving().size).toBe(0);
  });

  it('smooths another’s hand: a jump of thirty a second becomes a way of sixty', () => {
    const { frame, motion } = setUp();
    const hands = new Map([['s0', [{ client: 1, point: { x: 900, y: 500 } }]]]);
    expect(frame(hands)).toMatchObject({ lifted: ['s0'], changed: true, alive: true });
    const seen: number[] = [];
    for (let i = 0; i < 60; i += 1) {
      frame(hands);
      seen.push(motion.moving().get('s0')?.point.x ?? 0);
    }
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen[0]).toBeLessThan(800);
    expect(seen.at(-1)).toBe(900);
  });

  it('lets a sticker glide to where the document has it now, and land', () => {
    const { frame, motion, board } = setUp();
    board.elsewhere.move('s0', { x: 800, y: 500 });
    expect(frame().lifted).toEqual(['s0']);
    const sticker = board.view.get().byId.get('s0');
    if (!sticker) throw new Error('no sticker');
    expect(motion.centerOf(sticker).x).toBeLessThan(800);
    let landed: readonly string[] = [];
    for (let i = 0; i < 60 && landed.length === 0; i += 1) landed = frame().landed;
    expect(landed).toEqual(['s0']);
    expect(motion.centerOf(sticker)).toEqual({ x: 800, y: 500 });
    expect(frame().alive).toBe(false);
  });

  it('does not glide for who wants no motion, nor when a whole board moves', () => {
    const calm = setUp({ reduced: true });
    calm.board.elsewhere.move('s0', { x: 800, y: 500 });
    expect(calm.frame().lifted).toEqual([]);
    const many = setUp({ count: 200 });
    const ids = Array.from({ length: 200 }, (_, i) => `s${i}`);
    many.board.commands.moveStickers(KEY, new Map(ids.map((id, i) => [id, { x: 900, y: 300 + i }])));
    expect(many.frame().lifted).toEqual([]);
  });

  it('does not lag behind my own hand', () => {
    const { frame, motion } = setUp();
    frame(NO_HANDS, new Map([['s0', { x: 1234, y: 99 }]]));
    expect(motion.moving().get('s0')?.point).toEqual({ x: 1234, y: 99 });
  });

  it('lands a sticker that was deleted in the air', () => {
    const { frame, motion, board } = setUp();
    const hands = new Map([['s0', [{ client: 1, point: { x: 900, y: 500 } }]]]);
    frame(hands);
    board.elsewhere.remove('s0');
    expect(frame(hands).landed).toEqual(['s0']);
    expect(motion.moving().size).toBe(0);
  });
});
