import { overlapArea, regionById, squareAt } from '@samenbord/shared/layout';
import { describe, expect, it } from 'vitest';
import { setUp } from '../testing/harness.ts';
import { align, distribute, moveInto, tidyField, tidySelection } from './arranging.ts';

function boxOf(board: ReturnType<typeof setUp>['board'], id: string) {
  const sticker = board.view.get().byId.get(id);
  if (!sticker) throw new Error(`no ${id}`);
  return squareAt(sticker.center, sticker.side);
}

describe('arranging a selection', () => {
  it('brings it on one line, in one step, and leaves what is locked', () => {
    const { model, board, place } = setUp();
    model.selection.set(['a', 'b', 'c']);
    align(model, 'top');
    expect(board.calls).toEqual(['layStickers']);
    expect(['a', 'b', 'c'].map((id) => place(id).y)).toEqual([600, 600, 600]);
    board.commands.undo();
    board.commands.setLocked(['a'], true);
    align(model, 'left');
    expect(place('a').x).toBe(300);
    expect(place('c').x).toBe(2000);
  });

  it('spreads it evenly', () => {
    const { model, place } = setUp();
    model.selection.set(['a', 'b', 'c']);
    distribute(model, 'x');
    expect(place('b').x).toBeCloseTo(1300, 6);
  });

  it('lays it in rows within the field, without overlap', () => {
    const { model, board } = setUp();
    board.commands.moveStickers('partnermodel-canvas', new Map([['c', { x: 2050, y: 1350 }]]));
    model.selection.set(['b', 'c']);
    tidySelection(model, 'place');
    const [b, c] = ['b', 'c'].map((id) => board.view.get().byId.get(id));
    expect(b?.region).toBe('sharedAmbition');
    expect(c?.region).toBe('sharedAmbition');
    if (b && c) expect(overlapArea(squareAt(b.center, b.side), squareAt(c.center, c.side))).toBe(0);
  });

  it('leaves room for the title of a frame under the name of the field', () => {
    const { model, board } = setUp();
    const { inner } = regionById(model.sheet().layout, 'sharedAmbition') ?? {};
    board.commands.moveStickers('partnermodel-canvas', new Map([['c', { x: 2050, y: 1350 }]]));
    tidyField(model, 'sharedAmbition', 'place');
    const top = () => Math.min(...['b', 'c'].map((id) => boxOf(board, id).y));
    expect(top()).toBeCloseTo(inner?.y ?? 0, 6);
    board.commands.group(['b', 'c'], 'Warmte');
    tidyField(model, 'sharedAmbition', 'place');
    expect(model.sheet().groups?.[0]?.box.y).toBeGreaterThanOrEqual(inner?.y ?? 0);
    expect(overlapArea(boxOf(board, 'b'), boxOf(board, 'c'))).toBe(0);
  });

  it('of a field by partner puts partners together, in their order, nobody last', () => {
    const { model, board } = setUp();
    const { inner } = regionById(model.sheet().layout, 'customers') ?? {};
    const center = { x: (inner?.x ?? 0) + 200, y: (inner?.y ?? 0) + 200 };
    const who = ['rietzon', null, 'gemeente', 'rietzon', 'gemeente'];
    board.commands.addStickers(
      who.map((partner, i) => ({
        sheet: 'partnermodel-canvas',
        center: { ...center, x: center.x + i },
        partner,
      })),
    );
    tidyField(model, 'customers', 'partner');
    const laid = model.sheet().stickers.filter(({ region }) => region === 'customers');
    const order = laid.toSorted((a, b) => a.center.y - b.center.y || a.center.x - b.center.x);
    expect(order.map(({ partner }) => partner?.id)).toEqual([
      'gemeente',
      'gemeente',
      'rietzon',
      'rietzon',
      undefined,
    ]);
  });
});

describe('moving to a field', () => {
  it('puts each on a free place there, also on the other sheet, in one step', () => {
    const { model, board } = setUp();
    moveInto(model, ['b', 'c'], 'brengen-halen', 'bring@gemeente');
    expect(board.calls).toEqual(['moveStickers']);
    const [b, c] = ['b', 'c'].map((id) => board.view.get().byId.get(id));
    expect([b?.sheet, b?.region]).toEqual(['brengen-halen', 'bring@gemeente']);
    if (b && c) expect(overlapArea(squareAt(b.center, b.side), squareAt(c.center, c.side))).toBe(0);
  });

  it('leaves what is locked, and does nothing for a field there is not', () => {
    const { model, board, place } = setUp();
    board.commands.setLocked(['b'], true);
    moveInto(model, ['b', 'c'], 'partnermodel-canvas', 'costs');
    expect(place('b')).toEqual({ x: 2000, y: 1300 });
    expect(board.view.get().byId.get('c')?.region).toBe('costs');
    const calls = board.calls.length;
    moveInto(model, ['c'], 'partnermodel-canvas', 'nowhere');
    expect(board.calls).toHaveLength(calls);
  });
});
