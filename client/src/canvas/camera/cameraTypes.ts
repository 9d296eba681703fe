import type { Point, Rect } from '@samenbord/shared/layout';
import type { Camera, Extent, Insets } from './camera.ts';

/** Time after the last movement at which the camera counts as at rest, in ms. */
export const REST_AFTER = 130;

/** The one camera of a canvas: set by tools, animated by frames, followed by what hangs on the sheet. */
export interface CameraControl {
  get(): Camera;
  view(): Extent;
  /** Whether it stands still: since {@link REST_AFTER} ms, and no movement is under way. */
  resting(): boolean;
  /** Whether it shows the whole sheet because nobody moved it. */
  fitted(): boolean;
  /** Moves at once, by this person's hand: ends any flight. */
  set(camera: Camera): void;
  /** As {@link set}, where it was before: nobody's movement. */
  restore(camera: Camera): void;
  /** Ends any movement where it is. */
  stop(): void;
  flyTo(camera: Camera): void;
  /** @param largest the scale it goes to at most; as large as one reads with ease at a desk when left out */
  flyToRect(rect: Rect, largest?: number): void;
  /** Flies to where a box is as large as fits beside what lies over the view's edges. */
  fill(rect: Rect, beside: Insets): void;
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
  /** Says what there is to see: the sheet, or that with something beside it. Who sees all of it, goes on to. */
  cover(table: Rect): void;
  /** Flies to a box of the sheet, or to all of it, because somebody else asked for that. */
  bringTo(rect: Rect | null): void;
  /** Goes to where all of a box is in view, softly and from wherever it is: somebody else's view that moves. */
  chase(rect: Rect): void;
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
  /** Calls back when this person moves it, in whatever way. */
  onOwnMove(listener: () => void): () => void;
  /** Calls back when it has come to rest. */
  onRest(listener: () => void): () => void;
}

export interface CameraOptions {
  readonly now: () => number;
  /** Asks for a call of `step`. */
  readonly requestFrame: () => void;
  readonly reducedMotion: () => boolean;
}
