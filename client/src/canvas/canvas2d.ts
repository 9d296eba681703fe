/** What may become of a canvas. */
export interface CanvasEvents {
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
