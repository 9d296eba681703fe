import type { Rect } from '@samenbord/shared/layout';
import type { StickerView } from '../board/types.ts';
import { PALETTE } from './colors.ts';
import { font } from './font.ts';
import { type Painter2D, roundedPath } from './shapes.ts';

/** Height of the sign, and where its middle lies above the lower edge: level with the partner's mark. In sides. */
const PART = 0.145;
const MIDDLE = 0.127;
/** What the sign needs below the words, in sides. */
const FOOT = 0.14;
/** How much higher it lies on a picture with words under it, in sides. */
const ON_PICTURE = 0.27;
/** Width of a digit in em. */
const DIGIT = 0.64;
/** Below this height in device pixels the number is a blur: the dot alone says that there is one. */
const SMALLEST = 6;

type VotedSticker = Pick<StickerView, 'votes' | 'picture' | 'text'>;

/** What is kept free below a sticker's words for the sign of its dots. Sheet units. */
export function votesFoot({ side, votes }: Pick<StickerView, 'side' | 'votes'>): number {
  return votes ? side * FOOT : 0;
}

/**
 * How many dots a sticker has: a dot and a number low on the left, dark where one of them is one's own. The
 * context's unit is a sheet unit.
 * @param scale device pixels per sheet unit
 */
export function drawVotes(ctx: Painter2D, sticker: VotedSticker, box: Rect, scale: number): void {
  const { votes, picture, text } = sticker;
  if (votes === undefined) return;
  const { count, mine } = votes;
  const height = box.width * PART;
  const above = MIDDLE + (picture && text.trim() !== '' ? ON_PICTURE : 0);
  const [x, y] = [box.x + box.width * 0.06, box.y + box.height - box.width * above - height / 2];
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
