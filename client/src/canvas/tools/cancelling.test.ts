import { encodeInk, INK_GRAIN } from '@samenbord/shared/board';
import { describe, expect, it } from 'vitest';
import { togglePen } from '../pen/pen.ts';
import { type Harness, type Pointer, setUp } from '../testing/harness.ts';
import { LONG_PRESS } from './menuing.ts';
import type { ToolName } from './types.ts';

interface Hand extends Harness {
  readonly hand: Pointer;
}

/** How a pointer comes to do each of what tools do. `a` is at 300, 600, `b` at 2000, 1300 and `c` beside it. */
const BEGIN: Readonly<Record<Exclude<ToolName, 'resting'>, (all: Hand) => Pointer>> = {
  pointingSticker: ({ hand }) => begin(hand, 300, 600),
  dragging: ({ hand }) => begin(hand, 300, 600, 700, 900),
  brushing: ({ hand }) => begin(hand, 1000, 300, 2600, 1700),
  pointingFrame({ hand, model }) {
    model.selection.set(['b', 'c']);
    return begin(hand, 2150, 1300);
  },
  pointingMenu: ({ hand }) => begin(hand, 300, 600, undefined, undefined, { button: 2 }),
  pointingCanvas: ({ hand }) => begin(hand, 3900, 1500),
  pointingLabel: ({ hand }) => begin(hand, 3520, 240),
  steadying({ pointer, penMode }) {
    penMode.set(true);
    return begin(pointer(4, 'touch'), 3900, 1500);
  },
  pointingGroup({ hand, board, model }) {
    board.commands.group(['b', 'c'], 'Samen');
    const box = model.sheet().groups?.[0]?.box;
    return begin(hand, (box?.x ?? 0) + 20, (box?.y ?? 0) + 20);
  },
  pointingLink({ hand, board }) {
    board.commands.addLink('a', 'b', 'why');
    return begin(hand, 1150, 950);
  },
  pointingHandle: (all) => atHandle(all),
  drawingLink: (all) => atHandle(all, 1200, 900),
  pointingEnd({ hand, model }) {
    model.lines.begin('a');
    return begin(hand, 2000, 1300);
  },
  panning: ({ hand }) => begin(hand, 3900, 1500, 3500, 1300, { button: 1 }),
  pinching({ pointer }) {
    begin(pointer(5, 'touch'), 3000, 2000);
    return begin(pointer(4, 'touch'), 3300, 2000);
  },
  inking({ hand, model }) {
    togglePen(model, () => undefined);
    return begin(hand, 3500, 1500, 3900, 1500);
  },
  erasing({ hand, model, board }) {
    const points = encodeInk([3500, 3900].map((x) => ({ x: x * INK_GRAIN, y: 1500 * INK_GRAIN })));
    const view = board.view.get();
    const sheet = view.sheets['partnermodel-canvas'];
    const stroke = { id: 'stroke', ground: { sheet: sheet.key }, partner: null, width: 8, points };
    board.view.set({ ...view, sheets: { ...view.sheets, [sheet.key]: { ...sheet, ink: [stroke] } } });
    togglePen(model, () => undefined);
    model.pen.set({ act: 'erase', width: 'medium' });
    return begin(hand, 3600, 1480, 3600, 1520);
  },
};

/** What can come between a hand and what it does. */
const ENDS: Readonly<Record<string, (all: Hand, hand: Pointer) => void>> = {
  'the pointer is taken away, or its capture lost': (_, hand) => hand.cancel(),
  Escape: ({ model }) => void model.tools.cancelAll(),
  'the window is left, or hidden': ({ model }) => model.interrupt(),
  'the board is frozen, or the role taken': ({ board }) =>
    board.view.set({ ...board.view.get(), access: 'frozen' }),
  'the sheet is closed': ({ model }) => model.showSheet('brengen-halen'),
  'the page goes': ({ model }) => model.close(),
  'all stickers are deleted elsewhere': ({ board }) => {
    for (const id of ['a', 'b', 'c']) board.elsewhere.remove(id);
  },
  'all stickers are locked elsewhere': ({ board }) => board.elsewhere.lock(['a', 'b', 'c']),
};

/** Where a tool goes on because nothing was taken from it: only then may its end do anything. */
const GOES_ON: Readonly<Record<string, readonly ToolName[]>> = {
  'all stickers are deleted elsewhere': ['inking', 'erasing', 'pointingMenu'],
  // A line may begin and end at what is locked.
  'all stickers are locked elsewhere': ['inking', 'erasing', 'pointingMenu', 'drawingLink'],
};

describe.each(Object.keys(BEGIN) as (keyof typeof BEGIN)[])('%s', (name) => {
  it.each(Object.keys(ENDS))('leaves nothing behind when %s', (how) => {
    const harness = setUp();
    const all = { ...harness, hand: harness.pointer(1, 'mouse') };
    const hand = BEGIN[name](all);
    const { model, board, session, pass } = all;
    expect([...model.tools.active().values()]).toContain(name);
    const calls = [...board.calls];
    const places = new Map([...board.view.get().byId].map(([id, { center }]) => [id, center]));

    ENDS[how]?.(all, hand);
    // At once, and not only when the pointer comes up.
    expect(model.hands.held().size).toBe(0);
    if (!GOES_ON[how]?.includes(name))
      expect([model.traces.inked(), model.traces.drafts(), model.traces.guides()]).toEqual([[], [], []]);
    if (!GOES_ON[how]?.includes(name)) {
      // The rest of the gesture, as far as it still comes.
      hand.move(2500, 2200);
      hand.up(2500, 2200);
      expect(board.calls.filter((call) => call !== 'select')).toEqual(calls);
    } else hand.cancel();
    for (const pointer of model.tools.active().keys()) model.tools.cancel(pointer);
    pass(LONG_PRESS + 200);

    expect([...model.tools.active().values()]).toEqual([]);
    expect(model.hands.held().size).toBe(0);
    expect(model.holding.get()).toBe(false);
    expect([...model.inHand.get()]).toEqual([]);
    const { traces } = model;
    expect([
      traces.hovered.get(),
      traces.brushed(),
      traces.inked(),
      traces.guides(),
      traces.drafts(),
    ]).toEqual([[], [], [], [], []]);
    // Nobody who watches sees a hand that is not there.
    for (const kind of ['drag', 'ink'] as const)
      expect(session.announced.filter((one) => kind in one).at(-1)?.[kind] ?? null).toBeNull();
    for (const [id, { center }] of board.view.get().byId) expect(center).toEqual(places.get(id));
  });
});

describe('a sticker that is being written in', () => {
  it('is left with what was written when somebody locks it, and closes without a word when the board is frozen', () => {
    const { model, board } = setUp();
    model.writer.open('a');
    model.desk.edit('Een dak', 7);
    board.elsewhere.lock(['a']);
    expect(model.desk.current.get()).toBeNull();
    expect(board.view.get().byId.get('a')?.text).toBe('Een dak');
    model.writer.open('b');
    board.view.set({ ...board.view.get(), access: 'frozen' });
    expect(model.desk.current.get()).toBeNull();
  });
});

describe('stickers moved by keys', () => {
  it.each([
    [
      'the board is frozen',
      ({ board }: Harness) => board.view.set({ ...board.view.get(), access: 'frozen' }),
    ],
    ['Escape', ({ model }: Harness) => void model.nudging.cancel()],
    ['it is deleted', ({ board }: Harness) => board.elsewhere.remove('a')],
    ['it is locked', ({ board }: Harness) => board.elsewhere.lock(['a'])],
    ['the sheet is closed', ({ model }: Harness) => model.showSheet('brengen-halen')],
    ['the page goes', ({ model }: Harness) => model.close()],
  ])('go back when %s', (_how, end) => {
    const all = setUp();
    const { model, board } = all;
    model.nudging.press(['a'], 1, 0, false);
    expect(model.hands.held().size).toBe(1);
    const calls = board.calls.length;
    end(all);
    expect(model.hands.held().size).toBe(0);
    model.nudging.release();
    expect(model.hands.held().size).toBe(0);
    expect(board.calls.slice(calls)).toEqual([]);
    expect(model.traces.hovered.get()).toEqual([]);
    expect(board.view.get().byId.get('a')?.center ?? { x: 300, y: 600 }).toEqual({ x: 300, y: 600 });
  });
});

function begin(
  hand: Pointer,
  x: number,
  y: number,
  toX?: number,
  toY?: number,
  change: Parameters<Pointer['down']>[2] = {},
): Pointer {
  hand.down(x, y, change);
  if (toX !== undefined && toY !== undefined) hand.move(toX, toY, change);
  return hand;
}

/** On a handle of `a`, and from there to a point. */
function atHandle({ hand, model, pass, board }: Hand, toX?: number, toY?: number): Pointer {
  model.camera.flyToRect({ x: 100, y: 300, width: 2400, height: 1300 });
  pass(600);
  hand.tap(300, 600);
  pass(600);
  const side = board.view.get().byId.get('a')?.side ?? 0;
  return begin(hand, 300 + side / 2 + 24 / model.camera.get().scale, 600, toX, toY);
}
