import { Konva } from 'konva/lib/Core.js';
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

/**
 * @throws {Error} when the browser gives no 2D canvas
 */
export function createSurface(container: HTMLDivElement, events: SurfaceEvents): Surface {
  const stage = new Konva.Stage({ container, listening: false });
  // Pointers are read by the container: Konva's own listeners would measure the page at every move.
  stage.content.style.pointerEvents = 'none';
  const board = addLayer(stage, events, false);
  const overlay = addLayer(stage, events, true);
  let ratio = 1;

  return {
    pixelRatio: () => ratio,
    resize(view, devicePixelRatio) {
      const area = Math.max(1, view.width * view.height);
      ratio = Math.min(devicePixelRatio, Math.sqrt(MOST_PIXELS / area));
      for (const { layer } of [board, overlay]) layer.getCanvas().setPixelRatio(ratio);
      stage.size({ width: view.width, height: view.height });
      // Konva keeps a second canvas per layer for its own pointers: as large, and never used here.
      for (const { layer } of [board, overlay]) layer.hitCanvas.setSize(1, 1);
    },
    paintBoard: (paint) => board.paint(paint),
    paintOverlay(paint) {
      overlay.layer.canvas._canvas.style.visibility = paint ? 'visible' : 'hidden';
      if (paint) overlay.paint(paint);
    },
    destroy: () => stage.destroy(),
  };
}

/** @param cleared whether the layer is emptied before it is painted; the board covers all of it anyway */
function addLayer(stage: Konva.Stage, events: SurfaceEvents, cleared: boolean) {
  const layer = new Konva.Layer({ listening: false, clearBeforeDraw: cleared });
  let current: LayerPainter | undefined;
  const shape = new Konva.Shape({
    listening: false,
    perfectDrawEnabled: false,
    sceneFunc: (context) => {
      const ctx = context._context;
      ctx.save();
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      current?.(ctx);
      ctx.restore();
    },
  });
  layer.add(shape);
  stage.add(layer);
  const canvas = layer.canvas._canvas;
  canvas.addEventListener('contextlost', events.onLost);
  canvas.addEventListener('contextrestored', events.onRestored);
  return {
    layer,
    paint(painter: LayerPainter) {
      current = painter;
      layer.draw();
      current = undefined;
    },
  };
}
