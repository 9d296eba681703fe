import { BESIDE, type Rect, regionById, type SheetLayout, squareAt } from '@samenbord/shared/layout';
import { isParkedView } from '../../board/parked.ts';
import type { StickerView } from '../../board/types.ts';
import { select } from '../acts.ts';
import { viewRect } from '../camera/camera.ts';
import type { CanvasModel } from '../model.ts';
import { mirroredOf } from './mirrored.ts';

/** The words and places the mirror needs. */
export interface MirrorContext {
  readonly model: CanvasModel;
  /** Where a field's label is drawn, in sheet units. */
  readonly labelOf: (region: string) => Rect | undefined;
  /** A sticker as it is read aloud: text, on whose behalf, field. */
  readonly stickerName: (sticker: StickerView) => string;
  /** Who else writes in a sticker, as part of its name; empty when nobody does. */
  readonly writingIn: (sticker: string) => string;
  /** A field as it is read aloud; `null` is the bare sheet. */
  readonly fieldName: (region: string | null) => string;
  /** What the button of a field's label says. */
  readonly labelName: (region: string) => string;
  /** Somebody activated a sticker without a pointer. */
  readonly activate: (sticker: string) => void;
}

/** Elements made or moved at once; the rest follows when the page has time. */
const SLICE = 220;
/** ms that changes of the board are gathered before elements follow. */
const GATHER = 80;

/** The group of stickers that lie in no field. */
const NO_FIELD = '';

/**
 * The drawn board for those who do not see it or do not point: an element at the place of every sticker,
 * in a group for its field; on a very full sheet of those that can be read on screen. Elements are see-through, take focus, and pass
 * pointers on to the canvas below. They follow when the camera rests, not in every frame.
 */
export class Mirror {
  private readonly root: HTMLElement;
  private readonly context: MirrorContext;
  private readonly groups = new Map<string, HTMLElement>();
  private readonly stickers = new Map<
    string,
    { element: HTMLButtonElement; shown: StickerView; writing: string }
  >();
  private readonly stops: (() => void)[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private slice = 0;
  private wanted: string | undefined;
  /** Somebody gathers a selection by keys: going on with Tab keeps it. */
  private gathering = false;
  private layout: SheetLayout | undefined;

  constructor(root: HTMLElement, context: MirrorContext) {
    this.root = root;
    this.context = context;
    const { model } = context;
    root.addEventListener('click', this.click);
    root.addEventListener('focusin', this.focusIn);
    root.addEventListener('keydown', this.keyDown);
    this.stops = [
      model.camera.onRest(() => this.update()),
      model.selection.subscribe(() => this.markSelected()),
    ];
  }

  /** The board or the language changed: elements follow soon. */
  refresh(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.context.model.camera.resting()) this.update();
    }, GATHER);
  }

  /** All words changed: everything is made anew. */
  rename(): void {
    this.clear();
    this.refresh();
  }

  /** The same stickers are called otherwise now. */
  respell(): void {
    for (const { element, shown } of this.stickers.values())
      element.setAttribute('aria-label', this.context.stickerName(shown));
  }

  /** Moves the focus to a sticker, now or as soon as it has an element. */
  focus(id: string): void {
    this.wanted = undefined;
    const entry = this.stickers.get(id);
    if (entry) entry.element.focus({ preventScroll: true });
    else this.wanted = id;
  }

  close(): void {
    clearTimeout(this.timer);
    cancelIdle(this.slice);
    this.root.removeEventListener('click', this.click);
    this.root.removeEventListener('focusin', this.focusIn);
    this.root.removeEventListener('keydown', this.keyDown);
    for (const stop of this.stops) stop();
    this.clear();
  }

  private clear(): void {
    for (const group of this.groups.values()) group.remove();
    this.groups.clear();
    this.stickers.clear();
  }

  private update(): void {
    const { model } = this.context;
    const { layout } = model.sheet();
    // Another sheet, or other partners: fields come in another order.
    if (layout !== this.layout) this.clear();
    this.layout = layout;
    const camera = model.camera.get();
    const { scale } = camera;
    this.root.style.transform = `translate(${-camera.x * scale}px, ${-camera.y * scale}px) scale(${scale})`;
    this.root.style.setProperty('--px', String(1 / scale));
    const seen = viewRect(camera, model.camera.view());
    this.placeGroups();
    const mirrored = mirroredOf(model.sheet().stickers, seen, scale);
    const present = new Set(mirrored.map(({ id }) => id));
    for (const [id, { element }] of this.stickers) {
      if (present.has(id)) continue;
      element.remove();
      this.stickers.delete(id);
    }
    const changed = inReadingOrder(mirrored).filter((sticker) => {
      const known = this.stickers.get(sticker.id);
      return known?.shown !== sticker || known.writing !== this.context.writingIn(sticker.id);
    });
    cancelIdle(this.slice);
    this.placeSlice(changed);
  }

  private placeSlice(rest: readonly StickerView[]): void {
    for (const sticker of rest.slice(0, SLICE)) this.place(sticker);
    if (rest.length <= SLICE) return;
    this.slice = whenIdle(() => this.placeSlice(rest.slice(SLICE)));
  }

  private place(sticker: StickerView): void {
    const { id, center, side } = sticker;
    const region = isParkedView(sticker) ? BESIDE : sticker.region;
    const known = this.stickers.get(id);
    const element = known?.element ?? document.createElement('button');
    const group = this.groupOf(region);
    const hadFocus = document.activeElement === element;
    if (!known) {
      element.type = 'button';
      element.className = 'canvas-mirror-sticker';
      element.dataset.stickerId = id;
      element.setAttribute('aria-pressed', String(this.context.model.selection.get().includes(id)));
    }
    setBox(element, squareAt(center, side));
    element.setAttribute('aria-label', this.context.stickerName(sticker));
    this.stickers.set(id, { element, shown: sticker, writing: this.context.writingIn(id) });
    insertInOrder(group, element, center);
    if (hadFocus || this.wanted === id) this.focus(id);
  }

  private placeGroups(): void {
    const { model, labelOf } = this.context;
    const { layout } = model.sheet();
    for (const { id } of layout.regions) {
      const group = this.groupOf(id);
      const label = group.firstElementChild;
      const box = labelOf(id);
      if (!(label instanceof HTMLElement) || !box) continue;
      setBox(label, box);
    }
  }

  private groupOf(region: string | null): HTMLElement {
    const { layout } = this.context.model.sheet();
    const isGroup = region !== null && (region === BESIDE || regionById(layout, region) !== undefined);
    const key = isGroup ? region : NO_FIELD;
    const known = this.groups.get(key);
    if (known) return known;
    const group = document.createElement('section');
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', this.context.fieldName(key === NO_FIELD ? null : key));
    if (key !== NO_FIELD && key !== BESIDE) group.append(this.makeLabel(key));
    this.groups.set(key, group);
    this.root.append(group);
    return group;
  }

  private makeLabel(region: string): HTMLElement {
    const label = document.createElement('button');
    label.type = 'button';
    label.className = 'canvas-mirror-label';
    label.dataset.region = region;
    label.setAttribute('aria-haspopup', 'dialog');
    label.setAttribute('aria-label', this.context.labelName(region));
    return label;
  }

  private markSelected(): void {
    const selected = new Set(this.context.model.selection.get());
    if (selected.size === 0) this.gathering = false;
    for (const [id, { element }] of this.stickers) {
      const pressed = String(selected.has(id));
      if (element.getAttribute('aria-pressed') !== pressed) element.setAttribute('aria-pressed', pressed);
    }
  }

  /** Only activation without a pointer: what pointers do is the tools' affair. */
  private readonly click = (event: MouseEvent): void => {
    if (event.detail !== 0 || !(event.target instanceof HTMLElement)) return;
    const { stickerId, region } = event.target.dataset;
    const { model, activate } = this.context;
    if (stickerId !== undefined) activate(stickerId);
    if (region !== undefined) model.openLabel.set(region);
  };

  /** Shift with space adds a sticker to what is selected, or takes it out. */
  private readonly keyDown = (event: KeyboardEvent): void => {
    const { target, key, shiftKey } = event;
    const id = target instanceof HTMLElement ? target.dataset.stickerId : undefined;
    if (key !== ' ' || !shiftKey || id === undefined) return;
    event.preventDefault();
    const { model } = this.context;
    const selected = model.selection.get();
    // The first of them is selected by its focus already.
    const isNew = this.gathering || !selected.includes(id);
    this.gathering = true;
    const next = selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id];
    select(model, isNew ? next : selected);
  };

  private readonly focusIn = (event: FocusEvent): void => {
    if (!(event.target instanceof HTMLElement)) return;
    const { stickerId, region } = event.target.dataset;
    const { model, labelOf } = this.context;
    if (stickerId === undefined) {
      if (!this.gathering) model.selection.set([]);
      const label = region === undefined ? undefined : labelOf(region);
      if (label) model.camera.reveal(label);
      return;
    }
    // A tap or the end of writing selected it before: it is where somebody looks already.
    if (!this.gathering && model.selection.get().includes(stickerId)) return;
    if (!this.gathering) select(model, [stickerId]);
    const sticker = model.view().byId.get(stickerId);
    if (sticker) model.camera.reveal(squareAt(sticker.center, sticker.side));
  };
}

function setBox(element: HTMLElement, { x, y, width, height }: Rect): void {
  Object.assign(element.style, {
    left: `${x}px`,
    top: `${y}px`,
    width: `${width}px`,
    height: `${height}px`,
  });
}

/** Row by row, as one reads; stickers of a row seldom lie exactly level. */
function inReadingOrder(stickers: readonly StickerView[]): StickerView[] {
  return [...stickers].sort((a, b) => readingRank(a.center) - readingRank(b.center));
}

const ROW = 110;

function readingRank({ x, y }: { readonly x: number; readonly y: number }): number {
  return Math.round(y / ROW) * 10_000 + x;
}

/** Puts an element at its place in reading order; moving it when it is there already would lose its focus. */
function insertInOrder(group: HTMLElement, element: HTMLElement, center: StickerView['center']): void {
  const rank = readingRank(center);
  element.dataset.rank = String(rank);
  let after: Element | null = group.lastElementChild;
  while (after instanceof HTMLElement && (after === element || Number(after.dataset.rank ?? -1) > rank))
    after = after.previousElementSibling;
  const next = after ? after.nextElementSibling : group.firstElementChild;
  if (element.parentElement === group && (next === element || element.previousElementSibling === after))
    return;
  group.insertBefore(element, next);
}

/** Safari has no idle callbacks. */
function whenIdle(run: () => void): number {
  return typeof requestIdleCallback === 'function' ? requestIdleCallback(run) : window.setTimeout(run, 16);
}

function cancelIdle(handle: number): void {
  if (typeof cancelIdleCallback === 'function') cancelIdleCallback(handle);
  else clearTimeout(handle);
}
