import type { Point } from '@samenbord/shared/layout';
import {
  drawMark,
  font,
  type Painter2D,
  readableOn,
  roundedPath,
  type Typesetter,
} from '../../drawing/index.ts';
import type { Person } from '../people.ts';

/** Other people on the sheet, in CSS pixels: the same size at every zoom. */

const TAG_SIZE = 12;
const TAG_HEIGHT = 22;
/** Characters in a tag. */
export const LONGEST = 36;

/**
 * Somebody's arrow, with a tag of letter and name. The context's unit is a CSS pixel.
 * @param named without it the arrow only: the name stands on the sticker they hold
 */
export function drawCursor(
  ctx: Painter2D,
  at: Point,
  person: Person,
  type: Typesetter,
  named: boolean,
): void {
  ctx.save();
  ctx.translate(at.x, at.y);
  ctx.beginPath();
  ctx.moveTo(0, 0);
  ctx.lineTo(4.6, 16);
  ctx.lineTo(8.2, 9.6);
  ctx.lineTo(15.4, 7.6);
  ctx.closePath();
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = '#FFFFFF';
  ctx.stroke();
  ctx.fillStyle = person.color;
  ctx.fill();
  ctx.lineWidth = 1;
  ctx.strokeStyle = 'rgb(28 36 48 / 0.55)';
  ctx.stroke();
  ctx.restore();
  if (named) drawTag(ctx, { x: at.x + 13, y: at.y + 15 }, person, person.name, type);
}

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
const markRoom = ({ mark }: Person): number => (mark === null ? 0 : TAG_HEIGHT - 2);

/** How large a tag is, without its edge. */
export function tagSize(person: Person, text: string, type: Typesetter) {
  const letters = type.measure(600)(cut(text)) * TAG_SIZE;
  return { width: 7 + markRoom(person) + letters + 8, height: TAG_HEIGHT };
}

/**
 * A tag in somebody's colour, with the letter of their partner.
 * @param at its top left
 */
export function drawTag(ctx: Painter2D, at: Point, person: Person, text: string, type: Typesetter): void {
  const shown = cut(text);
  const mark = markRoom(person);
  const box = { x: at.x, y: at.y, ...tagSize(person, text, type) };
  const ink = readableOn(person.color);
  roundedPath(ctx, box, TAG_HEIGHT / 2);
  ctx.fillStyle = person.color;
  ctx.fill();
  ctx.lineWidth = 1.5;
  ctx.strokeStyle = '#FFFFFF';
  ctx.stroke();
  if (person.mark !== null) {
    const radius = TAG_HEIGHT / 2 - 4;
    const disc = { mark: person.mark, color: ink };
    drawMark(ctx, { x: at.x + 5 + radius, y: at.y + TAG_HEIGHT / 2 }, radius, disc);
  }
  ctx.font = font(TAG_SIZE, 600);
  ctx.fillStyle = ink;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.fillText(shown, at.x + 7 + mark, at.y + TAG_HEIGHT / 2 + TAG_SIZE * 0.36);
}
