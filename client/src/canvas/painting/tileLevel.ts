import type { Point, Rect } from '@samenbord/shared/layout';
import { intersects, type Painter2D, union } from '../../drawing/index.ts';

/** A canvas to keep a tile's pixels in. */
export interface TileBitmap {
  readonly canvas: HTMLCanvasElement;
  readonly ctx: Painter2D;
}

/** Makes a canvas of so many device pixels. */
export type MakeBitmap = (width: number, height: number) => TileBitmap;

/** Where a level's origin lies on a context, and how much it is magnified. */
export interface Placing {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

export interface TileOptions {
  readonly scale: number;
  /** Side of a tile in device pixels. */
  readonly side: number;
  /** The part of the level that has anything to show, in device pixels. */
  readonly bounds: Rect;
  readonly makeBitmap: MakeBitmap;
  /** Paints a part of the sheet; the context's unit is a sheet unit and only `rect` will be kept. */
  readonly paint: (ctx: Painter2D, rect: Rect, scale: number) => void;
}

interface Tile extends TileBitmap {
  readonly column: number;
  readonly row: number;
  /** In sheet units; nothing when it is up to date. */
  dirty: Rect | 'all' | undefined;
  used: number;
}

/** Everything that is still, as bitmaps of one zoom level: the sheet and the stickers nobody holds. */
export class TileLevel {
  /** Device pixels per sheet unit. */
  readonly scale: number;
  private readonly options: TileOptions;
  private readonly tiles = new Map<string, Tile>();
  private readonly spare: TileBitmap[] = [];
  /** Counts renderings, to know which tiles were used last. */
  private clock = 0;

  constructor(options: TileOptions) {
    this.options = options;
    this.scale = options.scale;
  }

  /** This part of the sheet is drawn otherwise now; `undefined` for all of it. */
  invalidate(rect?: Rect): void {
    for (const tile of this.tiles.values()) {
      if (!rect) tile.dirty = 'all';
      else if (tile.dirty !== 'all' && intersects(this.partOf(tile), rect))
        tile.dirty = tile.dirty ? union(tile.dirty, rect) : rect;
    }
  }

  /**
   * Paints what is missing or out of date in this part (device pixels of this level). Small repairs are
   * always made; new tiles only until the time is up.
   * @returns whether all of the part is ready
   */
  render(part: Rect, isTimeUp: () => boolean): boolean {
    this.clock += 1;
    let ready = true;
    this.each(part, (column, row) => {
      const tile = this.tiles.get(keyOf(column, row));
      if (tile) tile.used = this.clock;
      if (tile && !tile.dirty) return;
      const isRepair = tile && tile.dirty !== 'all';
      if (!isRepair && isTimeUp()) ready = false;
      else this.repaint(tile ?? this.make(column, row));
    });
    return ready;
  }

  /**
   * Paints what is missing or out of date in this part (device pixels of this level) in one go, and cuts it into
   * tiles: what lies across several of them is painted once, which of a full board saves a third of the time.
   * @returns that all of it is ready
   */
  renderAtOnce(part: Rect): true {
    this.clock += 1;
    const wanted: Tile[] = [];
    this.each(part, (column, row) => {
      const tile = this.tiles.get(keyOf(column, row)) ?? this.make(column, row);
      tile.used = this.clock;
      if (tile.dirty) wanted.push(tile);
    });
    const { side } = this.options;
    const box = coverOf(wanted);
    if (wanted.length < 2 || box.width * box.height * side * side > MOST_AT_ONCE) {
      for (const tile of wanted) this.repaint(tile);
      return true;
    }
    const bitmap = this.options.makeBitmap(box.width * side, box.height * side);
    this.paintOn(bitmap.ctx, box, this.partOf({ column: box.x, row: box.y }, box));
    for (const tile of wanted) {
      const from = { x: (tile.column - box.x) * side, y: (tile.row - box.y) * side };
      tile.ctx.drawImage(bitmap.canvas, from.x, from.y, side, side, 0, 0, side, side);
      tile.dirty = undefined;
    }
    return true;
  }

  /**
   * Copies the tiles of this part to a context in device pixels.
   * @param missing called with the box, in device pixels of the context, of each tile there is none of
   */
  draw(ctx: Painter2D, part: Rect, place: Placing, missing: (box: Rect) => void): void {
    const { side, bounds } = this.options;
    // Tiles reach beyond what there is to show; those pixels are never copied.
    const lastX = Math.round(bounds.x + bounds.width);
    const lastY = Math.round(bounds.y + bounds.height);
    this.each(part, (column, row) => {
      const x = column * side;
      const y = row * side;
      const whole = { x, y, width: Math.min(side, lastX - x), height: Math.min(side, lastY - y) };
      const wanted = overlap(whole, part);
      const box = wanted && placed(wanted, place);
      if (!wanted || !box || box.width < 1 || box.height < 1) return;
      const tile = this.tiles.get(keyOf(column, row));
      if (!tile) {
        missing(box);
        return;
      }
      const from = { ...wanted, x: wanted.x - x, y: wanted.y - y };
      ctx.drawImage(
        tile.canvas,
        from.x,
        from.y,
        from.width,
        from.height,
        box.x,
        box.y,
        box.width,
        box.height,
      );
    });
  }

  /** Forgets the tiles used least recently, down to this many. */
  trim(most: number): void {
    if (this.tiles.size <= most) return;
    const oldest = [...this.tiles].sort(([, a], [, b]) => a.used - b.used);
    for (const [key, { canvas, ctx }] of oldest.slice(0, this.tiles.size - most)) {
      this.tiles.delete(key);
      if (this.spare.length < MOST_SPARE) this.spare.push({ canvas, ctx });
    }
  }

  /** The part of the sheet that a tile shows, or so many from that one on, in sheet units. */
  private partOf({ column, row }: Pick<Tile, 'column' | 'row'>, { width, height } = ONE): Rect {
    const side = this.options.side / this.scale;
    return { x: column * side, y: row * side, width: width * side, height: height * side };
  }

  private repaint(tile: Tile): void {
    const { ctx, column, row, dirty } = tile;
    const part = dirty === 'all' || !dirty ? this.partOf(tile) : snapped(dirty, this.scale);
    this.paintOn(ctx, { x: column, y: row }, part);
    tile.dirty = undefined;
  }

  /** @param origin the column and row that lies at the context's origin */
  private paintOn(ctx: Painter2D, { x, y }: Point, part: Rect): void {
    const { side, paint } = this.options;
    const { scale } = this;
    ctx.save();
    ctx.setTransform(scale, 0, 0, scale, -x * side, -y * side);
    ctx.beginPath();
    ctx.rect(part.x, part.y, part.width, part.height);
    ctx.clip();
    paint(ctx, part, scale);
    ctx.restore();
  }

  private make(column: number, row: number): Tile {
    const bitmap = this.spare.pop() ?? this.options.makeBitmap(this.options.side, this.options.side);
    const tile: Tile = { ...bitmap, column, row, dirty: 'all', used: this.clock };
    this.tiles.set(keyOf(column, row), tile);
    return tile;
  }

  /** Visits the tiles that cover this part of the level. */
  private each(part: Rect, visit: (column: number, row: number) => void): void {
    const { side, bounds } = this.options;
    const right = Math.min(part.x + part.width, bounds.x + bounds.width);
    const bottom = Math.min(part.y + part.height, bounds.y + bounds.height);
    for (let row = Math.floor(Math.max(part.y, bounds.y) / side); row * side < bottom; row += 1) {
      for (let column = Math.floor(Math.max(part.x, bounds.x) / side); column * side < right; column += 1)
        visit(column, row);
    }
  }
}

/** Pixels that are painted in one go, at most: a screen of 4K and the tiles around it. */
const MOST_AT_ONCE = 4608 * 2816;

const ONE = { width: 1, height: 1 };

/** Bitmaps kept for the next tiles: making one costs more than painting it. */
const MOST_SPARE = 8;

/** The columns and rows that tiles take together. */
function coverOf(tiles: readonly Tile[]): Rect {
  const x = Math.min(...tiles.map(({ column }) => column));
  const y = Math.min(...tiles.map(({ row }) => row));
  const right = Math.max(...tiles.map(({ column }) => column + 1));
  const bottom = Math.max(...tiles.map(({ row }) => row + 1));
  return { x, y, width: right - x, height: bottom - y };
}

const keyOf = (column: number, row: number): string => `${column},${row}`;

/** The part grown to whole device pixels, so that a repair leaves no seam. */
function snapped(rect: Rect, scale: number): Rect {
  const left = Math.floor(rect.x * scale) / scale;
  const top = Math.floor(rect.y * scale) / scale;
  return {
    x: left,
    y: top,
    width: Math.ceil((rect.x + rect.width) * scale) / scale - left,
    height: Math.ceil((rect.y + rect.height) * scale) / scale - top,
  };
}

/** Where a box of a level comes on the context: on whole pixels, so that neighbours meet without a seam. */
function placed(rect: Rect, { x, y, ratio }: Placing): Rect {
  const left = Math.round(x + rect.x * ratio);
  const top = Math.round(y + rect.y * ratio);
  return {
    x: left,
    y: top,
    width: Math.round(x + (rect.x + rect.width) * ratio) - left,
    height: Math.round(y + (rect.y + rect.height) * ratio) - top,
  };
}

function overlap(a: Rect, b: Rect): Rect | undefined {
  if (!intersects(a, b)) return undefined;
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  return {
    x,
    y,
    width: Math.min(a.x + a.width, b.x + b.width) - x,
    height: Math.min(a.y + a.height, b.y + b.height) - y,
  };
}
