import { describe, expect, it } from 'vitest';
import { pressKey } from '../dom/keyboard.ts';
import { fieldItems } from '../more/menuItems.tsx';
import { setUp } from '../testing/harness.ts';
import { neighbour, present, step, stepOf } from './fields.ts';

const NO_MODIFIERS = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const ESCAPE = { key: 'Escape', ctrl: false, shift: false, alt: false };

function presenting(access?: 'observer') {
  const harness = setUp(access ? { access } : {});
  const { model } = harness;
  const context = {
    model,
    remove: () => undefined,
    enterToolbar: () => undefined,
    choosePictures: () => undefined,
    focusedField: () => ({ region: null, at: { x: 0, y: 0 } }),
  };
  return { ...harness, context, shown: () => model.presenting.get() };
}

describe('the field that is presented', () => {
  it('is the one that is asked for, else where somebody points, has selected or looks', () => {
    const { model, shown } = presenting();
    present(model, 'costs');
    expect(shown()).toBe('costs');
    present(model, null);
    // It lies across the middle of the sheet.
    expect(shown()).toBe('rulesAndGovernance');
    model.camera.set({ x: 0, y: 0, scale: 1 });
    model.seeAt({ x: 300, y: 600 });
    present(model, null);
    expect(shown()).toBe(model.view().byId.get('a')?.region);
    model.selection.set(['b']);
    present(model, 'no such field');
    expect(shown()).toBe('sharedAmbition');
  });

  it('comes with nothing of what was under way, and changes nothing on the board', () => {
    const { model, board, pointer } = presenting();
    const mouse = pointer();
    mouse.down(2000, 1300);
    mouse.move(2400, 1400);
    model.part.set({ kind: 'find' });
    present(model, 'costs');
    expect(model.hands.held().size).toBe(0);
    expect(model.part.get()).toBeNull();
    expect(model.selection.get()).toEqual([]);
    expect(board.calls).toEqual([]);
  });

  it('is followed by all others in the order of the sheet, round at the ends, and back', () => {
    const { model, shown } = presenting();
    const all = model.sheet().layout.regions.map(({ id }) => id);
    present(model, all[0] ?? null);
    const seen = all.map(() => {
      const at = shown();
      step(model, 1);
      return at;
    });
    expect(seen).toEqual(all);
    expect(shown()).toBe(all[0]);
    step(model, -1);
    expect(shown()).toBe(all.at(-1));
    expect(neighbour(model.sheet().layout, 'gone', 1)).toBe(all[0]);
    model.presenting.set(null);
    step(model, 1);
    expect(shown()).toBeNull();
  });

  it('can be worked in: a drag within it stays a drag', () => {
    const { model, board, pointer, shown } = presenting();
    present(model, 'sharedAmbition');
    const mouse = pointer();
    mouse.down(2000, 1300);
    mouse.move(2060, 1500);
    mouse.up(2060, 1500);
    expect(board.calls).toEqual(['moveStickers']);
    expect(shown()).toBe('sharedAmbition');
  });
});

describe('leaving', () => {
  it('is by Escape, after what is nearer: a drag, an open part; and before the selection', () => {
    const { model, context, pointer, shown } = presenting();
    present(model, 'sharedAmbition');
    model.selection.set(['b']);
    const mouse = pointer();
    mouse.down(2000, 1300);
    mouse.move(2060, 1500);
    expect(pressKey(context, ESCAPE)).toBe(true);
    expect(shown()).toBe('sharedAmbition');
    expect(model.hands.held().size).toBe(0);
    model.part.set({ kind: 'shortcuts' });
    pressKey(context, ESCAPE);
    expect(shown()).toBe('sharedAmbition');
    pressKey(context, ESCAPE);
    expect(shown()).toBeNull();
  });

  it('comes by itself with another sheet', () => {
    const { model, shown } = presenting();
    present(model, 'costs');
    model.showSheet('brengen-halen');
    expect(shown()).toBeNull();
  });
});

describe('the keys', () => {
  it('go on with arrows and a remote control, and are nothing with a modifier', () => {
    const by = (key: string, change = {}) => stepOf({ key, ...NO_MODIFIERS, ...change });
    expect(['ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'a'].map((key) => by(key))).toEqual([
      -1,
      1,
      -1,
      1,
      undefined,
    ]);
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey', 'shiftKey'])
      expect(by('ArrowRight', { [modifier]: true })).toBeUndefined();
  });

  it('begin it, for who only looks too; and so does the menu of a field', () => {
    const { context, fetched } = presenting('observer');
    pressKey(context, { key: '6', ctrl: false, shift: false, alt: false });
    const say = ((key: string) => key) as Parameters<typeof fieldItems>[1];
    const menu = { kind: 'all', at: { x: 0, y: 0 }, point: { x: 0, y: 0 }, onSelection: false } as const;
    const item = fieldItems(context, say, { ...menu, region: 'costs' }).find(({ key }) => key === 'present');
    item?.onChoose?.();
    expect(fetched).toEqual(['present null', 'present costs']);
    expect(fieldItems(context, say, { ...menu, region: null }).some(({ key }) => key === 'present')).toBe(
      false,
    );
  });
});
