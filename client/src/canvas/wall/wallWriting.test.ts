import { describe, expect, it } from 'vitest';
import { toView } from '../camera/camera.ts';
import { setUp as setUpAlone } from '../testing/harness.ts';
import { freeLane, lanesIn } from './lanes.ts';
import { createWallWriting } from './wallWriting.ts';

function setUp(width = 1920) {
  const all = setUpAlone();
  let crowded = 0;
  const lost: string[] = [];
  const writing = createWallWriting({
    commands: all.board.commands,
    announce: (change) => all.session.announce(change),
    sheet: () => all.model.sheet().key,
    width: () => width,
    gone: (text) => lost.push(text),
    crowded: () => {
      crowded += 1;
    },
  });
  all.model.touch.desks.set(writing);
  return { ...all, writing, lost, crowded: () => crowded };
}

describe('lanes', () => {
  it('lie beside each other, and the nearest free one is taken', () => {
    expect([600, 1280, 1920, 3840].map(lanesIn)).toEqual([1, 2, 3, 6]);
    expect(freeLane(100, 1920, new Set())).toBe(0);
    expect(freeLane(1900, 1920, new Set())).toBe(2);
    expect(freeLane(100, 1920, new Set([0]))).toBe(1);
    expect(freeLane(100, 1920, new Set([0, 1, 2]))).toBeUndefined();
  });
});

describe('writing at a wall', () => {
  it('two write at once, each in their own sticker, and one’s end is not the other’s', () => {
    const { pointer, writing, board, model } = setUp();
    const [one, two] = [pointer(1, 'touch'), pointer(2, 'touch')];
    one.tap(300, 600);
    one.tap(300, 600);
    two.tap(3900, 1500);
    two.tap(3900, 1500);
    const [first, second] = writing.places.get();
    expect(model.desk.current.get()).toBeNull();
    first?.desk.edit('Een dak', 7);
    second?.desk.edit('Een zaal', 8);
    first?.desk.edit('Een dakvlak', 11);
    expect(writing.places.get().map(({ lane }) => lane)).toEqual([0, 1]);
    if (first) writing.finish(first);
    expect(writing.places.get()).toEqual([second]);
    expect(second?.desk.text()).toBe('Een zaal');
    const texts = [...board.view.get().byId.values()].map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['Een dakvlak', 'Een zaal']));
  });

  it('says of whom writes last, and of nobody only when nobody does', () => {
    const { writing, session } = setUp();
    const said = () => session.announced.at(-1)?.typing;
    writing.write('a', { x: 100, y: 100 });
    writing.write('b', { x: 1800, y: 100 });
    expect(said()).toEqual({ sticker: 'b' });
    const [first, second] = writing.places.get();
    if (second) writing.finish(second);
    expect(said()).toEqual({ sticker: 'a' });
    if (first) writing.finish(first);
    expect(said()).toBeNull();
  });

  it('opens by whatever way one begins to write, near where the sticker lies', () => {
    const { writing, model, place } = setUp();
    model.writer.open('b');
    expect(writing.places.get()[0]?.at).toEqual(toView(model.camera.get(), place('b')));
    model.writer.open('b');
    expect(writing.places.get()).toHaveLength(1);
    model.writer.startWith('Z', { x: 3900, y: 1500 });
    expect(writing.places.get()[1]?.desk.text()).toBe('Z');
    model.writer.newSticker();
    expect(writing.places.get()).toHaveLength(3);
  });

  it('says so when there is no room for one more, and disturbs nobody', () => {
    const { writing, crowded } = setUp(1280);
    for (const id of ['a', 'b', 'c']) writing.write(id, { x: 600, y: 100 });
    expect(writing.places.get()).toHaveLength(2);
    expect(crowded()).toBe(1);
  });

  it('ends in a sticker that somebody locks, and nowhere else', () => {
    const { writing, board } = setUp();
    writing.write('a', { x: 100, y: 100 });
    writing.write('b', { x: 1800, y: 100 });
    writing.places.get()[0]?.desk.edit('Een dak', 7);
    writing.finishLocked((id) => id === 'a');
    expect(writing.places.get().map(({ desk }) => desk.current.get()?.sticker)).toEqual(['b']);
    expect(board.view.get().byId.get('a')?.text).toBe('Een dak');
  });

  it('keeps what was written when the sticker is deleted elsewhere, and closes only that editor', () => {
    const { writing, board, lost } = setUp();
    writing.write('a', { x: 100, y: 100 });
    writing.write('b', { x: 1800, y: 100 });
    board.elsewhere.remove('a');
    expect(lost).toEqual(['Een']);
    expect(writing.places.get().map(({ desk }) => desk.current.get()?.sticker)).toEqual(['b']);
    writing.finishAll();
    expect(writing.places.get()).toEqual([]);
  });
});
