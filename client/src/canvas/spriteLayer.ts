import { type CanvasEvents, context2d } from './canvas2d.ts';
import type { Sprite } from './painting/sprites.ts';

/**
 * The sprites on the page: each a small canvas that the browser only moves. In a frame in which nothing comes, goes
 * or looks otherwise, nothing but transforms change, so that the page is neither laid out nor painted.
 */
export interface SpriteLayer {
  /** What they lie in. */
  readonly root: HTMLElement;
  /** Shows these and no others; what looks as before is not painted anew. @param pixelRatio device pixels per CSS pixel */
  show(sprites: readonly Sprite[], pixelRatio: number): void;
  /** Forgets all pictures: the system may have taken their memory. */
  reset(): void;
  destroy(): void;
}

interface Shown {
  readonly canvas: HTMLCanvasElement;
  readonly ctx: CanvasRenderingContext2D;
  look: readonly unknown[];
  ratio: number;
  transform: string;
  level: number;
}

/** Canvases kept for the next sprites. */
const MOST_SPARE = 24;
/** Out of sight without a change of the page. */
const AWAY = 'translate(-30000px, 0)';

/** @throws {NoCanvasError} at the first `show` when the browser gives no 2D canvas */
export function createSpriteLayer(container: HTMLDivElement, events: CanvasEvents): SpriteLayer {
  const root = document.createElement('div');
  root.className = 'canvas-sprites';
  container.append(root);
  const shown = new Map<string, Shown>();
  const spare: Shown[] = [];

  const make = (): Shown => {
    const before = spare.pop();
    if (before) return before;
    const canvas = document.createElement('canvas');
    root.append(canvas);
    canvas.className = 'canvas-sprite';
    canvas.addEventListener('contextlost', events.onLost);
    canvas.addEventListener('contextrestored', events.onRestored);
    return { canvas, ctx: context2d(canvas), look: [], ratio: 0, transform: '', level: 0 };
  };

  const move = (one: Shown, transform: string): void => {
    if (transform !== one.transform) one.canvas.style.transform = transform;
    one.transform = transform;
  };

  const put = (sprite: Sprite, ratio: number): void => {
    const known = shown.get(sprite.id);
    const one = known ?? make();
    if (!known) shown.set(sprite.id, one);
    if (!known || !isSameLook(one, sprite, ratio)) paint(one, sprite, ratio);
    // On whole device pixels: what is copied stays sharp.
    const [x, y] = [sprite.box.x, sprite.box.y].map((value) => Math.round(value * ratio) / ratio);
    move(one, `translate(${x}px, ${y}px)`);
    if (sprite.level !== one.level) one.canvas.style.zIndex = String(sprite.level);
    one.level = sprite.level;
  };

  const drop = (id: string, one: Shown): void => {
    shown.delete(id);
    if (spare.length >= MOST_SPARE) one.canvas.remove();
    else {
      move(one, AWAY);
      spare.push(one);
    }
  };

  return {
    root,
    show(sprites, pixelRatio) {
      const present = new Set(sprites.map(({ id }) => id));
      for (const [id, one] of shown) if (!present.has(id)) drop(id, one);
      for (const sprite of sprites) put(sprite, pixelRatio);
    },
    reset() {
      for (const { canvas } of [...shown.values(), ...spare]) canvas.remove();
      shown.clear();
      spare.length = 0;
    },
    destroy: () => root.remove(),
  };
}

/** Whether a sprite's picture is the one that is there; sizes that round alike are alike. */
function isSameLook({ canvas, look, ratio }: Shown, sprite: Sprite, pixelRatio: number): boolean {
  const size = pixelsOf(sprite, pixelRatio);
  return (
    ratio === pixelRatio &&
    Math.abs(canvas.width - size.width) <= 1 &&
    Math.abs(canvas.height - size.height) <= 1 &&
    look.length === sprite.look.length &&
    look.every((part, n) => Object.is(part, sprite.look[n]))
  );
}

function pixelsOf({ box }: Sprite, ratio: number) {
  return { width: Math.ceil(box.width * ratio) + 1, height: Math.ceil(box.height * ratio) + 1 };
}

function paint(one: Shown, sprite: Sprite, ratio: number): void {
  const { canvas, ctx } = one;
  const { width, height } = pixelsOf(sprite, ratio);
  // Giving a canvas a size empties it, and takes its context's settings back.
  canvas.width = width;
  canvas.height = height;
  canvas.style.width = `${width / ratio}px`;
  canvas.style.height = `${height / ratio}px`;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  sprite.paint(ctx);
  Object.assign(one, { look: sprite.look, ratio });
}
