import { describe, expect, it } from 'vitest';
import { toView } from '../camera/camera.ts';
import { linkHandles } from '../lines/linkHandles.ts';
import { asSeenBy, type Mind } from '../mind/mind.ts';
import { readyPens } from '../pen/pen.ts';
import { setUp as setUpAlone } from '../testing/harness.ts';
import { AT_WORK, createCompany, LEFT } from './company.ts';
import { createShelf } from './shelf.ts';

const EMPTY = { x: 3900, y: 1500 };

/** A wall with a palette at its left and one at its right: 1400 by 990 pixels, a third of the sheet's units. */
function setUp({ palettes = true }: { readonly palettes?: boolean } = {}) {
  const all = setUpAlone();
  const { model, board } = all;
  board.commands.addSticker({
    sheet: 'partnermodel-canvas',
    center: { x: 3900, y: 700 },
    partner: null,
    text: 'Vier',
  });
  const fourth = [...board.view.get().byId.keys()].at(-1) ?? '';
  const shelf = createShelf(() => [
    { key: left, box: { x: 0, y: 300, width: 60, height: 300 } },
    { key: right, box: { x: 1340, y: 300, width: 60, height: 300 } },
  ]);
  const left = shelf.add('left', 'gemeente');
  const right = shelf.add('right', 'rietzon');
  const timers: { readonly run: () => void; readonly ms: number }[] = [];
  const company = createCompany({
    model,
    stationAt: (at) => (palettes ? shelf.at(at) : undefined),
    stationOf: shelf.find,
    later: (run, ms) => timers.push({ run, ms }),
  });
  model.touch.desks.set({ write: () => undefined, start: () => undefined });
  model.mindFor = company.mindFor;
  model.penFor = (input) => (input.kind === 'mouse' ? model.pen.get() : shelf.penAt(input.at));
  readyPens(model, () => undefined);
  const selections = () => model.beside.get().map(({ selection }) => selection.get());
  const whoHas = (id: string): Mind => {
    const found = model.beside.get().find(({ selection }) => selection.get().includes(id));
    if (!found) throw new Error(`nobody has ${id}`);
    return found;
  };
  return { ...all, shelf, left, right, company, fourth, selections, whoHas, timers };
}

const links = ({ board }: Pick<ReturnType<typeof setUp>, 'board'>) =>
  board.view.get().links.map(({ from, to }) => `${from} ${to}`);

describe('several hands at a wall', () => {
  it('four at once each select their own, and a bare tap drops only what is near it', () => {
    const { pointer, selections, fourth, model } = setUp({ palettes: false });
    const [one, two, three, four] = [1, 2, 3, 4].map((id) => pointer(id, 'touch'));
    // All down before any comes up.
    one?.down(300, 600);
    two?.down(2000, 1300);
    three?.down(3900, 700);
    four?.down(2300, 2700);
    one?.up(300, 600);
    two?.up(2000, 1300);
    three?.up(3900, 700);
    four?.up(2300, 2700);
    expect(selections().filter((ids) => ids.length > 0)).toEqual([['a'], ['b'], [fourth]]);
    expect(model.selection.get()).toEqual([]);
    four?.tap(3300, 2700);
    expect(selections().filter((ids) => ids.length > 0)).toHaveLength(3);
    // Beside the sticker of the third.
    three?.tap(3900, 1100);
    expect(selections().filter((ids) => ids.length > 0)).toEqual([['a'], ['b']]);
  });

  it('who drags leaves what others selected, and their menus and questions', () => {
    const { pointer, whoHas, board, place, selections } = setUp({ palettes: false });
    const [one, two] = [pointer(1, 'touch'), pointer(2, 'touch')];
    one.tap(300, 600);
    const first = whoHas('a');
    first.menu.set({
      kind: 'all',
      at: { x: 0, y: 0 },
      point: { x: 0, y: 0 },
      region: null,
      onSelection: true,
    });
    two.down(2000, 1300);
    two.move(2000, 1700, { ctrl: true });
    expect(selections()).toEqual([['a'], ['b']]);
    two.up(2000, 1700, { ctrl: true });
    two.tap(2600, 2000);
    expect(first.selection.get()).toEqual(['a']);
    expect(first.menu.get()).not.toBeNull();
    expect(place('b')).toEqual({ x: 2000, y: 1700 });
    expect(board.calls).toContain('moveStickers');
  });

  it('what is done from one’s tools is done with one’s own stickers', () => {
    const { pointer, whoHas, model } = setUp({ palettes: false });
    pointer(1, 'touch').tap(300, 600);
    pointer(2, 'touch').tap(3900, 700);
    const seen = asSeenBy(model, whoHas('a'));
    expect(seen.selection.get()).toEqual(['a']);
    expect(seen.sheet()).toBe(model.sheet());
    seen.seeAt({ x: 10, y: 10 });
    expect(model.pointedAt()).not.toBeNull();
  });

  it('two ask for a line and end it at the same time, each their own', () => {
    const all = setUp();
    const { pointer, whoHas, fourth, board } = all;
    const [one, two] = [pointer(1, 'touch'), pointer(2, 'touch')];
    one.tap(300, 600);
    two.tap(3900, 700);
    whoHas('a').lines.begin('a');
    whoHas(fourth).lines.begin(fourth);
    one.down(2000, 1300);
    two.down(2300, 1300);
    two.up(2300, 1300);
    one.up(2000, 1300);
    expect(links({ board })).toEqual([`${fourth} c`, 'a b']);
  });

  it('a tap of who works elsewhere selects, ends nobody’s line and gives none up', () => {
    const { pointer, whoHas, fourth, board } = setUp();
    const [one, two] = [pointer(1, 'touch'), pointer(2, 'touch')];
    two.tap(3900, 900);
    one.tap(300, 600);
    const first = whoHas('a');
    first.lines.begin('a');
    two.tap(3900, 700);
    two.tap(3900, 1100);
    pointer(3, 'touch').tap(3300, 2700);
    expect(first.lines.from.get()).toBe('a');
    expect(board.view.get().links).toEqual([]);
    expect(fourth).not.toBe('');
    // Near the sticker it is one's own tap on bare sheet.
    one.tap(600, 900);
    expect(first.lines.from.get()).toBeNull();
  });

  it('two draw lines from the handles of their stickers at once', () => {
    const { pointer, model, fourth, board, whoHas } = setUp();
    model.camera.set({ x: 0, y: 200, scale: 0.33 });
    const [one, two] = [pointer(1, 'touch'), pointer(2, 'touch')];
    one.tap(300, 600);
    two.tap(3900, 700);
    const handle = (id: string) => {
      const sticker = board.view.get().byId.get(id);
      const [first] = sticker
        ? linkHandles(sticker, model.sheet(), model.camera.get().scale, model.motion.centerOf)
        : [];
      if (!first) throw new Error(`no handle at ${id}`);
      return first;
    };
    const [ofA, ofFourth] = [handle('a'), handle(fourth)];
    expect(whoHas('a').toolsShown.get()).toBe(true);
    one.down(ofA.x, ofA.y);
    two.down(ofFourth.x, ofFourth.y);
    one.move(2000, 1300);
    two.move(2300, 1300);
    expect(model.traces.drafts()).toHaveLength(2);
    two.up(2300, 1300);
    one.up(2000, 1300);
    expect(links({ board }).sort()).toEqual([`a b`, `${fourth} c`].sort());
  });

  it('each palette has its own pen, in its partner’s colour, and two draw and rub out at once', () => {
    const { pointer, shelf, left, right, board, model } = setUp();
    shelf.change(left, { pen: { act: 'draw', width: 'thin' } });
    shelf.change(right, { pen: { act: 'draw', width: 'thick' } });
    const [one, two] = [pointer(1, 'touch'), pointer(2, 'touch')];
    one.down(600, 900);
    two.down(EMPTY.x, EMPTY.y);
    expect([...model.tools.active().values()]).toEqual(['inking', 'inking']);
    one.move(700, 1000);
    two.move(EMPTY.x - 200, EMPTY.y);
    expect(model.traces.inked().map(({ partner }) => partner)).toEqual(['gemeente', 'rietzon']);
    two.up(EMPTY.x - 200, EMPTY.y);
    one.up(700, 1000);
    expect(board.calls.filter((call) => call === 'addInk')).toHaveLength(2);
    // One lays it down and drags again; the other goes on.
    shelf.change(left, { pen: null });
    one.down(300, 600);
    two.down(EMPTY.x, EMPTY.y);
    expect([...model.tools.active().values()]).toEqual(['pointingSticker', 'inking']);
    shelf.layDownPens();
    expect(shelf.open.get().every(({ pen }) => pen === null)).toBe(true);
  });

  it('the mouse and the keyboard are of who leads, whatever fingers do', () => {
    const { pointer, model, selections } = setUp();
    pointer(9, 'mouse').tap(300, 600);
    pointer(1, 'touch').tap(3900, 700);
    pointer(2, 'touch').tap(600, 900);
    expect(model.selection.get()).toEqual(['a']);
    expect(selections().filter((ids) => ids.length > 0)).toHaveLength(1);
  });

  it('who went away lets go, who still holds does not; and all do when the wall ends', () => {
    const { pointer, model, pass, timers, company, fourth, whoHas } = setUp();
    const [one, two] = [pointer(1, 'touch'), pointer(2, 'touch')];
    one.tap(300, 600);
    pass(AT_WORK + 100);
    two.down(3900, 700);
    two.move(3900, 900, { ctrl: true });
    // The one has something selected, and is still there.
    expect(model.beside.get()).toHaveLength(2);
    pass(LEFT);
    for (const { run } of timers.splice(0)) run();
    expect(model.beside.get()).toEqual([whoHas(fourth)]);
    two.up(3900, 900, { ctrl: true });
    expect(whoHas(fourth).selection.get()).toEqual([fourth]);
    const last = whoHas(fourth);
    company.end();
    expect(model.beside.get()).toEqual([]);
    expect(last.selection.get()).toEqual([]);
  });

  it('a sticker deleted elsewhere leaves every hand, and another sheet all of them', () => {
    const { pointer, model, board, whoHas, fourth } = setUp();
    pointer(1, 'touch').tap(300, 600);
    pointer(2, 'touch').tap(3900, 700);
    const [first, second] = [whoHas('a'), whoHas(fourth)];
    board.elsewhere.remove('a');
    expect(first.selection.get()).toEqual([]);
    expect(second.selection.get()).toEqual([fourth]);
    second.lines.begin(fourth);
    model.showSheet('brengen-halen');
    expect(second.selection.get()).toEqual([]);
    expect(second.lines.from.get()).toBeNull();
  });

  it('a sticker that is begun by two taps speaks for the partner of the palette', () => {
    const { pointer, model } = setUp();
    const started: (string | null)[] = [];
    model.touch.desks.set({ write: () => undefined, start: ({ partner }) => started.push(partner) });
    const [one, two] = [pointer(1, 'touch'), pointer(2, 'touch')];
    for (const _ of [1, 2]) {
      one.tap(600, 900);
      two.tap(EMPTY.x, EMPTY.y);
    }
    expect(started).toEqual(['gemeente', 'rietzon']);
    expect(toView(model.camera.get(), EMPTY).x).toBeGreaterThan(1000);
  });
});
