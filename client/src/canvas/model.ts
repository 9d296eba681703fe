import { type Point, type Rect, type RegionId, regionById, STICKER_SIDE } from '@samenbord/shared/layout';
import type { TemplateKey } from '@samenbord/shared/template';
import type { BoardHandle, BoardView, SheetView } from '../board/types.ts';
import { createWritingDesk, type WritingDesk } from '../board/writingDesk.ts';
import { type Writable, writable } from '../session/readable.ts';
import type { SessionHandle } from '../session/types.ts';
import { type Camera, toSheet, viewRect } from './camera.ts';
import { type CameraControl, createCameraControl } from './cameraControl.ts';
import { clearOfNames } from './clearOfNames.ts';
import { createGuidance, type Guidance } from './guidance.ts';
import { createHands, type Hands } from './hands.ts';
import { targetAt } from './hit.ts';
import { createMotion, type Motion } from './motion.ts';
import { type Draft, spotForNew } from './newSticker.ts';
import { type PartnerChoice, partnerAt, partnerChoice } from './partnerChoice.ts';
import { createPeople, type People, type Person, sameWriters } from './people.ts';
import { createNudging, type Nudging } from './tools/nudging.ts';
import { tapMemory } from './tools/taps.ts';
import { createToolBox, type ToolBox } from './tools/toolBox.ts';
import type { ToolContext } from './tools/types.ts';

/** What a frame has to draw anew. */
export interface FrameNews {
  /** Lifted off the sheet or laid back on it since the frame before. */
  readonly lifted: readonly string[];
  readonly landed: readonly string[];
  readonly overlay: boolean;
  /** Something still moves: another frame is needed. */
  readonly alive: boolean;
}

export interface CanvasModelOptions {
  readonly board: BoardHandle;
  readonly session: Pick<SessionHandle, 'board' | 'me' | 'others' | 'announce'>;
  readonly sheet: TemplateKey;
  readonly now: () => number;
  readonly requestFrame: () => void;
  readonly later: (run: () => void, ms: number) => void;
  readonly reducedMotion: () => boolean;
  /** Where a field's label is drawn now, in sheet units. */
  readonly labelOf: (region: RegionId) => Rect | undefined;
  /** There is another view to draw. */
  readonly boardChanged: () => void;
  /** Somebody deleted the sticker this person was writing in; its text. */
  readonly writingGone: (text: string) => void;
}

/** CSS pixels beside a thing that still count as on it. */
const REACH = { mouse: 0, pen: 4, touch: 18 } as const;

/**
 * All that happens on a canvas, without a page: what the pointers do, what is selected, where things are
 * shown. The stage around it draws and passes events in; a test does the same with plain numbers.
 */
export class CanvasModel {
  readonly camera: CameraControl;
  readonly hands: Hands;
  readonly motion: Motion;
  readonly people: People;
  /** Where the conversation brings the view. */
  readonly guidance: Guidance;
  readonly tools: ToolBox;
  readonly nudging: Nudging;
  readonly desk: WritingDesk<Draft>;
  readonly selection = writable<readonly string[]>([]);
  /** The field whose questions are shown. */
  readonly openLabel = writable<RegionId | null>(null);
  /** The fields under held stickers. */
  readonly hovered = writable<readonly RegionId[]>([]);
  /** Whether any sticker is in a hand of this page. */
  readonly holding = writable(false);
  /** On whose behalf a new sticker speaks. */
  readonly partnerForNew: Writable<PartnerChoice>;
  /** Whether what can be done with the selection is shown beside it: asked for by a tap, in nobody's way otherwise. */
  readonly toolsShown = writable(false);
  /** The sticker that is shown large to who may not write. */
  readonly reading = writable<string | null>(null);
  /** Who else writes where; set when that changes. */
  readonly writers = writable<ReadonlyMap<string, readonly Person[]>>(new Map());

  private readonly options: CanvasModelOptions;
  private shown: BoardView;
  private key: TemplateKey;
  private overlayChanged = true;
  private space = false;
  private readonly cameras = new Map<TemplateKey, Camera>();
  /** The field under what each pointer holds. */
  private readonly hovering = new Map<number, RegionId>();
  private readonly stops: (() => void)[];

  constructor(options: CanvasModelOptions) {
    this.options = options;
    const { board, session, now, requestFrame, reducedMotion } = options;
    this.shown = board.view.get();
    this.key = options.sheet;
    this.partnerForNew = partnerChoice(session);
    this.camera = createCameraControl({ now, requestFrame, reducedMotion });
    this.motion = createMotion(reducedMotion);
    this.people = createPeople(reducedMotion);
    this.desk = createWritingDesk<Draft>({
      commands: board.commands,
      announce: (change) => session.announce(change),
      gone: options.writingGone,
    });
    this.hands = createHands({
      sheet: () => this.sheet(),
      commands: board.commands,
      announce: (change) => session.announce(change),
      centerOf: (id) => this.centerOf(id),
      changed: () => {
        this.holding.set(this.hands.held().size > 0);
        this.refresh();
      },
      putBack: (ids) => this.motion.forget(ids),
      later: options.later,
    });
    this.tools = createToolBox((become) => this.toolContext(become));
    this.nudging = createNudging({
      sheet: () => this.sheet(),
      canWrite: () => this.canWrite(),
      hands: this.hands,
      hover: this.hover,
    });
    this.guidance = createGuidance({
      camera: this.camera,
      rectOf: (region) => regionById(this.sheet().layout, region)?.rect,
      busy: () => this.holding.get() || this.desk.current.get() !== null,
    });
    this.motion.boardChanged(undefined, this.sheet());
    this.readOthers();
    session.announce({ sheet: this.key });
    this.stops = [
      board.view.subscribe(this.readBoard),
      session.others.subscribe(this.readOthers),
      this.selection.subscribe(this.refresh),
      this.desk.current.subscribe(this.refresh),
      this.desk.current.subscribe(this.guidance.settle),
      this.holding.subscribe(this.guidance.settle),
      this.guidance.close,
      this.camera.onChange(() => {
        this.tools.cameraChanged();
        this.overlayChanged = true;
      }),
    ];
  }

  view(): BoardView {
    return this.shown;
  }

  sheet(): SheetView {
    return this.shown.sheets[this.key];
  }

  canWrite(): boolean {
    return this.shown.access === 'write';
  }

  showSheet(next: TemplateKey): void {
    if (next === this.key) return;
    this.leaveSheet();
    this.cameras.set(this.key, this.camera.get());
    const before = this.sheet();
    this.key = next;
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

  /** Makes a sticker on a free spot in the middle of what is seen, and opens it. */
  newSticker(): void {
    this.finishWriting(false);
    this.startSticker(spotForNew(this.sheet(), viewRect(this.camera.get(), this.camera.view())));
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

  /** Opens a sticker's text. */
  writeIn(sticker: string): void {
    this.selection.set([sticker]);
    this.toolsShown.set(false);
    this.desk.writeIn(sticker);
  }

  /** Opens a sticker's text to write in, or to read for who may not write. */
  openSticker(sticker: string): void {
    if (this.canWrite()) this.writeIn(sticker);
    else this.reading.set(sticker);
  }

  /** Selects without a tap: by focus. The tools come along. */
  selectByFocus(sticker: string): void {
    this.toolsShown.set(true);
    this.selection.set([sticker]);
  }

  /** Ends what is being written; selects it, without its tools, when `keep` is set. @returns the sticker, if there is one */
  finishWriting(keep: boolean): string | null {
    const sticker = this.desk.finish();
    if (sticker !== null && keep) {
      this.toolsShown.set(false);
      this.selection.set([sticker]);
    }
    return sticker;
  }

  /** One animation frame. */
  step(time: number): FrameNews {
    const cameraAlive = this.camera.step(time);
    const hand = this.motion.step(time, this.hands.held(), this.people.hands());
    const crowd = this.people.step(time);
    const overlay = this.overlayChanged || hand.changed || crowd.changed;
    this.overlayChanged = false;
    const alive = cameraAlive || hand.alive || crowd.alive;
    return { lifted: hand.lifted, landed: hand.landed, overlay, alive };
  }

  close(): void {
    this.leaveSheet();
    for (const stop of this.stops) stop();
    this.options.session.announce({ cursor: null, drag: null, typing: null });
  }

  private toolContext(become: ToolContext['become']): ToolContext {
    return {
      sheet: () => this.sheet(),
      canWrite: () => this.canWrite(),
      camera: this.camera,
      hands: this.hands,
      targetAt: (at, kind) =>
        targetAt(this.sheet(), toSheet(this.camera.get(), at), {
          centerOf: this.motion.centerOf,
          lifted: new Set(this.motion.moving().keys()),
          labelOf: this.options.labelOf,
          reach: REACH[kind] / this.camera.get().scale,
        }),
      selection: this.selection,
      hover: this.hover,
      spaceHeld: () => this.space,
      showTools: (shown) => this.toolsShown.set(shown),
      readSticker: (sticker) => this.reading.set(sticker),
      finishWriting: () => {
        this.reading.set(null);
        this.finishWriting(false);
      },
      writeIn: (sticker) => this.writeIn(sticker),
      startSticker: (center) => this.startSticker(center),
      openLabel: (region) => this.openLabel.set(region),
      flyToRegion: (region) => this.zoomToRegion(region),
      become,
      isSecondTap: tapMemory(),
    };
  }

  private centerOf(id: string): Point | undefined {
    const sticker = this.shown.byId.get(id);
    return sticker?.sheet === this.key ? this.motion.centerOf(sticker) : undefined;
  }

  private startSticker(at: Point): void {
    if (!this.canWrite()) return;
    this.selection.set([]);
    const { layout } = this.sheet();
    const center = clearOfNames(layout, at, STICKER_SIDE.M);
    const partner = partnerAt(this.partnerForNew.get(), layout, center);
    this.desk.startNew({ sheet: this.key, center, size: 'M', partner });
  }

  private readonly refresh = (): void => {
    this.overlayChanged = true;
    this.options.requestFrame();
  };

  private readonly hover = (pointer: number, region: RegionId | null): void => {
    if (region === null) this.hovering.delete(pointer);
    else this.hovering.set(pointer, region);
    const next = [...new Set(this.hovering.values())];
    if (next.join() === this.hovered.get().join()) return;
    this.hovered.set(next);
    this.refresh();
  };

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
    this.options.boardChanged();
    this.tools.boardChanged();
    this.nudging.boardChanged();
    const selected = this.selection.get();
    const present = selected.filter((id) => after.byId.get(id)?.sheet === this.key);
    if (present.length !== selected.length) this.selection.set(present);
    const read = this.reading.get();
    if (read !== null && after.byId.get(read)?.sheet !== this.key) this.reading.set(null);
    if (!this.canWrite() && this.desk.current.get()) this.finishWriting(false);
    if (before.partners !== after.partners) this.readOthers();
    this.refresh();
  };

  private leaveSheet(): void {
    this.tools.cancelAll();
    this.nudging.cancel();
    this.finishWriting(false);
    this.selection.set([]);
    this.reading.set(null);
    this.openLabel.set(null);
  }
}
