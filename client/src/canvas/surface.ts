import type { Painter2D } from '../drawing/index.ts';
import type { Extent } from './camera.ts';

/** What paints one layer; the context is in device pixels. */
export type LayerPainter = (ctx: Painter2D) => void;

/** The two canvases of the board, one over the other. Nothing on them listens: tools do their own geometry. */
export interface Surface {
  /** Device pixels per CSS pixel, at most what the largest canvas allows. */
  pixelRatio(): number;
  resize(view: Extent, devicePixelRatio: number): void;
  paintBoard(paint: LayerPainter): void;
  /** `null` empties and hides the overlay. */
  paintOverlay(paint: LayerPainter | null): void;
  destroy(): void;
}

/** Device pixels of one canvas: a wall of 4K at full sharpness, and a little more. */
const MOST_PIXELS = 3840 * 2400;

export interface SurfaceEvents {
  /** The system took a canvas's memory: nothing can be drawn now. */
  readonly onLost: () => void;
  /** It is back, and empty. */
  readonly onRestored: () => void;
}

/** The browser gives no 2D canvas, for want of memory or by a policy. */
export class NoCanvasError extends Error {}

/** @throws {NoCanvasError} */
export function context2d(
  canvas: HTMLCanvasElement,
  options?: CanvasRenderingContext2DSettings,
): CanvasRenderingContext2D {
  const ctx = canvas.getContext('2d', options);
  if (!ctx) throw new NoCanvasError('This browser gives no 2D canvas.');
  return ctx;
}

/**
 * Plain canvases and no library for them: every pixel is painted by our own code, so that a scene graph would
 * only be another copy of the board, and thirty kilobytes to fetch before anything is seen.
 * @throws {NoCanvasError} when the browser gives no 2D canvas
 */
export function createSurface(container: HTMLDivElement, events: SurfaceEvents): Surface {
  const board = addLayer(container, events);
  const overlay = addLayer(container, events);
  let ratio = 1;

  return {
    pixelRatio: () => ratio,
    resize(view, devicePixelRatio) {
      const area = Math.max(1, view.width * view.height);
      ratio = Math.min(devicePixelRatio, Math.sqrt(MOST_PIXELS / area));
      for (const { canvas } of [board, overlay]) {
        canvas.width = Math.max(1, Math.round(view.width * ratio));
        canvas.height = Math.max(1, Math.round(view.height * ratio));
        canvas.style.width = `${view.width}px`;
        canvas.style.height = `${view.height}px`;
      }
    },
    // The board covers all of its canvas: emptying it first would be work for nothing.
    paintBoard: (paint) => paintOn(board.ctx, paint),
    paintOverlay(paint) {
      const { canvas, ctx } = overlay;
      canvas.style.visibility = paint ? 'visible' : 'hidden';
      if (!paint) return;
      ctx.clearRect(0, 0, canvas.width, canvas.height);
      paintOn(ctx, paint);
    },
    destroy() {
      for (const { canvas } of [board, overlay]) canvas.remove();
    },
  };
}

function addLayer(container: HTMLDivElement, events: SurfaceEvents) {
  const canvas = document.createElement('canvas');
  canvas.className = 'canvas-layer';
  const ctx = context2d(canvas);
  canvas.addEventListener('contextlost', events.onLost);
  canvas.addEventListener('contextrestored', events.onRestored);
  container.append(canvas);
  return { canvas, ctx };
}

function paintOn(ctx: CanvasRenderingContext2D, paint: LayerPainter): void {
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  paint(ctx);
  ctx.restore();
}
