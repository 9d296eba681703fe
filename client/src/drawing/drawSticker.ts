import { isLate } from '@samenbord/shared/board';
import { type Point, type Rect, squareAt } from '@samenbord/shared/layout';
import type { StickerView } from '../board/types.ts';
import { mix, PALETTE, tint } from './colors.ts';
import { drawLate } from './drawLate.ts';
import { drawMark } from './drawMark.ts';
import { drawVotes, votesFoot } from './drawVotes.ts';
import { type FittedText, LINE_HEIGHT, stickerDisc, stickerTextBox, type TextFitter } from './fitText.ts';
import { font } from './font.ts';
import { isPictorial, type Pictorial } from './pictorial.ts';
import { type Painter2D, roundedPath } from './shapes.ts';

/** What of a sticker is needed to draw it. */
export type DrawnSticker = Pick<
  StickerView,
  'center' | 'side' | 'text' | 'partner' | 'tags' | 'picture' | 'symbol' | 'ink' | 'votes'
>;

export interface StickerOptions {
  /** Device pixels per sheet unit: decides on detail too small to see. */
  readonly scale: number;
  readonly fit: TextFitter;
  /** Where to draw it, when that is not its own centre. */
  readonly center?: Point;
  /** In somebody's hand: with a deeper shadow. */
  readonly lifted?: boolean;
  /** The words on one that came after the reveal of its silent round. */
  readonly late: string;
  /** Ground and mark only: an editor lies on it. */
  readonly withoutText?: boolean;
  /** Draws pictures and icons; without it there are only words. */
  readonly pictorial?: Pictorial | undefined;
}

/** How far a sticker's shadow reaches beyond its side, in sheet units; lifted ones included. */
export const STICKER_SHADOW = 26;

/** Below this font size in device pixels letters are a grey blur at best: bars say "text" just as well. */
const SMALLEST_LETTERS = 3.2;

/** Where the first baseline lies below the top of its line, in em. */
const ASCENT = 0.94;

/** Ground and edge of a sticker: its partner's colour, or a warm grey. */
export function stickerColors(partner: { readonly color: string } | null): {
  readonly ground: string;
  readonly edge: string;
} {
  if (partner === null) return { ground: PALETTE.neutral, edge: PALETTE.neutralEdge };
  return { ground: tint(partner.color), edge: partner.color };
}

/**
 * Draws one sticker. The context's unit is a sheet unit.
 */
export function drawSticker(ctx: Painter2D, sticker: DrawnSticker, options: StickerOptions): void {
  const { side, partner, text } = sticker;
  const box = squareAt(options.center ?? sticker.center, side);
  drawGround(ctx, box, partner, options);
  const pictorial = isPictorial(sticker) ? options.pictorial : undefined;
  pictorial?.under(ctx, sticker, box, options.scale);
  if (partner) {
    const { radius, inset } = stickerDisc(side);
    const reach = radius + inset;
    drawMark(ctx, { x: box.x + side - reach, y: box.y + side - reach }, radius, partner);
  }
  if (isLate(sticker)) drawLate(ctx, box, options.late);
  if (!options.withoutText && text.trim() !== '') drawWhole(ctx, sticker, box, options);
  pictorial?.ink(ctx, sticker, box);
  drawVotes(ctx, sticker, box, options.scale);
}

/** All of its words, none of them beyond its edges. */
function drawWhole(ctx: Painter2D, sticker: DrawnSticker, box: Rect, options: StickerOptions): void {
  const { side, text } = sticker;
  if (!TOWER.test(text)) {
    drawSaid(ctx, sticker, box, options);
    return;
  }
  ctx.save();
  ctx.beginPath();
  ctx.rect(box.x, box.y, side, side);
  ctx.clip();
  drawSaid(ctx, sticker, box, options);
  ctx.restore();
}

/** The words: on all of the sticker, or in the room beside what else it shows. */
function drawSaid(ctx: Painter2D, sticker: DrawnSticker, box: Rect, options: StickerOptions): void {
  const { pictorial, scale } = options;
  if (pictorial && isPictorial(sticker)) {
    pictorial.over(ctx, sticker, box, scale);
    return;
  }
  const { side } = sticker;
  const foot = votesFoot(sticker);
  const { padding, ...area } = stickerTextBox(side, foot);
  const words = { ...area, x: box.x + padding, y: box.y + padding };
  drawWords(ctx, words, options.fit(sticker.text, side, foot), scale);
}

/** Marks stacked on one letter reach beyond its line, and beyond the sticker. Clipping costs, so only then. */
const TOWER = /\p{M}{4}/u;

function drawGround(
  ctx: Painter2D,
  box: Rect,
  partner: DrawnSticker['partner'],
  { scale, lifted }: StickerOptions,
): void {
  const { ground, edge } = stickerColors(partner);
  const radius = box.width * 0.045;
  const width = Math.max(box.width * 0.014, 1 / scale);
  if (lifted) drawShadow(ctx, box, radius, LIFTED_SHADOW);
  else if (box.width * scale > 24) drawShadow(ctx, box, radius, RESTING_SHADOW);
  roundedPath(ctx, { ...box }, radius);
  ctx.fillStyle = edge;
  ctx.fill();
  roundedPath(
    ctx,
    { x: box.x + width, y: box.y + width, width: box.width - 2 * width, height: box.height - 2 * width },
    Math.max(0, radius - width),
  );
  ctx.fillStyle = ground;
  ctx.fill();
}

/** Shadows are a few see-through rectangles: a blur costs more than all the rest of a sticker. */
interface Shadow {
  readonly color: string;
  readonly layers: readonly (readonly [drop: number, grow: number])[];
}
const RESTING_SHADOW: Shadow = { color: 'rgb(28 36 48 / 0.07)', layers: [[3, 1]] };
const LIFTED_SHADOW: Shadow = {
  color: 'rgb(28 36 48 / 0.055)',
  layers: [
    [14, 8],
    [11, 5],
    [8, 2],
    [5, 0],
  ],
};

function drawShadow(ctx: Painter2D, box: Rect, radius: number, { color, layers }: Shadow): void {
  ctx.fillStyle = color;
  for (const [drop, grow] of layers) {
    roundedPath(
      ctx,
      {
        x: box.x - grow,
        y: box.y + drop - grow,
        width: box.width + 2 * grow,
        height: box.height + 2 * grow,
      },
      radius + grow,
    );
    ctx.fill();
  }
}

/** Where words go: a box in sheet units of which the corner at the bottom right is kept free. */
export interface WordsArea extends Rect {
  readonly corner: { readonly width: number; readonly height: number };
}

/** Draws words that were fitted in this area; bars where letters would be too small. */
export function drawWords(ctx: Painter2D, area: WordsArea, fitted: FittedText, scale: number): void {
  const { size, lines } = fitted;
  const left = area.x;
  const right = left + area.width;
  const step = size * LINE_HEIGHT;
  const top = area.y;
  if (size * scale < SMALLEST_LETTERS) {
    drawBars(ctx, fitted, left, top, area.width);
    return;
  }
  ctx.font = font(size);
  ctx.fillStyle = PALETTE.ink;
  ctx.textBaseline = 'alphabetic';
  ctx.textRendering = 'geometricPrecision';
  lines.forEach((line, i) => {
    if (line.text === '') return;
    ctx.direction = line.rtl ? 'rtl' : 'ltr';
    ctx.textAlign = line.rtl ? 'right' : 'left';
    const end = isBesideCorner(area, i, step) ? right - area.corner.width : right;
    ctx.fillText(line.text, line.rtl ? end : left, top + i * step + size * ASCENT);
  });
}

function isBesideCorner(
  area: { readonly height: number; readonly corner?: { readonly height: number } },
  index: number,
  step: number,
): boolean {
  return (index + 1) * step > area.height - (area.corner?.height ?? 0);
}

const BAR_COLOR = mix(PALETTE.ink, '#FFFFFF', 0.45);

function drawBars(ctx: Painter2D, fitted: FittedText, left: number, top: number, width: number): void {
  ctx.fillStyle = BAR_COLOR;
  const step = fitted.size * LINE_HEIGHT;
  fitted.lines.forEach((line, i) => {
    const length = Math.min(width, line.text.length * fitted.size * 0.5);
    if (length > 0) ctx.fillRect(left, top + i * step + step * 0.32, length, step * 0.36);
  });
}
