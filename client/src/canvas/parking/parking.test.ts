import { BESIDE, contains, overlapArea, PARKING, PARKING_INNER, squareAt } from '@samenbord/shared/layout';
import { describe, expect, it } from 'vitest';
import { isParkedView } from '../../board/parked.ts';
import { addTexts } from '../../i18n/index.ts';
import { texts } from '../../i18n/nl/tools.ts';
import { announcement } from '../../ui/notices.ts';
import { ACTS } from '../acts.ts';
import { toView } from '../camera/camera.ts';
import { selectionItems } from '../more/menuItems.tsx';
import { setUp } from '../testing/harness.ts';
import { bringBack, park } from './parking.ts';

addTexts('tools', texts);

const ON_STRIP = { x: PARKING.x + 200, y: 900 };

function parkable() {
  const harness = setUp();
  const { board, model } = harness;
  const seen = (id: string) => {
    const sticker = model.view().byId.get(id);
    if (!sticker) throw new Error(`no ${id}`);
    return sticker;
  };
  return { ...harness, seen, isParked: (id: string) => isParkedView(seen(id)), board };
}

describe('parking', () => {
  it('lays several beside the sheet in one step, clear of each other, as they are', () => {
    const { model, board, seen } = parkable();
    const before = ['a', 'b', 'c'].map(seen);
    park(model, ['a', 'b', 'c']);
    expect(board.calls).toEqual(['moveStickers']);
    const after = ['a', 'b', 'c'].map(seen);
    for (const { center } of after) expect(contains(PARKING_INNER, center)).toBe(true);
    const boxes = after.map(({ center, side }) => squareAt(center, side));
    for (const [n, box] of boxes.entries())
      for (const other of boxes.slice(n + 1)) expect(overlapArea(box, other)).toBe(0);
    expect(after.map(({ text, partner, size }) => [text, partner, size])).toEqual(
      before.map(({ text, partner, size }) => [text, partner, size]),
    );
    expect(after.map(({ place }) => place.region)).toEqual(before.map(({ region }) => `${region}@@parked`));
    expect(announcement.get().trim()).toBe('3 stickers geparkeerd');
    board.commands.undo();
    expect(['a', 'b', 'c'].map(seen)).toEqual(before);
  });

  it('leaves what is locked or parked already, and is nothing for who may not write', () => {
    const { model, board, isParked } = parkable();
    board.commands.setLocked(['a'], true);
    park(model, ['a', 'b']);
    expect([isParked('a'), isParked('b')]).toEqual([false, true]);
    const calls = board.calls.length;
    park(model, ['a', 'b']);
    board.view.set({ ...board.view.get(), access: 'frozen' });
    park(model, ['c']);
    bringBack(model, ['b']);
    expect(board.calls).toHaveLength(calls);
  });

  it('shows the strip with the sheet as long as something is there', () => {
    const { model } = parkable();
    const sheet = model.camera.get();
    park(model, ['a']);
    model.step(1e6);
    const edge = () => toView(model.camera.get(), { x: PARKING.x + PARKING.width, y: 0 }).x;
    expect(edge()).toBeLessThan(model.camera.view().width);
    bringBack(model, ['a']);
    model.step(2e6);
    expect(model.camera.get()).toEqual(sheet);
  });
});

describe('a drag', () => {
  it('onto the strip parks, with all that is held, in one step; the strip is shown for it', () => {
    const { model, board, pointer, isParked } = parkable();
    model.selection.set(['b', 'c']);
    const mouse = pointer();
    expect(model.emptyParkingShown()).toBe(false);
    mouse.down(2000, 1300);
    mouse.move(2300, 1300);
    expect(model.emptyParkingShown()).toBe(true);
    mouse.move(ON_STRIP.x + 60, ON_STRIP.y, { ctrl: true });
    expect(model.traces.hovered.get()).toEqual([BESIDE]);
    mouse.up(ON_STRIP.x + 60, ON_STRIP.y, { ctrl: true });
    expect(board.calls).toEqual(['moveStickers']);
    expect([isParked('b'), isParked('c')]).toEqual([true, true]);
    expect(model.traces.hovered.get()).toEqual([]);
    // It is there for what lies on it now, not for the hand.
    expect(model.emptyParkingShown()).toBe(false);
  });

  it('that is cancelled over the strip parks nothing', () => {
    const { model, board, pointer, isParked, shown } = parkable();
    const mouse = pointer();
    mouse.down(2000, 1300);
    mouse.move(ON_STRIP.x, ON_STRIP.y);
    expect(shown('b').x).toBe(2000);
    model.tools.cancelAll();
    expect(board.calls).toEqual([]);
    expect(isParked('b')).toBe(false);
    expect(model.emptyParkingShown()).toBe(false);
  });

  it('back from the strip lays it in the field it is dropped in', () => {
    const { model, seen, pointer } = parkable();
    park(model, ['b']);
    const { center } = seen('b');
    const mouse = pointer();
    mouse.down(center.x, center.y);
    mouse.move(2000, 1300, { ctrl: true });
    mouse.up(2000, 1300, { ctrl: true });
    expect(seen('b').region).toBe('sharedAmbition');
    expect(seen('b').place.region).toBe('sharedAmbition');
  });

  it('along the strip keeps where it came from', () => {
    const { model, seen, pointer } = parkable();
    park(model, ['b']);
    const { center } = seen('b');
    const mouse = pointer();
    mouse.down(center.x, center.y);
    mouse.move(center.x, center.y + 700);
    mouse.up(center.x, center.y + 700);
    expect(seen('b').place.region).toBe('sharedAmbition@@parked');
  });
});

describe('bringing back', () => {
  it('lays each on a free place of the field it came from, in one step', () => {
    const { model, board, seen } = parkable();
    park(model, ['a', 'b', 'c']);
    // Somebody took the place meanwhile.
    board.elsewhere.move('c', { x: 2000, y: 1300 });
    const calls = board.calls.length;
    bringBack(model, ['a', 'b']);
    expect(board.calls.slice(calls)).toEqual(['moveStickers']);
    expect(seen('b').region).toBe('sharedAmbition');
    expect(seen('a').region).toBe(seen('a').place.region);
    const [b, c] = [seen('b'), seen('c')];
    expect(overlapArea(squareAt(b.center, b.side), squareAt(c.center, c.side))).toBe(0);
    expect(model.part.get()).toBeNull();
    board.commands.undo();
    expect(isParkedView(seen('b'))).toBe(true);
  });

  it('asks where to, when there is no field to go back to', () => {
    const { model, board, seen, isParked } = parkable();
    const made = board.commands.addStickers([
      { sheet: 'partnermodel-canvas', center: { x: ON_STRIP.x, y: ON_STRIP.y }, partner: null },
    ]);
    const id = made?.[0] ?? '';
    expect(seen(id).place.region).toBe(BESIDE);
    park(model, ['b']);
    bringBack(model, [id, 'b']);
    expect(isParked('b')).toBe(false);
    expect(model.part.get()).toEqual({ kind: 'move', ids: [id] });
  });
});

describe('what one can do with a selection', () => {
  const say = ((key: string) => key) as Parameters<typeof selectionItems>[1];
  const labels = (harness: ReturnType<typeof parkable>, ...ids: string[]) => {
    const { model } = harness;
    model.selection.set(ids);
    const context = {
      model,
      remove: () => undefined,
      enterToolbar: () => undefined,
      choosePictures: () => undefined,
      focusedField: () => ({ region: null, at: { x: 0, y: 0 } }),
    };
    return {
      keys: selectionItems(context, say)
        .map(({ key }) => key)
        .filter((key) => key === 'park' || key === 'bringBack'),
      context,
    };
  };

  it('has parking, and coming back for what is parked', () => {
    const harness = parkable();
    expect(labels(harness, 'a').keys).toEqual(['park']);
    park(harness.model, ['a']);
    expect(labels(harness, 'a').keys).toEqual(['bringBack']);
    expect(labels(harness, 'a', 'b').keys).toEqual(['park', 'bringBack']);
  });

  it('and all of the sheet is without what is parked', () => {
    const harness = parkable();
    const { context } = labels(harness, 'a');
    park(harness.model, ['a']);
    ACTS.selectAll(context);
    expect(harness.model.selection.get()).toEqual(['b', 'c']);
  });
});
