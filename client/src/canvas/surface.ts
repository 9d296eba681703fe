import type { Rect } from '@samenbord/shared/layout';
import type { Painter2D } from '../drawing/index.ts';
import type { Extent } from './camera/camera.ts';
import { type CanvasEvents, context2d } from './canvas2d.ts';
import { createGuideLayer } from './guideLayer.ts';
import { GUIDE } from './painting/drawTraces.ts';
import type { Sprite } from './painting/sprites.ts';
import { createSpriteLayer } from './spriteLayer.ts';

/** What paints one layer; the context is in device pixels. */
export type LayerPainter = (ctx: Painter2D) => void;

/** The canvases of the board: what is still, an overlay for the moment, and over them what moves. Nothing on them listens: tools do their own geometry. */
export interface Surface {
  /** Device pixels per CSS pixel, at most what the largest canvas allows. */
  pixelRatio(): number;
  resize(view: Extent, devicePixelRatio: number): void;
  paintBoard(paint: LayerPainter): void;
  /** `null` empties and hides the overlay. */
  paintOverlay(paint: LayerPainter | null): void;
  showSprites(sprites: readonly Sprite[]): void;
  /** Thin lines over all, in CSS pixels of the view. */
  showGuides(lines: readonly Rect[]): void;
  /** Forgets the pictures of what moves: the system may have taken their memory. */
  resetSprites(): void;
  destroy(): void;
}

/** Device pixels of one canvas: a wall of 4K at full sharpness, and a little more. */
const MOST_PIXELS = 3840 * 2400;

/**
 * Plain canvases and no library for them: every pixel is painted by our own code, so that a scene graph would
 * only be another copy of the board, and thirty kilobytes to fetch before anything is seen.
 * @throws {NoCanvasError} when the browser gives no 2D canvas
 */
export function createSurface(container: HTMLDivElement, events: CanvasEvents): Surface {
  // Nothing of the board is see-through, so the page behind it need not be mixed in.
  const board = addLayer(container, events, { alpha: false });
  board.canvas.style.visibility = 'hidden';
  const overlay = addLayer(container, events);
  const sprites = createSpriteLayer(container, events);
  const guides = createGuideLayer(sprites.root, GUIDE);
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
    paintBoard(paint) {
      paintOn(board.ctx, paint);
      // Black until it is painted.
      board.canvas.style.visibility = 'visible';
    },
    paintOverlay(paint) {
      const { canvas, ctx } = overlay;
      canvas.style.visibility = paint ? 'visible' : 'hidden';
      if (!paint) return;
      ctx.clearRect(0, 0, canvas.width, canvas.height);
      paintOn(ctx, paint);
    },
    showSprites: (all) => sprites.show(all, ratio),
    showGuides: guides.show,
    resetSprites: sprites.reset,
    destroy() {
      guides.destroy();
      sprites.destroy();
      for (const { canvas } of [board, overlay]) canvas.remove();
    },
  };
}

function addLayer(
  container: HTMLDivElement,
  events: CanvasEvents,
  settings?: CanvasRenderingContext2DSettings,
) {
  const canvas = document.createElement('canvas');
  canvas.className = 'canvas-layer';
  const ctx = context2d(canvas, settings);
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
