import { GROUP_TITLE, type Rect } from '@samenbord/shared/layout';
import { mix, PALETTE } from './colors.ts';
import { fitBox } from './fitText.ts';
import { font } from './font.ts';
import { type Painter2D, roundedPath } from './shapes.ts';
import type { Typesetter } from './typesetter.ts';

/** Letters of a title, in sheet units: as those of a field's name. */
const SIZES = [30, 26, 22] as const;
const ROUND = 18;
const PADDING = 16;
const TITLE_GROUND = mix(PALETTE.accent, '#FFFFFF', 0.18);

/** What lies outside a frame's box of it, in sheet units. */
export const GROUP_EDGE = 4;

interface GroupOptions {
  /** Device pixels per sheet unit. */
  readonly scale: number;
  readonly type: Typesetter;
}

/** The frame of a group with its title at the top. Its ground lets the field be seen. The unit is a sheet unit. */
export function drawGroup(
  ctx: Painter2D,
  { box, title }: { readonly box: Rect; readonly title: string },
  { scale, type }: GroupOptions,
): void {
  ctx.save();
  roundedPath(ctx, { ...box }, ROUND);
  ctx.fillStyle = 'rgb(11 92 102 / 0.07)';
  ctx.fill();
  roundedPath(ctx, { ...box, height: GROUP_TITLE - 6 }, [ROUND, ROUND, 0, 0]);
  // What the frame is called is read over whatever lies under it.
  ctx.fillStyle = TITLE_GROUND;
  ctx.fill();
  roundedPath(ctx, { ...box }, ROUND);
  ctx.strokeStyle = PALETTE.accent;
  ctx.lineWidth = Math.max(3, 1.2 / scale);
  ctx.stroke();
  const { size, lines } = fitBox(
    title,
    { width: box.width - 2 * PADDING, height: SIZES[0] },
    SIZES,
    type.measure(600),
  );
  const [line] = lines;
  if (line && line.text !== '') {
    ctx.font = font(size, 600);
    ctx.fillStyle = PALETTE.ink;
    ctx.textBaseline = 'alphabetic';
    ctx.textRendering = 'geometricPrecision';
    ctx.direction = line.rtl ? 'rtl' : 'ltr';
    ctx.textAlign = line.rtl ? 'right' : 'left';
    const x = line.rtl ? box.x + box.width - PADDING : box.x + PADDING;
    ctx.fillText(line.text, x, box.y + GROUP_TITLE / 2 - 3 + size * 0.36);
  }
  ctx.restore();
}
