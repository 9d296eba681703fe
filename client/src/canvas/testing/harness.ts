import type { Partner } from '@samenbord/shared/board';
import { type Point, type Rect, type RegionId, regionById } from '@samenbord/shared/layout';
import type { TemplateKey } from '@samenbord/shared/template';
import { lineAt, linkLines } from '../../drawing/index.ts';
import { type Writable, writable } from '../../session/readable.ts';
import type { Me } from '../../session/types.ts';
import { toView } from '../camera/camera.ts';
import { CanvasModel } from '../model.ts';
import type { PointerInput } from '../tools/types.ts';
import { type FakeBoard, fakeBoard, makeView } from './fakeBoard.ts';
import { type FakeSession, fakeSession } from './fakeSession.ts';

/** A canvas without a page: pointers in, state and commands out. */
export interface Harness {
  readonly model: CanvasModel;
  readonly board: FakeBoard;
  readonly session: FakeSession;
  /** Texts of stickers that went while being written in. */
  readonly lostTexts: string[];
  /** Which stickers were said to be laid somewhere. */
  readonly laid: readonly (readonly string[])[];
  /** What was asked of code that is fetched for it. */
  readonly fetched: readonly string[];
  /** Whether a mouse that drags over empty sheet moves the view. */
  readonly dragPans: Writable<boolean>;
  /** What was chosen for fingers beside a pen. */
  readonly penMode: Writable<boolean | null>;
  /** How often it was said that a pen changed what fingers do. */
  readonly pensFound: () => number;
  /** Where the document has a sticker. */
  place(id: string): Point;
  /** Where it is drawn. */
  shown(id: string): Point;
  /** A pointer, in sheet units at the camera of the moment. */
  pointer(id?: number, kind?: PointerInput['kind']): Pointer;
  /** A pointer, in CSS pixels of the view. */
  screenPointer(id?: number, kind?: PointerInput['kind']): Pointer;
  /** Lets time pass in frames of 16 ms. */
  pass(ms: number): void;
}

export interface Pointer {
  down(x: number, y: number, change?: Partial<PointerInput>): void;
  move(x: number, y: number, change?: Partial<PointerInput>): void;
  up(x: number, y: number, change?: Partial<PointerInput>): void;
  tap(x: number, y: number, change?: Partial<PointerInput>): void;
  cancel(): void;
}

export const PARTNERS: readonly Partner[] = [
  { id: 'gemeente', name: 'Gemeente Veenwaarde', mark: 'G', color: '#E69F00' },
  { id: 'rietzon', name: 'De Rietzon', mark: 'R', color: '#009E73' },
];

const SHEET_KEY: TemplateKey = 'partnermodel-canvas';

/** Two stickers in fields of the canvas, far from each other and from any label. */
export const STICKERS = [
  { id: 'a', sheet: SHEET_KEY, center: { x: 300, y: 600 }, partner: 'gemeente', text: 'Een' },
  { id: 'b', sheet: SHEET_KEY, center: { x: 2000, y: 1300 }, text: 'Twee' },
  { id: 'c', sheet: SHEET_KEY, center: { x: 2300, y: 1300 }, text: 'Drie' },
] as const;

export function setUp(options: { readonly me?: Partial<Me>; readonly access?: 'observer' } = {}): Harness {
  const view = makeView(PARTNERS, STICKERS);
  const board = fakeBoard(options.access ? { ...view, access: options.access } : view);
  const session = { ...fakeSession(options.me), board: `test-${Math.random()}` };
  const lostTexts: string[] = [];
  const fetched: string[] = [];
  const laid: (readonly string[])[] = [];
  const timers: { at: number; run: () => void }[] = [];
  let time = 10_000;
  const dragPans = writable(false);
  const penMode = writable<boolean | null>(null);
  let pensFound = 0;
  const model: CanvasModel = new CanvasModel({
    dragPans,
    penMode,
    penFound: () => {
      pensFound += 1;
    },
    board,
    session,
    sheet: SHEET_KEY,
    now: () => time,
    requestFrame: () => undefined,
    later: (run, ms) => timers.push({ at: time + ms, run }),
    reducedMotion: () => true,
    labelOf: (region) => labelBox(model, region),
    lineAt: (point, reach) => lineOf(model, point, reach),
    boardChanged: () => undefined,
    writingGone: (text) => lostTexts.push(text),
    fetched: {
      laid: (ids) => laid.push(ids),
      park: (ids) => fetched.push(`park ${ids.join(' ')}`),
      present: (region) => fetched.push(`present ${region}`),
      bringBack: (ids) => fetched.push(`bringBack ${ids.join(' ')}`),
    },
  });
  model.camera.resize({ width: 1400, height: 990 });
  model.begin();

  const input = (id: number, kind: PointerInput['kind'], at: Point, change: Partial<PointerInput> = {}) => ({
    id,
    kind,
    button: 0,
    at,
    shift: false,
    alt: false,
    ctrl: false,
    time,
    ...change,
  });
  const make = (id: number, kind: PointerInput['kind'], place: (x: number, y: number) => Point): Pointer => {
    const pointer: Pointer = {
      down: (x, y, change) => model.tools.down(input(id, kind, place(x, y), change)),
      move(x, y, change) {
        time += 16;
        model.tools.move(input(id, kind, place(x, y), change));
      },
      up: (x, y, change) => model.tools.up(input(id, kind, place(x, y), change)),
      tap(x, y, change) {
        pointer.down(x, y, change);
        time += 60;
        pointer.up(x, y, change);
        time += 60;
      },
      cancel: () => model.tools.cancel(id),
    };
    return pointer;
  };

  return {
    model,
    board,
    session,
    lostTexts,
    laid,
    fetched,
    dragPans,
    penMode,
    pensFound: () => pensFound,
    place: (id) => known(board, id).center,
    shown: (id) => model.motion.centerOf(known(board, id)),
    pointer: (id = 1, kind = 'mouse') => make(id, kind, (x, y) => toView(model.camera.get(), { x, y })),
    screenPointer: (id = 1, kind = 'touch') => make(id, kind, (x, y) => ({ x, y })),
    pass(ms) {
      for (const end = time + ms; time < end; ) {
        time += 16;
        for (const timer of timers.splice(0)) {
          if (timer.at <= time) timer.run();
          else timers.push(timer);
        }
        model.step(time);
      }
    },
  };
}

function known(board: FakeBoard, id: string) {
  const sticker = board.view.get().byId.get(id);
  if (!sticker) throw new Error(`no sticker ${id}`);
  return sticker;
}

/** Lines run as they do where nothing is in their way. */
function lineOf(model: CanvasModel, point: Point, reach: number): string | undefined {
  const { links, byId } = model.view();
  const lines = linkLines(
    links,
    (id) => byId.get(id),
    { stickers: [], labels: [] },
    () => 1,
  );
  return lineAt(lines, point, reach)?.link.id;
}

/** Labels take the start of the band above a field's stickers. */
function labelBox(model: CanvasModel, id: RegionId): Rect | undefined {
  const region = regionById(model.sheet().layout, id);
  return region && { x: region.rect.x + 10, y: region.rect.y + 10, width: 200, height: 40 };
}
