import { type Point, type Rect, SHEET } from '@samenbord/shared/layout';
import {
  anchored,
  between,
  type Camera,
  clampCamera,
  clampScale,
  type Extent,
  easeInOut,
  fitRect,
  type Insets,
  NARROW,
  panBy,
  rectToView,
  toSheet,
  zoomAround,
} from './camera.ts';

const WHOLE_SHEET: Rect = { x: 0, y: 0, width: SHEET.width, height: SHEET.height };

/** Room for the controls that lie over the sheet's edges, in CSS pixels at a normal size of text. */
const ROOM: Insets = { top: 12, right: 12, bottom: 76, left: 12 };

/** On a narrow view the controls stand in a column. */
const NARROW_BOTTOM = 160;
/** The controls never take more than this part of the height from the sheet. */
const MOST_BOTTOM = 1 / 3;

/** ms a flight takes, and the time after the last movement at which the camera counts as at rest. */
const FLIGHT = 380;
const REST_AFTER = 130;
/** ms in which a wheel's zoom comes two thirds of the way, and a released pan loses two thirds of its speed. */
const ZOOM_EASE = 45;
const GLIDE_EASE = 160;
/** CSS pixels per ms below which a glide ends. */
const SLOWEST_GLIDE = 0.03;
/** The largest scale a flight to a field goes to: stickers then read like a page, not like a poster. */
const READING_SCALE = 1.1;

type Movement =
  | { kind: 'fly'; from: Camera; to: Camera; start: number }
  | { kind: 'zoom'; at: Point; scale: number; last: number }
  | { kind: 'glide'; vx: number; vy: number; last: number };

/** The one camera of a canvas: set by tools, animated by frames, followed by what hangs on the sheet. */
export interface CameraControl {
  get(): Camera;
  view(): Extent;
  /** Whether it stands still: since {@link REST_AFTER} ms, and no movement is under way. */
  resting(): boolean;
  /** Moves at once, by somebody's hand: ends any flight. */
  set(camera: Camera): void;
  /** Ends any movement where it is. */
  stop(): void;
  flyTo(camera: Camera): void;
  flyToRect(rect: Rect): void;
  /** Moves the sheet by CSS pixels at once. */
  panBy(dx: number, dy: number): void;
  /** Multiplies the scale around a point of the view at once. */
  zoomNow(at: Point, factor: number): void;
  /** As {@link zoomNow}, eased. */
  zoomBy(at: Point, factor: number): void;
  /** Lets go of a pan at this speed, in CSS pixels per ms. */
  glide(vx: number, vy: number): void;
  /** Shows the whole sheet, and keeps doing so when the view changes size until somebody moves it. */
  fitSheet(animated: boolean): void;
  /**
   * Pans as little as is needed to have a box of the sheet in view, clear of the controls.
   * @param covered CSS pixels at the view's bottom that something more lies over
   */
  reveal(rect: Rect, covered?: number): void;
  /**
   * The view has another size.
   * @param textScale how much larger than normal the page's text, and so its controls, are
   */
  resize(view: Extent, textScale?: number): void;
  /**
   * One animation frame.
   * @returns whether another is needed to move, or to notice that it rests
   */
  step(time: number): boolean;
  /** Calls back at every change. */
  onChange(listener: () => void): () => void;
  /** Calls back when it has come to rest. */
  onRest(listener: () => void): () => void;
}

export interface CameraOptions {
  readonly now: () => number;
  /** Asks for a call of `step`. */
  readonly requestFrame: () => void;
  readonly reducedMotion: () => boolean;
}

export function createCameraControl(options: CameraOptions): CameraControl {
  return new AnimatedCamera(options);
}

class AnimatedCamera implements CameraControl {
  private readonly options: CameraOptions;
  private camera: Camera = { x: 0, y: 0, scale: 0.25 };
  private extent: Extent = { width: 1, height: 1 };
  private insets = ROOM;
  private movement: Movement | undefined;
  /** Shows the whole sheet, whatever the size of the view, until somebody moves it. */
  private fitted = true;
  private changedAt = Number.NEGATIVE_INFINITY;
  private rests = false;
  private readonly changeListeners = new Set<() => void>();
  private readonly restListeners = new Set<() => void>();

  constructor(options: CameraOptions) {
    this.options = options;
  }

  get(): Camera {
    return this.camera;
  }

  view(): Extent {
    return this.extent;
  }

  resting(): boolean {
    return this.rests;
  }

  set(next: Camera): void {
    this.movement = undefined;
    this.fitted = false;
    this.show(next);
  }

  stop(): void {
    this.movement = undefined;
  }

  flyTo(to: Camera): void {
    this.fitted = false;
    this.fly(to);
  }

  flyToRect(rect: Rect): void {
    this.flyTo(fitRect(rect, this.extent, this.insets, READING_SCALE));
  }

  panBy(dx: number, dy: number): void {
    this.set(panBy(this.camera, dx, dy));
  }

  zoomNow(at: Point, factor: number): void {
    this.set(zoomAround(this.camera, at, this.camera.scale * factor, this.extent));
  }

  zoomBy(at: Point, factor: number): void {
    this.fitted = false;
    const goal = this.movement?.kind === 'zoom' ? this.movement.scale : this.camera.scale;
    const scale = clampScale(goal * factor, this.extent);
    if (this.options.reducedMotion()) this.show(zoomAround(this.camera, at, scale, this.extent));
    else this.move({ kind: 'zoom', at, scale, last: this.options.now() });
  }

  glide(vx: number, vy: number): void {
    if (this.options.reducedMotion() || Math.hypot(vx, vy) < SLOWEST_GLIDE) return;
    this.move({ kind: 'glide', vx, vy, last: this.options.now() });
  }

  fitSheet(animated: boolean): void {
    this.fitted = true;
    if (animated) {
      this.fly(this.wholeSheet());
      return;
    }
    this.movement = undefined;
    this.show(this.wholeSheet());
  }

  reveal(rect: Rect, covered = 0): void {
    const { insets, extent } = this;
    const box = rectToView(this.camera, rect);
    const bottom = Math.max(insets.bottom, covered);
    const dx = intoView(box.x, box.width, insets.left, extent.width - insets.right);
    const dy = intoView(box.y, box.height, insets.top, extent.height - bottom);
    if (dx !== 0 || dy !== 0) this.flyTo(panBy(this.camera, dx, dy));
  }

  resize(next: Extent, textScale = 1): void {
    const bottom = (next.width < NARROW ? NARROW_BOTTOM : ROOM.bottom) * textScale;
    this.insets = { ...ROOM, bottom: Math.min(bottom, Math.max(ROOM.bottom, next.height * MOST_BOTTOM)) };
    const { camera, extent } = this;
    const center = toSheet(camera, { x: extent.width / 2, y: extent.height / 2 });
    this.extent = next;
    this.movement = undefined;
    this.show(
      this.fitted
        ? this.wholeSheet()
        : anchored(center, { x: next.width / 2, y: next.height / 2 }, camera.scale),
    );
  }

  step(time: number): boolean {
    if (this.movement) {
      const result = advance(this.movement, this.camera, this.extent, time);
      this.movement = result.next;
      this.show(result.camera);
      return true;
    }
    if (this.rests) return false;
    if (time - this.changedAt < REST_AFTER) return true;
    this.rests = true;
    for (const listener of this.restListeners) listener();
    return false;
  }

  onChange(listener: () => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  onRest(listener: () => void): () => void {
    this.restListeners.add(listener);
    return () => this.restListeners.delete(listener);
  }

  private wholeSheet(): Camera {
    return fitRect(WHOLE_SHEET, this.extent, this.insets);
  }

  private move(movement: Movement): void {
    this.movement = movement;
    this.rests = false;
    this.options.requestFrame();
  }

  private fly(to: Camera): void {
    const target = clampCamera(to, this.extent);
    if (this.options.reducedMotion()) {
      this.movement = undefined;
      this.show(target);
    } else this.move({ kind: 'fly', from: this.camera, to: target, start: this.options.now() });
  }

  private show(next: Camera): void {
    const clamped = clampCamera(next, this.extent);
    const { x, y, scale } = this.camera;
    this.changedAt = this.options.now();
    this.rests = false;
    this.options.requestFrame();
    if (clamped.x === x && clamped.y === y && clamped.scale === scale) return;
    this.camera = clamped;
    for (const listener of this.changeListeners) listener();
  }
}

/** How far a stretch must move to lie between two bounds; its beginning counts where it is longer. */
function intoView(start: number, length: number, low: number, high: number): number {
  if (start < low) return low - start;
  return Math.min(0, Math.max(high - start - length, low - start));
}

/** Where a movement has brought the camera at this time, and what is left of it. */
function advance(
  movement: Movement,
  camera: Camera,
  view: Extent,
  time: number,
): { readonly camera: Camera; readonly next: Movement | undefined } {
  switch (movement.kind) {
    case 'fly': {
      const t = Math.max(0, (time - movement.start) / FLIGHT);
      const next = t >= 1 ? undefined : movement;
      return { camera: between(movement.from, movement.to, easeInOut(Math.min(1, t)), view), next };
    }
    case 'zoom': {
      const part = 1 - Math.exp(-Math.max(0, time - movement.last) / ZOOM_EASE);
      const scale = camera.scale * (movement.scale / camera.scale) ** part;
      const close = Math.abs(Math.log(movement.scale / scale)) < 0.002;
      const shown = zoomAround(camera, movement.at, close ? movement.scale : scale, view);
      return { camera: shown, next: close ? undefined : { ...movement, last: time } };
    }
    case 'glide': {
      const elapsed = Math.max(0, time - movement.last);
      const left = Math.exp(-elapsed / GLIDE_EASE);
      const { vx, vy } = movement;
      const way = GLIDE_EASE * (1 - left);
      const slow = Math.hypot(vx, vy) * left < SLOWEST_GLIDE;
      const next: Movement = { kind: 'glide', vx: vx * left, vy: vy * left, last: time };
      return { camera: panBy(camera, vx * way, vy * way), next: slow ? undefined : next };
    }
  }
}
