import { describe, expect, it } from 'vitest';
import { texts } from '../i18n/nl/tools.ts';
import { ACTS, type ActName } from './acts.ts';
import { actOf, SHORTCUTS } from './keys.ts';
import { setUp } from './testing/harness.ts';

function acting(options: Parameters<typeof setUp>[0] = {}) {
  const harness = setUp(options);
  const { model, board } = harness;
  const context = {
    model,
    remove: board.commands.removeStickers,
    choosePictures: () => undefined,
    enterToolbar: () => undefined,
    focusedField: () => ({ region: null, at: { x: 0, y: 0 } }),
  };
  return { ...harness, act: (name: ActName) => ACTS[name](context) };
}

describe('what one does with a selection', () => {
  it('doubles it beside itself, and selects the double', () => {
    const { act, model, board } = acting();
    model.selection.set(['b', 'c']);
    expect(act('duplicate')).toBe(true);
    expect(board.calls).toEqual(['addStickers']);
    const made = model.selection.get().map((id) => board.view.get().byId.get(id));
    expect(made.map((one) => one?.text)).toEqual(['Twee', 'Drie']);
    expect(made.map((one) => one?.center)).toEqual([
      { x: 2532, y: 1300 },
      { x: 2832, y: 1300 },
    ]);
    expect(made.every((one) => one?.locked === undefined)).toBe(true);
  });

  it('locks all, or unlocks them when all are', () => {
    const { act, model, board } = acting();
    const locks = () => ['a', 'b'].map((id) => board.view.get().byId.get(id)?.locked);
    board.commands.setLocked(['a'], true);
    model.selection.set(['a', 'b']);
    act('lock');
    expect(locks()).toEqual([true, true]);
    act('lock');
    expect(locks()).toEqual([undefined, undefined]);
  });

  it('selects all of the sheet, zooms to it, and asks where it is to go', () => {
    const { act, model } = acting();
    act('selectAll');
    expect(model.selection.get()).toEqual(['a', 'b', 'c']);
    model.selection.set(['b']);
    const { scale } = model.camera.get();
    act('zoomSelection');
    expect(model.camera.get().scale).toBeGreaterThan(scale);
    act('moveTo');
    expect(model.part.get()).toEqual({ kind: 'move', ids: ['b'] });
  });

  it('changes nothing for who only watches, or when nothing is selected', () => {
    for (const setup of [acting({ access: 'observer' }), acting()]) {
      const { act, model, board } = setup;
      if (!model.canWrite()) model.selection.set(['a']);
      for (const name of ['duplicate', 'lock', 'toFront', 'toBack', 'moveTo', 'remove'] as const)
        expect(act(name), name).toBe(false);
      expect(board.calls).toEqual([]);
    }
  });
});

describe('shortcuts', () => {
  it('has those that everybody knows, each with words in the list', () => {
    const known = ['d', 'z', 'y', 'a', 'f', 'g', 'Delete', 'Escape', '1', '+', '-', '?'];
    for (const key of known) expect(SHORTCUTS.map((one) => one.key)).toContain(key);
    for (const { act } of SHORTCUTS) expect(Object.keys(texts)).toContain(`act.${act}`);
  });

  it('name each key once', () => {
    const keys = SHORTCUTS.map(({ key, ctrl, shift }) => JSON.stringify([key, ctrl, shift]));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('find the act by key and modifiers, and leave the rest to the browser', () => {
    const key = (name: string, change = {}) =>
      actOf({ key: name, ctrl: false, shift: false, alt: false, ...change })?.act;
    expect(key('z', { ctrl: true })).toBe('undo');
    expect(key('Z', { ctrl: true, shift: true })).toBe('redo');
    expect(key('d', { ctrl: true })).toBe('duplicate');
    expect(key('?', { shift: true })).toBe('shortcuts');
    expect(key('F10')).toBeUndefined();
    expect(key('c', { ctrl: true })).toBeUndefined();
    expect(key('r', { ctrl: true })).toBeUndefined();
    expect(key('n', { alt: true })).toBeUndefined();
  });
});
