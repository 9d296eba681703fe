import { type Point, type Rect, SHEET_RECT } from '@samenbord/shared/layout';
import {
  anchored,
  type Camera,
  clampCamera,
  clampScale,
  type Extent,
  fitRect,
  type Insets,
  NARROW,
  panBy,
  rectToView,
  toSheet,
  zoomAround,
} from './camera.ts';
import { advance, type Movement, SLOWEST_GLIDE } from './cameraMovement.ts';
import { type CameraControl, type CameraOptions, REST_AFTER } from './cameraTypes.ts';

export type { CameraControl } from './cameraTypes.ts';

/** Room for the controls that lie over the sheet's edges, in CSS pixels at a normal size of text. */
const ROOM: Insets = { top: 12, right: 12, bottom: 76, left: 12 };

/** A view that is followed is shown whole, controls or not: two windows of one size then show the same. */
const NO_ROOM: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

/** On a narrow view the controls stand in a column. */
const NARROW_BOTTOM = 204;
/** The controls never take more than this part of the height from the sheet. */
const MOST_BOTTOM = 1 / 3;

/** The largest scale a flight to a field goes to: stickers then read like a page, not like a poster. */
const READING_SCALE = 1.1;

export function createCameraControl(options: CameraOptions): CameraControl {
  return new AnimatedCamera(options);
}

class AnimatedCamera implements CameraControl {
  private readonly options: CameraOptions;
  private camera: Camera = { x: 0, y: 0, scale: 0.25 };
  private extent: Extent = { width: 1, height: 1 };
  private insets = ROOM;
  private table = SHEET_RECT;
  /** How much larger than normal letters are to be. */
  private textScale = 1;
  private movement: Movement | undefined;
  /** Shows the whole sheet, whatever the size of the view, until somebody moves it. */
  private whole = true;
  private changedAt = Number.NEGATIVE_INFINITY;
  private rests = false;
  private readonly changeListeners = new Set<() => void>();
  private readonly restListeners = new Set<() => void>();
  private readonly ownListeners = new Set<() => void>();

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

  fitted(): boolean {
    return this.whole;
  }

  set(next: Camera): void {
    this.byHand();
    this.restore(next);
  }

  restore(next: Camera): void {
    this.movement = undefined;
    this.whole = false;
    this.show(next);
  }

  stop(): void {
    this.movement = undefined;
  }

  flyTo(to: Camera): void {
    this.byHand();
    this.whole = false;
    this.fly(to);
  }

  flyToRect(rect: Rect, largest = READING_SCALE * this.textScale): void {
    this.flyTo(fitRect(rect, this.extent, this.insets, largest));
  }

  fill(rect: Rect, beside: Insets): void {
    this.flyTo(fitRect(rect, this.extent, beside));
  }

  panBy(dx: number, dy: number): void {
    this.set(panBy(this.camera, dx, dy));
  }

  zoomNow(at: Point, factor: number): void {
    this.set(zoomAround(this.camera, at, this.camera.scale * factor, this.extent));
  }

  zoomBy(at: Point, factor: number): void {
    this.byHand();
    this.whole = false;
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
    if (animated) {
      this.byHand();
      this.bringTo(null);
      return;
    }
    this.whole = true;
    this.movement = undefined;
    this.show(this.wholeSheet());
  }

  cover(table: Rect): void {
    if (table === this.table) return;
    this.table = table;
    if (this.whole) this.fly(this.wholeSheet());
  }

  bringTo(rect: Rect | null): void {
    this.whole = rect === null;
    this.fly(rect === null ? this.wholeSheet() : fitRect(rect, this.extent, this.insets, READING_SCALE));
  }

  chase(rect: Rect): void {
    this.whole = false;
    const to = clampCamera(fitRect(rect, this.extent, NO_ROOM), this.extent, this.table);
    if (this.options.reducedMotion()) {
      this.movement = undefined;
      this.show(to);
    } else this.move({ kind: 'chase', to, last: this.options.now() });
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
    this.textScale = textScale;
    this.insets = { ...ROOM, bottom: Math.min(bottom, Math.max(ROOM.bottom, next.height * MOST_BOTTOM)) };
    const { camera, extent } = this;
    const center = toSheet(camera, { x: extent.width / 2, y: extent.height / 2 });
    this.extent = next;
    this.movement = undefined;
    this.show(
      this.whole
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

  onOwnMove(listener: () => void): () => void {
    this.ownListeners.add(listener);
    return () => this.ownListeners.delete(listener);
  }

  private byHand(): void {
    for (const listener of this.ownListeners) listener();
  }

  private wholeSheet(): Camera {
    return fitRect(this.table, this.extent, this.insets);
  }

  private move(movement: Movement): void {
    this.movement = movement;
    this.rests = false;
    this.options.requestFrame();
  }

  private fly(to: Camera): void {
    const target = clampCamera(to, this.extent, this.table);
    if (this.options.reducedMotion()) {
      this.movement = undefined;
      this.show(target);
    } else this.move({ kind: 'fly', from: this.camera, to: target, start: this.options.now() });
  }

  private show(next: Camera): void {
    const clamped = clampCamera(next, this.extent, this.table);
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
