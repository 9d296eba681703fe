import { overlapArea, squareAt } from '@samenbord/shared/layout';
import { describe, expect, it } from 'vitest';
import { toView } from '../camera/camera.ts';
import { pressKey } from '../dom/keyboard.ts';
import { setUp } from '../testing/harness.ts';

function typing(options: Parameters<typeof setUp>[0] = {}) {
  const harness = setUp(options);
  const { model, board } = harness;
  const context = {
    model,
    remove: board.commands.removeStickers,
    choosePictures: () => undefined,
    enterToolbar: () => undefined,
    focusedField: () => ({ region: null, at: { x: 0, y: 0 } }),
  };
  const press = (key: string, single = true) =>
    pressKey(context, { key, ctrl: false, shift: false, alt: false }, single);
  const pointAt = (x: number, y: number) => model.seeAt(toView(model.camera.get(), { x, y }));
  return { ...harness, press, pointAt };
}

describe('writing on an empty place', () => {
  it('starts a sticker there with what was written', () => {
    const { press, pointAt, model, board } = typing();
    pointAt(3900, 1500);
    expect(press('Z')).toBe(true);
    const id = model.desk.current.get()?.sticker ?? '';
    expect(board.view.get().byId.get(id)).toMatchObject({ text: 'Z', center: { x: 3900, y: 1500 } });
    expect(model.desk.text()).toBe('Z');
  });

  it('beside a sticker that lies there', () => {
    const { press, pointAt, model, board } = typing();
    pointAt(2000, 1300);
    press('z');
    const made = board.view.get().byId.get(model.desk.current.get()?.sticker ?? '');
    for (const { id, center, side } of model.sheet().stickers)
      if (id !== made?.id)
        expect(overlapArea(squareAt(center, side), squareAt(made?.center ?? center, 220))).toBe(0);
  });

  it.each([
    ['somebody selected something', (all: ReturnType<typeof typing>) => all.model.selection.set(['a'])],
    ['the pointer is elsewhere', (all: ReturnType<typeof typing>) => all.model.seeAt(null)],
    ['it is beside the sheet', (all: ReturnType<typeof typing>) => all.pointAt(-50, 500)],
    ['find is open', (all: ReturnType<typeof typing>) => all.model.part.set({ kind: 'find' })],
  ])('does not when %s', (_why, make) => {
    const all = typing();
    all.pointAt(3900, 1500);
    make(all);
    expect(all.press('z')).toBe(false);
    expect(all.model.desk.current.get()).toBeNull();
  });

  it('does not for who only watches, nor by space', () => {
    const watching = typing({ access: 'observer' });
    watching.pointAt(3900, 1500);
    expect(watching.press('z')).toBe(false);
    const other = typing();
    other.pointAt(3900, 1500);
    expect(other.press(' ')).toBe(false);
  });

  it('also by N where keys of one letter are switched off, which then do nothing else', () => {
    const { press, pointAt, model } = typing();
    pointAt(3900, 1500);
    press('n', false);
    expect(model.desk.text()).toBe('n');
    model.writer.finish(false);
    const before = model.camera.get();
    press('+', false);
    expect(model.camera.get()).toEqual(before);
    expect(model.desk.text()).toBe('+');
  });
});

describe('the next sticker', () => {
  it('is beside this one, on behalf of the same, without overlap', () => {
    const { model, board } = setUp();
    model.writer.writeIn('a');
    for (const text of ['een', 'twee', 'drie', 'vier']) {
      model.writer.next();
      expect(model.desk.edit(text, text.length)).toBe('ok');
    }
    model.writer.finish(false);
    const made = [...board.view.get().byId.values()].filter(({ id }) => id.startsWith('new'));
    expect(made.map(({ text }) => text)).toEqual(['een', 'twee', 'drie', 'vier']);
    expect(made.every(({ partner }) => partner?.id === 'gemeente')).toBe(true);
    expect(new Set(made.map(({ region }) => region))).toEqual(
      new Set([board.view.get().byId.get('a')?.region]),
    );
    const boxes = model.sheet().stickers.map(({ center, side }) => squareAt(center, side));
    boxes.forEach((box, i) => {
      for (const other of boxes.slice(i + 1)) expect(overlapArea(box, other)).toBe(0);
    });
  });

  it('does not come of one that was left empty', () => {
    const { model, pointer } = setUp();
    pointer().tap(3900, 1500);
    pointer().tap(3900, 1500);
    model.writer.next();
    expect(model.desk.current.get()).toBeNull();
  });
});

it('a locked sticker opens to read', () => {
  const { model, board } = setUp();
  board.commands.setLocked(['a'], true);
  model.writer.open('a');
  expect(model.reading.get()).toBe('a');
  expect(model.desk.current.get()).toBeNull();
});
