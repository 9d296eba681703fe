import type { Rect } from '@samenbord/shared/layout';
import { PALETTE } from './colors.ts';
import { font } from './font.ts';
import { type Painter2D, roundedPath } from './shapes.ts';

/** Height of the mark and of its letters, as a share of the sticker's side. */
const HEIGHT = 0.115;
const LETTERS = 0.08;
/** How far it stays from the corner, as a share of the side. */
const FROM_CORNER = 0.06;

/**
 * The mark of a sticker that came after the reveal of its silent round: a tab on its upper edge, where it hides
 * none of the words. It reaches half its height beyond the sticker.
 * @param box the sticker, in sheet units
 */
export function drawLate(ctx: Painter2D, box: Rect, words: string): void {
  const side = box.width;
  const height = side * HEIGHT;
  ctx.font = font(side * LETTERS, 600);
  const width = ctx.measureText(words).width + height;
  const tab = {
    x: box.x + side * (1 - FROM_CORNER) - width,
    y: box.y - height / 2,
    width,
    height,
  };
  roundedPath(ctx, tab, height / 2);
  ctx.fillStyle = PALETTE.ink;
  ctx.fill();
  ctx.fillStyle = '#FFFFFF';
  ctx.direction = 'ltr';
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  ctx.fillText(words, tab.x + width / 2, tab.y + height / 2 + side * LETTERS * 0.36);
}
