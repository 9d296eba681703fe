import { layInRows, overlapArea, type RegionId, regionById, squareAt } from '@samenbord/shared/layout';
import { beforeEach, describe, expect, it } from 'vitest';
import { addTexts } from '../../i18n/index.ts';
import { texts } from '../../i18n/nl/tools.ts';
import { dismiss, notices } from '../../ui/notices.ts';
import { setUp } from '../testing/harness.ts';
import { offerRoom } from './offering.ts';
import { canShrink, shrinkField } from './shrinking.ts';

addTexts('tools', texts);

const SHEET = 'partnermodel-canvas';
const FIELD: RegionId = 'costs';

beforeEach(() => {
  for (const { id } of notices.get()) dismiss(id);
});

const offers = () => notices.get().map(({ text }) => text);
const press = (label: string): void => {
  const [notice] = notices.get();
  const chosen = [notice?.action, notice?.other].find((one) => one?.label === label);
  if (!notice || !chosen) throw new Error(`no ${label}`);
  dismiss(notice.id);
  chosen.run();
};

/** A field with stickers of size M on all its places, and one that is dropped on top of them. */
function setUpFull() {
  const harness = setUp();
  const { model, board } = harness;
  const { inner } = regionById(model.sheet().layout, FIELD) ?? { inner: { x: 0, y: 0, width: 0, height: 0 } };
  let places = 1;
  while (layInRows(inner, places + 1).size === 'M') places += 1;
  const { points } = layInRows(inner, places);
  const filling = board.commands.addStickers(
    points.map((center) => ({ sheet: SHEET, center, partner: null })),
  );
  const inField = () => model.sheet().stickers.filter(({ region }) => region === FIELD);
  const middle = points[1] ?? { x: 0, y: 0 };
  const drop = (id: string, dx = 30): void => {
    model.hands.grab([id]);
    model.hands.move(new Map([[id, { x: middle.x + dx, y: middle.y + 20 }]]));
    model.hands.drop([id]);
    offerRoom(model, [id]);
  };
  return { ...harness, filling: filling ?? [], inField, middle, inner, drop };
}

const overlaps = (all: readonly { center: { x: number; y: number }; side: number }[]): number =>
  all
    .map(({ center, side }) => squareAt(center, side))
    .flatMap((a, i, boxes) => boxes.slice(i + 1).map((b) => overlapArea(a, b)))
    .reduce((sum, one) => sum + one, 0);

describe('a field that is full', () => {
  it('is told of every way to lay a sticker: by hand, by writing, by pasting', () => {
    const { model, laid, pointer } = setUp();
    pointer().down(300, 600);
    pointer().move(500, 900);
    pointer().up(500, 900);
    model.writer.startAt({ x: 2000, y: 700 });
    model.desk.edit('Nieuw', 5);
    model.board.commands.addStickers([{ sheet: SHEET, center: { x: 2000, y: 700 }, partner: null }]);
    expect(laid).toEqual([['a'], ['new-1'], ['new-2']]);
  });

  it('offers smaller stickers and a closer look; neither while a place is left', () => {
    const { drop, board, filling } = setUpFull();
    board.commands.removeStickers(filling.slice(-1));
    drop('a');
    expect(offers()).toEqual([]);
    board.commands.undo();
    board.commands.undo();
    drop('a');
    expect(offers()).toEqual(['Het vak Kosten is vol.']);
    const [notice] = notices.get();
    expect([notice?.action?.label, notice?.other?.label, notice?.stays]).toEqual([
      'Maak de stickers kleiner',
      'Zoom in op dit vak',
      true,
    ]);
  });

  it('lays them smaller, in rows and without overlap, in one step; what is locked stays', () => {
    const { drop, board, inField, filling, place } = setUpFull();
    const [first = ''] = filling;
    board.commands.setLocked([first], true);
    const was = place(first);
    drop('a');
    const calls = board.calls.length;
    press('Maak de stickers kleiner');
    expect(board.calls.slice(calls)).toEqual(['layStickers']);
    expect(overlaps(inField())).toBe(0);
    expect(place(first)).toEqual(was);
    expect(inField().map(({ size }) => size)).toEqual([
      'M',
      ...Array.from({ length: filling.length }, () => 'S'),
    ]);
    expect(offers()).toEqual([]);
    board.commands.undo();
    expect(inField().every(({ size }) => size === 'M')).toBe(true);
  });

  it('is shown large at the other choice', () => {
    const { drop, model } = setUpFull();
    drop('a');
    const before = model.camera.get().scale;
    press('Zoom in op dit vak');
    expect(model.camera.get().scale).toBeGreaterThan(before);
  });

  it('asks once, until there was room again', () => {
    const { drop, model, board } = setUpFull();
    drop('a');
    for (const { id } of notices.get()) dismiss(id);
    drop('b', -40);
    drop('a', 40);
    expect(offers()).toEqual([]);
    board.commands.moveStickers(
      SHEET,
      new Map([
        ['a', { x: 2000, y: 1300 }],
        ['b', { x: 2000, y: 1500 }],
      ]),
    );
    drop('a');
    expect(offers()).toHaveLength(1);
    // It goes with what it was made for.
    board.elsewhere.move('a', { x: 2000, y: 1300 });
    expect(offers()).toEqual([]);
    drop('a');
    model.showSheet('brengen-halen');
    expect(offers()).toEqual([]);
    model.showSheet(SHEET);
    drop('a', 35);
    model.close();
    expect(offers()).toEqual([]);
  });

  it('waits until somebody has written what they write', () => {
    const { model, middle } = setUpFull();
    model.writer.startAt(middle);
    model.desk.edit('Nog een', 7);
    const id = model.desk.current.get()?.sticker ?? '';
    offerRoom(model, [id]);
    expect(offers()).toEqual([]);
    model.writer.finish(true);
    expect(offers()).toHaveLength(1);
  });

  it('offers only the closer look when smaller stickers would overlap too', () => {
    const { model, inner, drop, board } = setUpFull();
    const { points } = layInRows(inner, 90, 'S');
    board.commands.addStickers(
      points.map((center) => ({ sheet: SHEET, center, partner: null, size: 'S' as const })),
    );
    drop('a');
    const [notice] = notices.get();
    expect([notice?.action?.label, notice?.other]).toEqual(['Zoom in op dit vak', undefined]);
    expect(shrinkField(model, FIELD)).toBe(false);
  });

  it('asks nobody who may not write', () => {
    const { model, board, filling } = setUpFull();
    board.view.set({ ...board.view.get(), access: 'frozen' });
    board.elsewhere.move('a', board.view.get().byId.get(filling[0] ?? '')?.center ?? { x: 0, y: 0 });
    offerRoom(model, ['a']);
    expect(offers()).toEqual([]);
    expect(canShrink(model, FIELD)).toBe(false);
  });
});
