import { type Rect, SHEET } from '@samenbord/shared/layout';
import { inset, intersects, PALETTE, type Painter2D } from '../../drawing/index.ts';
import type { Camera, Extent } from '../camera/camera.ts';
import { paintBeside, paintScene, type Scene, traceOf } from './scene.ts';
import { type MakeBitmap, TileLevel } from './tileLevel.ts';

/**
 * Paints the still part of the board: what is still is a bitmap per zoom level, cut in tiles, of which a
 * change repaints only the part it touches. With few stickers in view the board is painted anew while tiles
 * are wanting, so that it is always sharp; a full one shows the tiles there are, larger or smaller, and gets
 * sharp ones when the zoom rests, a few per frame.
 */
export interface BoardPainter {
  /** Something in this part of the sheet looks otherwise; `undefined` for everything. */
  invalidate(rect?: Rect): void;
  /** Forgets all bitmaps: the system may have taken their memory. */
  reset(): void;
  /** @returns whether all of it is sharp and up to date; if not, another frame is needed */
  paint(ctx: Painter2D, frame: BoardFrame): { readonly complete: boolean };
}

export interface BoardFrame {
  readonly scene: Scene;
  readonly camera: Camera;
  readonly view: Extent;
  readonly pixelRatio: number;
  /** The camera stands still. */
  readonly resting: boolean;
  readonly lifted: ReadonlySet<string>;
  /** All at once, however long it takes: nothing is on screen yet. */
  readonly atOnce: boolean;
}

/** Stickers in view up to which painting them anew takes a small part of a frame. */
const FEW = 130;
/** ms of a frame that may go to new tiles; while the camera rests nothing else has to be on time. */
const MOVING_BUDGET = 5;
const RESTING_BUDGET = 9;
const TILE = 256;
/** Scale of the whole sheet kept as a backdrop for a full board, in device pixels per sheet unit. */
const BACKDROP_SCALE = 0.3;
/** Tiles kept beside those in view: a way back without painting. */
const KEPT_SCREENS = 2.5;
/** The sheet's shadow on the page, in CSS pixels. */
const SHEET_SHADOW = [
  { grow: 1, drop: 0, color: 'rgb(28 36 48 / 0.05)' },
  { grow: 3, drop: 2, color: 'rgb(28 36 48 / 0.03)' },
  { grow: 7, drop: 4, color: 'rgb(28 36 48 / 0.018)' },
] as const;

export function createBoardPainter(makeBitmap: MakeBitmap): BoardPainter {
  let current: TileLevel | undefined;
  let previous: TileLevel | undefined;
  let backdrop: TileLevel | undefined;
  let frame: BoardFrame | undefined;
  let ratio = 0;

  const makeLevel = (scale: number, pixelRatio: number): TileLevel =>
    new TileLevel({
      scale,
      side: TILE * Math.ceil(pixelRatio),
      bounds: { x: 0, y: 0, width: SHEET.width * scale, height: SHEET.height * scale },
      makeBitmap,
      paint: (ctx, rect) => {
        if (frame) paintScene(ctx, frame.scene, rect, { ...frame, scale });
      },
    });

  /** Draws the first level; where it has no tile the next one, and so on. */
  const drawLevels = (ctx: Painter2D, levels: readonly TileLevel[], at: Offset, part: Rect): void => {
    const [level, ...rest] = levels;
    if (!level) return;
    const ratio = at.scale / level.scale;
    const own = {
      x: (part.x - at.x) / ratio,
      y: (part.y - at.y) / ratio,
      width: part.width / ratio,
      height: part.height / ratio,
    };
    level.draw(ctx, own, { x: at.x, y: at.y, ratio }, (box) => drawLevels(ctx, rest, at, box));
  };

  const paintTiles = (ctx: Painter2D, at: Offset, next: BoardFrame): boolean => {
    const started = performance.now();
    const budget = next.resting ? RESTING_BUDGET : MOVING_BUDGET;
    const isTimeUp = () => !next.atOnce && performance.now() - started > budget;
    if (current && current.scale !== at.scale && (next.resting || next.atOnce)) {
      previous = current;
      current = undefined;
    }
    current ??= makeLevel(at.scale, next.pixelRatio);
    const sharp = current.scale === at.scale;
    const seen = { x: -at.x, y: -at.y, width: at.width, height: at.height };
    const ready = sharp && (next.atOnce ? current.renderAtOnce(seen) : current.render(seen, isTimeUp));
    const screen = (at.width * at.height) / (TILE * Math.ceil(next.pixelRatio)) ** 2;
    current.trim(Math.ceil(screen * KEPT_SCREENS) + 16);
    if (ready) previous = undefined;
    else if (hasFew(next)) {
      paintAnew(ctx, next, at);
      return false;
    } else {
      backdrop ??= makeLevel(BACKDROP_SCALE, next.pixelRatio);
      const whole = { x: 0, y: 0, width: SHEET.width, height: SHEET.height };
      backdrop.render(whole, isTimeUp);
    }
    const levels = [current, previous, backdrop].filter((level) => level !== undefined);
    // A sheet far away is the backdrop's size: many small tiles of a finer level would only cost more.
    const usable = sharp ? levels : levels.filter((level) => level.scale < 4 * at.scale);
    drawLevels(ctx, usable, at, { x: 0, y: 0, width: at.width, height: at.height });
    return ready;
  };

  const reset = (): void => {
    current = undefined;
    previous = undefined;
    backdrop = undefined;
  };

  return {
    invalidate(rect) {
      for (const level of [current, previous, backdrop]) level?.invalidate(rect);
    },
    reset,
    paint(ctx, next) {
      if (next.pixelRatio !== ratio) reset();
      ratio = next.pixelRatio;
      frame = next;
      const at = offsetOf(next);
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      paintPage(ctx, at, next.pixelRatio);
      besideAt(ctx, next, at);
      if (!next.resting && !next.atOnce && current?.scale !== at.scale && hasFew(next)) {
        paintAnew(ctx, next, at);
        return { complete: false };
      }
      ctx.imageSmoothingQuality = 'low';
      return { complete: paintTiles(ctx, at, next) };
    },
  };
}

/** Where the sheet's origin lies, in whole device pixels: what is copied stays sharp. */
interface Offset extends Extent {
  readonly x: number;
  readonly y: number;
  /** Device pixels per sheet unit. */
  readonly scale: number;
}

function offsetOf({ camera, view, pixelRatio }: BoardFrame): Offset {
  const scale = camera.scale * pixelRatio;
  return {
    x: Math.round(-camera.x * scale),
    y: Math.round(-camera.y * scale),
    scale,
    width: Math.round(view.width * pixelRatio),
    height: Math.round(view.height * pixelRatio),
  };
}

function seenRect(at: Offset): Rect {
  return {
    x: -at.x / at.scale,
    y: -at.y / at.scale,
    width: at.width / at.scale,
    height: at.height / at.scale,
  };
}

function hasFew({ scene, camera, view }: BoardFrame): boolean {
  const seen = {
    x: camera.x,
    y: camera.y,
    width: view.width / camera.scale,
    height: view.height / camera.scale,
  };
  let count = 0;
  for (const sticker of scene.sheet.stickers) {
    if (intersects(traceOf(sticker), seen)) count += 1;
    if (count > FEW) return false;
  }
  return true;
}

function paintAnew(ctx: Painter2D, frame: BoardFrame, at: Offset): void {
  ctx.save();
  ctx.setTransform(at.scale, 0, 0, at.scale, at.x, at.y);
  ctx.beginPath();
  ctx.rect(0, 0, SHEET.width, SHEET.height);
  ctx.clip();
  paintScene(ctx, frame.scene, seenRect(at), { ...frame, scale: at.scale });
  ctx.restore();
}

/** What lies beside the sheet is little, and painted anew each time. */
function besideAt(ctx: Painter2D, frame: BoardFrame, at: Offset): void {
  ctx.save();
  ctx.setTransform(at.scale, 0, 0, at.scale, at.x, at.y);
  paintBeside(ctx, frame.scene, { ...frame, scale: at.scale });
  ctx.restore();
}

/** The page around the sheet, and the sheet's shadow on it. The sheet's own place is left to the tiles. */
function paintPage(ctx: Painter2D, at: Offset, pixelRatio: number): void {
  const sheet = { x: at.x, y: at.y, width: SHEET.width * at.scale, height: SHEET.height * at.scale };
  ctx.fillStyle = PALETTE.page;
  for (const strip of around(sheet, at)) ctx.fillRect(strip.x, strip.y, strip.width, strip.height);
  for (const { grow, drop, color } of SHEET_SHADOW) {
    const by = grow * pixelRatio;
    ctx.fillStyle = color;
    const shadow = inset({ ...sheet, y: sheet.y + drop * pixelRatio }, -by);
    for (const strip of around(sheet, at)) {
      if (!intersects(strip, shadow)) continue;
      ctx.save();
      ctx.beginPath();
      ctx.rect(strip.x, strip.y, strip.width, strip.height);
      ctx.clip();
      ctx.fillRect(shadow.x, shadow.y, shadow.width, shadow.height);
      ctx.restore();
    }
  }
}

/** What of the view lies above, below, left and right of the sheet; pixels the sheet shares are in both. */
function around({ x, y, width, height }: Rect, view: Extent): Rect[] {
  const top = Math.min(view.height, Math.max(0, y));
  const left = Math.min(view.width, Math.max(0, x));
  const bottom = Math.max(0, Math.min(view.height, Math.floor(y + height)));
  const right = Math.max(0, Math.min(view.width, Math.floor(x + width)));
  return [
    { x: 0, y: 0, width: view.width, height: top },
    { x: 0, y: bottom, width: view.width, height: view.height - bottom },
    { x: 0, y: top, width: left, height: bottom - top },
    { x: right, y: top, width: view.width - right, height: bottom - top },
  ].filter((strip) => strip.width > 0 && strip.height > 0);
}
