import type { StickerVotes } from '@samenbord/shared/board';
import type { Rect } from '@samenbord/shared/layout';
import { PALETTE } from './colors.ts';
import { font } from './font.ts';
import { type Painter2D, roundedPath } from './shapes.ts';

/** Height of the sign as a part of the sticker's side; half of it hangs over the lower edge. */
const PART = 0.16;
/** Width of a digit in em. */
const DIGIT = 0.64;
/** Below this height in device pixels the number is a blur: the dot alone says that there is one. */
const SMALLEST = 6;

/**
 * How many dots a sticker has: a dot and a number on its lower edge, dark where one of them is one's own. The
 * context's unit is a sheet unit.
 * @param scale device pixels per sheet unit
 */
export function drawVotes(ctx: Painter2D, box: Rect, { count, mine }: StickerVotes, scale: number): void {
  const height = box.width * PART;
  const [x, y] = [box.x + box.width * 0.07, box.y + box.height - height / 2];
  const number = String(count);
  const size = height * 0.66;
  const legible = height * scale >= SMALLEST;
  const width = height + (legible ? number.length * size * DIGIT : 0);
  const edge = height * 0.06;
  roundedPath(ctx, { x, y, width, height }, height / 2);
  ctx.fillStyle = PALETTE.ink;
  ctx.fill();
  if (!mine) {
    const inner = { x: x + edge, y: y + edge, width: width - 2 * edge, height: height - 2 * edge };
    roundedPath(ctx, inner, height / 2 - edge);
    ctx.fillStyle = '#FFFFFF';
    ctx.fill();
  }
  ctx.fillStyle = mine ? '#FFFFFF' : PALETTE.ink;
  ctx.beginPath();
  ctx.arc(x + height / 2, y + height / 2, height * 0.22, 0, 2 * Math.PI);
  ctx.fill();
  if (!legible) return;
  ctx.font = font(size, 700);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.direction = 'ltr';
  ctx.fillText(number, x + height * 0.86, y + height / 2 + size * 0.36);
}
