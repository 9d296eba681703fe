import type { Rect } from '@samenbord/shared/layout';
import { drawMark, font, PALETTE, type Painter2D, roundedPath } from '../drawing/index.ts';
import type { StripBadge, StripLayout } from './strip.ts';

/** Height of capitals in em, to centre them on a line. */
const CAP_HEIGHT = 0.727;
const BADGE_LINE = 5;
const BADGE_RADIUS = 14;

/** Draws the strip. The context's unit is a sheet unit. */
export function drawStrip(ctx: Painter2D, { texts, marks, badge }: StripLayout): void {
  for (const { partner, x, y, radius } of marks) drawMark(ctx, { x, y }, radius, partner);
  for (const { text, x, y, size, weight } of texts) {
    ctx.font = font(size, weight);
    ctx.fillStyle = PALETTE.ink;
    centred(ctx, 'left');
    ctx.fillText(text, x, y + (size * CAP_HEIGHT) / 2);
  }
  if (badge) drawBadge(ctx, badge);
}

/** The mark in the strip: dark letters in a frame, so that it shows in black and white as well. */
function drawBadge(ctx: Painter2D, { rect, text, size, weight }: StripBadge): void {
  const half = BADGE_LINE / 2;
  roundedPath(
    ctx,
    { x: rect.x + half, y: rect.y + half, width: rect.width - BADGE_LINE, height: rect.height - BADGE_LINE },
    BADGE_RADIUS,
  );
  ctx.strokeStyle = PALETTE.ink;
  ctx.lineWidth = BADGE_LINE;
  ctx.stroke();
  ctx.font = font(size, weight);
  ctx.fillStyle = PALETTE.ink;
  centred(ctx, 'center');
  ctx.fillText(text, rect.x + rect.width / 2, rect.y + rect.height / 2 + (size * CAP_HEIGHT) / 2);
}

function centred(ctx: Painter2D, align: 'left' | 'center'): void {
  ctx.textAlign = align;
  ctx.textBaseline = 'alphabetic';
  ctx.direction = 'ltr';
  ctx.textRendering = 'geometricPrecision';
}

/** The lightest grey that a printer still shows in black and white: it must not compete with the stickers. */
const WATERMARK_GREY = '#EEF0F2';
/** Share of the sheet's diagonal that the word takes. */
const WATERMARK_LENGTH = 0.58;
const REFERENCE = 100;

/**
 * The mark across the whole sheet, from bottom left to top right. It only darkens: whatever is written there
 * stays as dark as it was. Drawn before the stickers, so that they lie on it.
 */
export function drawWatermark(ctx: Painter2D, sheet: Rect, word: string): void {
  ctx.save();
  ctx.translate(sheet.x + sheet.width / 2, sheet.y + sheet.height / 2);
  ctx.rotate(-Math.atan2(sheet.height, sheet.width));
  ctx.globalCompositeOperation = 'multiply';
  ctx.font = font(REFERENCE, 700);
  const diagonal = Math.hypot(sheet.width, sheet.height);
  const size = (REFERENCE * diagonal * WATERMARK_LENGTH) / ctx.measureText(word).width;
  ctx.font = font(size, 700);
  ctx.fillStyle = WATERMARK_GREY;
  centred(ctx, 'center');
  ctx.fillText(word, 0, (size * CAP_HEIGHT) / 2);
  ctx.restore();
}
