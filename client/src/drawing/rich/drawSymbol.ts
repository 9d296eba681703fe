import { isIconName } from '@samenbord/shared/board';
import type { Rect } from '@samenbord/shared/layout';
import { PALETTE } from '../colors.ts';
import { type Painter2D, roundedPath } from '../shapes.ts';

/** Shapes of icons, fetched when one is first drawn. */
export interface IconShelf {
  /** `undefined` while they are fetched, and for one that is not known. */
  get(name: string): Path2D | undefined;
  /** Waits for them. Never rejects. */
  load(): Promise<void>;
}

/** @param arrived icons can be drawn from now on */
export function createIconShelf(arrived: () => void): IconShelf {
  let shapes: Readonly<Record<string, string>> | undefined;
  let coming: Promise<void> | undefined;
  const paths = new Map<string, Path2D>();
  const load = (): Promise<void> => {
    coming ??= import('./iconShapes.ts').then(
      ({ ICON_SHAPES }) => {
        shapes = ICON_SHAPES;
        arrived();
      },
      () => {
        // The next that is drawn tries again.
        coming = undefined;
      },
    );
    return coming;
  };
  return {
    load,
    get(name) {
      if (!shapes) void load();
      const known = paths.get(name);
      const shape = known ?? (shapes && Object.hasOwn(shapes, name) ? new Path2D(shapes[name]) : undefined);
      if (shape && !known) paths.set(name, shape);
      return shape;
    },
  };
}

/** Side of the square that icons are drawn in. */
const SQUARE = 24;
const LINE = 2;
const EMOJI_FONT = '"Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji", sans-serif';

/** Draws an icon or an emoji in a square. @param onPicture it needs a ground of its own */
export function drawSymbol(
  ctx: Painter2D,
  symbol: string,
  box: Rect,
  icons: Pick<IconShelf, 'get'>,
  onPicture: boolean,
): void {
  if (onPicture) {
    roundedPath(ctx, box, box.width * 0.2);
    ctx.fillStyle = PALETTE.sheet;
    ctx.fill();
  }
  const inner = onPicture ? box.width * 0.14 : 0;
  const size = box.width - 2 * inner;
  if (isIconName(symbol)) {
    const path = icons.get(symbol);
    if (!path) return;
    ctx.save();
    ctx.translate(box.x + inner, box.y + inner);
    ctx.scale(size / SQUARE, size / SQUARE);
    ctx.strokeStyle = PALETTE.ink;
    ctx.lineWidth = LINE;
    ctx.lineCap = 'round';
    ctx.lineJoin = 'round';
    ctx.stroke(path);
    ctx.restore();
    return;
  }
  ctx.font = `${size * 0.86}px ${EMOJI_FONT}`;
  ctx.fillStyle = PALETTE.ink;
  ctx.direction = 'ltr';
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText(symbol, box.x + box.width / 2, box.y + box.height / 2 + size * 0.04);
}
