import {
  type Point,
  type RegionId,
  regionById,
  SHEET_RECT,
  SHEET_WITH_PARKING,
} from '@samenbord/shared/layout';
import type { TemplateKey } from '@samenbord/shared/template';
import type { BoardHandle, BoardView, SheetView } from '../board/types.ts';
import { createWritingDesk, type WritingDesk } from '../board/writingDesk.ts';
import { type Readable, type Writable, writable } from '../session/readable.ts';
import type { SessionHandle } from '../session/types.ts';
import { type Camera, toSheet } from './camera/camera.ts';
import { type CameraControl, createCameraControl } from './camera/cameraControl.ts';
import { makeCopies } from './copies/copies.ts';
import { telling } from './full/telling.ts';
import { createGuidance, type Guidance } from './guidance.ts';
import type { Lines } from './lines/lines.ts';
import { Attention } from './mind/attention.ts';
import type { Mind } from './mind/mind.ts';
import { meansOf, perMind } from './mind/mindMaker.ts';
import type { CanvasModelOptions, FetchedActs, FrameNews } from './modelOptions.ts';
import { createHands, type Hands } from './moving/hands.ts';
import { createMotion, type Motion } from './moving/motion.ts';
import { createTraces, type Traces } from './moving/traces.ts';
import type { OpenPart } from './openPart.ts';
import type { Pen } from './pen/penState.ts';
import { createPeople, type People, type Person, sameWriters } from './people.ts';
import type { Bringing } from './pictures/bringing.ts';
import { toolContextOf } from './toolContext.ts';
import { createNudging, type Nudging } from './tools/nudging.ts';
import { tapMemory } from './tools/taps.ts';
import { createToolBox, type ToolBox } from './tools/toolBox.ts';
import type { PointerInput, ToolContext } from './tools/types.ts';
import { createTouchWays, type TouchWays } from './touchWays.ts';
import type { Draft } from './writing/newSticker.ts';
import { type PartnerChoice, partnerChoice } from './writing/partnerChoice.ts';
import type { Writer } from './writing/writer.ts';

/**
 * All that happens on a canvas, without a page: what the pointers do, what is selected, where things are
 * shown. The stage around it draws and passes events in; a test does the same with plain numbers.
 */
export class CanvasModel extends Attention {
  readonly camera: CameraControl;
  readonly hands: Hands;
  readonly motion: Motion;
  readonly people: People;
  /** Where the conversation brings the view. */
  readonly guidance: Guidance;
  readonly tools: ToolBox;
  readonly nudging: Nudging;
  readonly desk: WritingDesk<Draft>;
  readonly writer: Writer;
  readonly lines: Lines;
  /** The sheet that is shown. */
  readonly shownSheet: Writable<TemplateKey>;
  /** What the pointers that are down leave on the sheet. */
  readonly traces: Traces = createTraces(() => this.refresh());
  /** Whether any sticker is in a hand of this page, and which. */
  readonly holding = writable(false);
  readonly inHand = writable<ReadonlySet<string>>(new Set());
  /** On whose behalf a new sticker speaks. */
  readonly partnerForNew: Writable<PartnerChoice>;
  /** Whether a mouse that drags over empty sheet moves the view, instead of drawing a box to select with. */
  readonly dragPans: Readable<boolean>;
  /** How fingers and pens work. */
  readonly touch: TouchWays;
  /** Who else writes where; set when that changes. */
  readonly writers = writable<ReadonlyMap<string, readonly Person[]>>(new Map());

  readonly board: BoardHandle;
  /** Which board this is. */
  readonly boardId: string;
  readonly session: CanvasModelOptions['session'];

  /** What lies open over the sheet for all: find, the list of shortcuts. */
  readonly part = writable<OpenPart | null>(null);
  /** The field that is shown large, with the rest dimmed. */
  readonly presenting = writable<RegionId | null>(null);
  /** The pen that is taken up: pointers draw or rub out, and drag nothing. */
  readonly pen = writable<Pen | null>(null);
  /** Pictures on their way to the board. */
  readonly bringing = writable<readonly Bringing[]>([]);
  /** What those have in mind who stand at the same screen, beside who has its mouse and keyboard. */
  readonly beside = writable<readonly Mind[]>([]);

  /** What a tool that is taken up does with a pointer: set by what is fetched with it. */
  ownTool: ToolContext['ownTool'] | undefined;
  /** The pen that a pointer has. */
  penFor: (input: PointerInput) => Pen | null = () => this.pen.get();
  /** Shows a field larger because its name was tapped, where several people work. @returns whether it did */
  bringNear: (region: RegionId) => boolean = () => false;
  /** Whose a pointer is: set while several people work at this screen. */
  mindFor: (input: PointerInput) => Mind = () => this;

  /** What is to be ended with this canvas. */
  readonly closing: (() => void)[] = [];

  private readonly options: CanvasModelOptions;
  private shown: BoardView;
  private overlayChanged = true;
  private space = false;
  private readonly cameras = new Map<TemplateKey, Camera>();
  private pointer: Point | null = null;
  private readonly stops: (() => void)[];

  constructor(options: CanvasModelOptions) {
    super();
    this.options = options;
    const { board, session, now, requestFrame, reducedMotion } = options;
    this.board = { ...board, commands: telling(board.commands, options.fetched.laid) };
    this.boardId = session.board;
    this.session = session;
    this.shown = board.view.get();
    this.shownSheet = writable(options.sheet);
    this.partnerForNew = partnerChoice(session);
    this.dragPans = options.dragPans;
    this.touch = createTouchWays(options);
    this.camera = createCameraControl({ now, requestFrame, reducedMotion });
    this.motion = createMotion(reducedMotion);
    this.people = createPeople(reducedMotion);
    this.desk = createWritingDesk<Draft>({
      commands: this.board.commands,
      announce: (change) => session.announce(change),
      gone: options.writingGone,
    });
    this.hands = createHands({
      sheet: () => this.sheet(),
      commands: this.board.commands,
      announce: (change) => session.announce(change),
      centerOf: (id) => this.centerOf(id),
      isLocked: (id) => this.shown.byId.get(id)?.locked === true,
      isHeldElsewhere: (id) => this.people.hands().has(id),
      changed: () => {
        const held = this.hands.held();
        this.holding.set(held.size > 0);
        if (!sameKeys(held, this.inHand.get())) this.inHand.set(new Set(held.keys()));
        this.refresh();
      },
      putBack: (ids) => this.motion.forget(ids),
      later: options.later,
    });
    const { lines, writer } = meansOf(this, this, () => this.partnerForNew.get());
    this.lines = lines;
    this.writer = writer;
    const isSecondTap = tapMemory();
    this.tools = createToolBox((become) =>
      perMind(
        (mind: Mind) => toolContextOf(this, mind, { ...options, become, isSecondTap }),
        (input?: PointerInput) => (input ? this.mindFor(input) : this),
      ),
    );
    this.nudging = this.newNudging();
    this.guidance = this.newGuidance();
    this.motion.boardChanged(undefined, this.sheet());
    this.readOthers();
    session.announce({ sheet: this.key });
    this.stops = this.follow();
  }

  /** Everything that is told of changes. @returns the ways to stop */
  private follow(): (() => void)[] {
    const { board, session } = this.options;
    this.coverTable();
    return [
      board.view.subscribe(this.readBoard),
      session.others.subscribe(this.readOthers),
      this.selection.subscribe(this.refresh),
      this.presenting.subscribe(this.refresh),
      this.desk.current.subscribe(this.refresh),
      this.desk.current.subscribe(this.guidance.settle),
      this.holding.subscribe(this.guidance.settle),
      this.presenting.subscribe(this.guidance.settle),
      this.guidance.close,
      this.camera.onChange(() => {
        this.tools.cameraChanged();
        this.overlayChanged = true;
      }),
    ];
  }

  /** Everybody who works at this screen. */
  minds(): readonly Mind[] {
    return [this, ...this.beside.get()];
  }

  private newNudging(): Nudging {
    return createNudging({
      sheet: () => this.sheet(),
      canWrite: () => this.canWrite(),
      hands: this.hands,
      hover: this.traces.hover,
    });
  }

  private newGuidance(): Guidance {
    return createGuidance({
      camera: this.camera,
      rectOf: (region) => regionById(this.sheet().layout, region)?.rect,
      busy: () => this.holding.get() || this.desk.current.get() !== null || this.presenting.get() !== null,
    });
  }

  /** What is done by code that is fetched for it. */
  get fetched(): FetchedActs {
    return this.options.fetched;
  }

  view(): BoardView {
    return this.shown;
  }

  /** Says to the others what this person does. */
  readonly announce: SessionHandle['announce'] = (change) => this.options.session.announce(change);

  sheet(): SheetView {
    return this.shown.sheets[this.key];
  }

  private get key(): TemplateKey {
    return this.shownSheet.get();
  }

  canWrite(): boolean {
    return this.shown.access === 'write';
  }

  showSheet(next: TemplateKey): void {
    if (next === this.key) return;
    this.leaveSheet();
    this.cameras.set(this.key, this.camera.get());
    const before = this.sheet();
    this.shownSheet.set(next);
    this.coverTable();
    this.motion.boardChanged(before, this.sheet());
    const known = this.cameras.get(next);
    if (known) this.camera.restore(known);
    else this.begin();
    this.options.session.announce({ sheet: next, cursor: null });
    this.readOthers();
  }

  /**
   * The first look at this sheet: all of it, on a phone too. There it is an overview with the title and
   * every partner in it; a tap on a field's name shows that field large.
   */
  begin(): void {
    this.camera.fitSheet(false);
  }

  /** Says where this person's pointer is, in CSS pixels of the view; `null` when it is not on the sheet. */
  pointAt(at: Point | null): void {
    const cursor = at && { sheet: this.key, ...toSheet(this.camera.get(), at) };
    this.options.session.announce({ cursor });
  }

  /** Whether the space bar is down: every drag then moves the view. */
  holdSpace(held: boolean): void {
    this.space = held;
  }

  readonly spaceHeld = (): boolean => this.space;

  /** A pointer is over the sheet here, or was lifted from it here; `null` when it went elsewhere. */
  seeAt(at: Point | null): void {
    this.pointer = at;
  }

  /** Where the pointer was last seen over the sheet, in sheet units. */
  pointedAt(): Point | null {
    return this.pointer && toSheet(this.camera.get(), this.pointer);
  }

  /** Whether the parking strip is to be seen though nothing is on it: a hand could bring something there. */
  emptyParkingShown(): boolean {
    return this.holding.get() && this.sheet().parked === undefined;
  }

  /** What there is to see of the sheet: with the strip beside it when something is parked. */
  private coverTable(): void {
    this.camera.cover(this.sheet().parked === undefined ? SHEET_RECT : SHEET_WITH_PARKING);
  }

  /** Dims all but one field. */
  focusOn(focus: Parameters<Guidance['setFocus']>[0]): void {
    this.guidance.setFocus(focus);
    this.refresh();
  }

  zoomToRegion(id: RegionId): void {
    const region = regionById(this.sheet().layout, id);
    if (region) this.camera.flyToRect(region.rect);
  }

  /** One animation frame. */
  step(time: number): FrameNews {
    const toolsAlive = this.tools.frame(time);
    const cameraAlive = this.camera.step(time);
    const hand = this.motion.step(time, this.hands.held(), this.people.hands());
    const crowd = this.people.step(time);
    const overlay = this.overlayChanged || hand.changed || crowd.changed;
    this.overlayChanged = false;
    const alive = toolsAlive || cameraAlive || hand.alive || crowd.alive;
    return { lifted: hand.lifted, landed: hand.landed, overlay, alive };
  }

  close(): void {
    this.leaveSheet();
    for (const stop of [...this.stops, ...this.closing]) stop();
    this.options.session.announce({ cursor: null, drag: null, typing: null, ink: null });
  }

  private centerOf(id: string): Point | undefined {
    const sticker = this.shown.byId.get(id);
    return sticker?.sheet === this.key ? this.motion.centerOf(sticker) : undefined;
  }

  /** Something on the overlay looks otherwise. */
  readonly refresh = (): void => {
    this.overlayChanged = true;
    this.options.requestFrame();
  };

  readonly copyTo = (centers: ReadonlyMap<string, Point>): readonly string[] | undefined =>
    makeCopies(this.shown, this.board.commands, centers);

  private readonly readOthers = (): void => {
    this.people.update(this.options.session.others.get(), this.key, this.shown.partners);
    const writers = this.people.writers();
    if (!sameWriters(this.writers.get(), writers)) this.writers.set(writers);
    this.refresh();
  };

  private readonly readBoard = (): void => {
    const before = this.shown;
    const after = this.options.board.view.get();
    if (before === after) return;
    this.shown = after;
    if (before.sheets[this.key] !== this.sheet())
      this.motion.boardChanged(before.sheets[this.key], this.sheet());
    this.coverTable();
    this.options.boardChanged();
    this.tools.boardChanged();
    this.nudging.boardChanged();
    for (const mind of this.minds()) {
      mind.lines.boardChanged();
      mind.keepOnly((id) => after.byId.get(id)?.sheet === this.key);
    }
    if (!this.canWrite()) this.pen.set(null);
    if (this.desk.current.get() && !this.mayWriteOn()) this.writer.finish(false);
    if (before.partners !== after.partners) this.readOthers();
    this.refresh();
  };

  /** Whether what is being written may go on: a sticker that somebody locks is part of the sheet. */
  private mayWriteOn(): boolean {
    const sticker = this.desk.current.get()?.sticker ?? null;
    return this.canWrite() && (sticker === null || this.shown.byId.get(sticker)?.locked !== true);
  }

  /** The page loses its pointers, or nobody looks at it: what they did is as if it had not begun. */
  interrupt(): void {
    this.tools.cancelAll();
  }

  private leaveSheet(): void {
    this.tools.cancelAll();
    this.nudging.cancel();
    this.writer.finish(false);
    for (const mind of this.minds()) {
      mind.lines.letGo();
      mind.lines.chosen.set(null);
      mind.forgetAll();
    }
    this.presenting.set(null);
  }
}

function sameKeys(held: ReadonlyMap<string, unknown>, known: ReadonlySet<string>): boolean {
  return held.size === known.size && [...held.keys()].every((id) => known.has(id));
}
