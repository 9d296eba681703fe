import type { StickerPicture } from '@samenbord/shared/board';
import type { Rect } from '@samenbord/shared/layout';
import { PALETTE } from '../colors.ts';
import { type Painter2D, roundedPath } from '../shapes.ts';
import { contained } from './room.ts';
import type { PictureShelf } from './shelf.ts';

/** Draws a picture in the middle of its room; a grey box of its shape until it is there. */
export function drawPicture(
  ctx: Painter2D,
  picture: StickerPicture,
  room: Rect,
  scale: number,
  shelf: Pick<PictureShelf, 'get'>,
): void {
  const box = contained(room, picture);
  const shown = shelf.get(picture.hash, Math.max(box.width, box.height) * scale);
  if (typeof shown === 'string') {
    drawPlaceholder(ctx, box, shown === 'missing');
    return;
  }
  // The document says one shape and the bytes may have another: never stretched.
  const fitted = contained(box, shown);
  ctx.imageSmoothingQuality = 'medium';
  ctx.drawImage(shown, fitted.x, fitted.y, fitted.width, fitted.height);
}

/** Grey with the outline of a landscape; crossed out when there is nothing to wait for. */
function drawPlaceholder(ctx: Painter2D, box: Rect, missing: boolean): void {
  roundedPath(ctx, box, Math.min(box.width, box.height) * 0.04);
  ctx.fillStyle = PALETTE.fieldEdge;
  ctx.fill();
  const size = Math.min(box.width, box.height) * 0.4;
  const x = box.x + (box.width - size) / 2;
  const y = box.y + (box.height - size) / 2;
  ctx.strokeStyle = PALETTE.muted;
  ctx.lineWidth = size * 0.06;
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  ctx.beginPath();
  ctx.moveTo(x, y + size * 0.8);
  ctx.lineTo(x + size * 0.35, y + size * 0.35);
  ctx.lineTo(x + size * 0.6, y + size * 0.7);
  ctx.lineTo(x + size * 0.75, y + size * 0.55);
  ctx.lineTo(x + size, y + size * 0.8);
  if (missing) {
    ctx.moveTo(x, y);
    ctx.lineTo(x + size, y + size);
  }
  ctx.stroke();
}
