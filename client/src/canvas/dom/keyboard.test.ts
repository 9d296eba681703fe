import { describe, expect, it } from 'vitest';
import type { KeyInput } from '../keys.ts';
import { setUp } from '../testing/harness.ts';
import { pressKey, releaseKey } from './keyboard.ts';

function keys(options: Parameters<typeof setUp>[0] = {}) {
  const harness = setUp(options);
  let entered = 0;
  const context = {
    model: harness.model,
    remove: harness.board.commands.removeStickers,
    choosePictures: () => undefined,
    enterToolbar: () => {
      entered += 1;
    },
    focusedField: () => ({ region: 'costs', at: { x: 10, y: 20 } }),
  };
  const press = (key: string, change: Partial<KeyInput> = {}) =>
    pressKey(context, { key, ctrl: false, shift: false, alt: false, ...change });
  return { ...harness, press, entered: () => entered };
}

describe('keys', () => {
  it('write, move and delete what is selected', () => {
    const { press, model, board, place } = keys();
    model.selection.set(['a']);
    expect(press('ArrowDown', { shift: true })).toBe(true);
    releaseKey(model, 'ArrowDown');
    expect(place('a')).toEqual({ x: 300, y: 820 });
    expect(press('Enter')).toBe(true);
    expect(model.desk.current.get()?.sticker).toBe('a');
    model.writer.finish(true);
    expect(press('Delete')).toBe(true);
    expect(board.view.get().byId.has('a')).toBe(false);
    expect(model.selection.get()).toEqual([]);
  });

  it('leave the browser its keys when nothing is selected', () => {
    const { press, board } = keys();
    for (const key of ['Delete', 'Enter', 'ArrowLeft', 'Tab', 'x', 'F5']) expect(press(key)).toBe(false);
    expect(press('r', { ctrl: true })).toBe(false);
    expect(press('n', { alt: true })).toBe(false);
    expect(board.calls).toEqual([]);
  });

  it('take back and do again', () => {
    const { press, board } = keys();
    press('z', { ctrl: true });
    press('z', { ctrl: true, shift: true });
    press('y', { ctrl: true });
    expect(board.calls).toEqual(['undo', 'redo', 'redo']);
  });

  it('start a sticker, with or without capitals on', () => {
    for (const key of ['n', 'N']) {
      const { press, model } = keys();
      expect(press(key)).toBe(true);
      expect(model.desk.current.get()?.draft).not.toBeNull();
    }
  });

  it('zoom and show all', () => {
    const { press, model } = keys();
    const before = model.camera.get().scale;
    press('+');
    expect(model.camera.get().scale).toBeGreaterThan(before);
    press('-');
    press('-');
    expect(model.camera.get().scale).toBeLessThan(before);
    press('1');
    expect(model.camera.get().scale).toBeCloseTo(before, 9);
  });

  it('open the toolbar of what is selected', () => {
    const { press, model, entered } = keys();
    model.selection.set(['a']);
    expect(press('ContextMenu')).toBe(true);
    expect(entered()).toBe(1);
  });

  it('open the menu of the field whose name has the focus, when nothing is selected', () => {
    const { press, model } = keys();
    expect(press('ContextMenu')).toBe(true);
    expect(model.menu.get()).toMatchObject({ region: 'costs', at: { x: 10, y: 20 }, onSelection: false });
    press('Escape');
    expect(model.menu.get()).toBeNull();
  });

  it('Escape takes back one thing at a time, the nearest first', () => {
    const { press, model, pointer } = keys();
    model.selection.set(['a']);
    model.openLabel.set('costs');
    const mouse = pointer();
    mouse.down(300, 600);
    mouse.move(500, 600);
    expect(press('Escape')).toBe(true);
    expect(model.holding.get()).toBe(false);
    expect(model.openLabel.get()).toBe('costs');
    mouse.up(500, 600);
    press('Escape');
    expect(model.openLabel.get()).toBeNull();
    expect(model.selection.get()).toEqual(['a']);
    press('Escape');
    expect(model.selection.get()).toEqual([]);
    expect(press('Escape')).toBe(false);
  });

  it.each([{ alt: true }, { ctrl: true }, { shift: true }])(
    'Escape takes back a drag with %o held',
    (held) => {
      const { press, board, pointer } = keys();
      const mouse = pointer();
      mouse.down(300, 600, held);
      mouse.move(500, 600, held);
      expect(press('Escape', held)).toBe(true);
      mouse.up(500, 600, held);
      expect(board.calls).toEqual([]);
    },
  );

  it('change nothing for who only watches', () => {
    const { press, model, board } = keys({ access: 'observer' });
    model.selection.set(['a']);
    for (const key of ['n', 'Enter', 'ArrowLeft', 'Delete']) press(key);
    releaseKey(model, 'ArrowLeft');
    expect(model.desk.current.get()).toBeNull();
    expect(board.view.get().byId.size).toBe(3);
  });
});
