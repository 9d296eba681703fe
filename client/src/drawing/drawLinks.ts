import type { LinkKind } from '@samenbord/shared/board';
import { type Point, type Rect, SHEET } from '@samenbord/shared/layout';
import type { LinkView } from '../board/types.ts';
import { mix, PALETTE } from './colors.ts';
import { font } from './font.ts';
import { type Painter2D, roundedPath, union } from './shapes.ts';
import type { Typesetter } from './typesetter.ts';

/** Colour, dash (in sheet units) and arrow of each kind of line. */
interface LinkStyle {
  readonly color: string;
  readonly dash?: readonly number[];
  readonly arrow?: boolean;
}

const STYLES: Readonly<Record<LinkKind, LinkStyle>> = {
  match: { color: PALETTE.accent },
  carriedOver: { color: '#5B6573', dash: [4, 14] },
  supports: { color: '#3F6E4E', arrow: true },
  why: { color: '#5A4B8A', arrow: true },
  tension: { color: '#B23A1E', dash: [22, 12] },
  belongs: { color: '#5B6573' },
  same: { color: '#5B6573', dash: [10, 10] },
};

/** Where a sticker is shown now. */
export interface LinkEnd {
  readonly center: Point;
  readonly side: number;
}

/** The line between two stickers as one cubic curve between their edges. Sheet units. */
export interface LinkCurve {
  readonly from: Point;
  readonly control1: Point;
  readonly control2: Point;
  readonly to: Point;
  /** Half way, where the label lies. */
  readonly middle: Point;
  /** All that is drawn, label included. */
  readonly bounds: Rect;
}

const LABEL_ROOM = 130;

/**
 * The curve of a line: it leaves and reaches the stickers at the sides that face each other. Two that lie
 * far apart in one row get a bow, which passes what lies between them.
 */
export function linkCurve(a: LinkEnd, b: LinkEnd): LinkCurve {
  const dx = b.center.x - a.center.x;
  const dy = b.center.y - a.center.y;
  const row = Math.max(a.side, b.side);
  if (Math.abs(dy) < row && Math.abs(dx) > 2 * row) return bow(a, b, Math.abs(dx));
  const sideways = Math.abs(dx) >= Math.abs(dy);
  const sign = Math.sign(sideways ? dx : dy) || 1;
  const leave = (end: LinkEnd, direction: number): Point =>
    sideways
      ? { x: end.center.x + (direction * end.side) / 2, y: end.center.y }
      : { x: end.center.x, y: end.center.y + (direction * end.side) / 2 };
  const from = leave(a, sign);
  const to = leave(b, -sign);
  const pull = sign * Math.min(340, Math.max(70, (sideways ? Math.abs(dx) : Math.abs(dy)) * 0.4));
  const control1 = sideways ? { x: from.x + pull, y: from.y } : { x: from.x, y: from.y + pull };
  const control2 = sideways ? { x: to.x - pull, y: to.y } : { x: to.x, y: to.y - pull };
  return curveOf(from, control1, control2, to);
}

/** Over the row, or under it for rows in the upper half: towards the middle of the sheet. */
function bow(a: LinkEnd, b: LinkEnd, distance: number): LinkCurve {
  const direction = a.center.y + b.center.y < SHEET.height ? 1 : -1;
  const lift = direction * Math.min(420, distance * 0.28);
  const leave = (end: LinkEnd): Point => ({
    x: end.center.x,
    y: end.center.y + (direction * end.side) / 2,
  });
  const from = leave(a);
  const to = leave(b);
  const lean = (to.x - from.x) * 0.12;
  return curveOf(from, { x: from.x + lean, y: from.y + lift }, { x: to.x - lean, y: to.y + lift }, to);
}

function curveOf(from: Point, control1: Point, control2: Point, to: Point): LinkCurve {
  const middle = {
    x: (from.x + 3 * control1.x + 3 * control2.x + to.x) / 8,
    y: (from.y + 3 * control1.y + 3 * control2.y + to.y) / 8,
  };
  return { from, control1, control2, to, middle, bounds: boundsOf(from, control1, control2, to, middle) };
}

function boundsOf(...points: readonly [Point, Point, Point, Point, Point]): Rect {
  const around = (point: Point, room: number): Rect => ({
    x: point.x - room,
    y: point.y - room / 2,
    width: 2 * room,
    height: room,
  });
  return points
    .map((point, i) => around(point, i === 4 ? LABEL_ROOM : 24))
    .reduce((all, rect) => union(all, rect));
}

export interface LinkOptions {
  /** Device pixels per sheet unit. */
  readonly scale: number;
  readonly type: Typesetter;
  /** What a kind is called, in the reader's language. */
  readonly label: (kind: LinkKind) => string;
}

/**
 * Draws lines of which both ends are on this sheet.
 * @param endOf where a sticker is shown; `undefined` when it is not on this sheet
 */
export function drawLinks(
  ctx: Painter2D,
  links: readonly LinkView[],
  endOf: (sticker: string) => LinkEnd | undefined,
  options: LinkOptions,
): void {
  for (const link of links) {
    const a = endOf(link.from);
    const b = endOf(link.to);
    if (a && b) drawLink(ctx, link.kind, linkCurve(a, b), options);
  }
}

/** Draws one line with its label. */
export function drawLink(ctx: Painter2D, kind: LinkKind, curve: LinkCurve, options: LinkOptions): void {
  const style = STYLES[kind];
  const width = Math.max(3.5, 1.1 / options.scale);
  ctx.save();
  ctx.lineCap = 'round';
  ctx.beginPath();
  ctx.moveTo(curve.from.x, curve.from.y);
  ctx.bezierCurveTo(
    curve.control1.x,
    curve.control1.y,
    curve.control2.x,
    curve.control2.y,
    curve.to.x,
    curve.to.y,
  );
  ctx.strokeStyle = 'rgb(255 255 255 / 0.85)';
  ctx.lineWidth = width * 2.6;
  ctx.stroke();
  if (style.dash) ctx.setLineDash([...style.dash]);
  ctx.strokeStyle = style.color;
  ctx.lineWidth = width;
  ctx.stroke();
  ctx.setLineDash([]);
  if (style.arrow) drawHead(ctx, curve, style.color, width);
  else drawDot(ctx, curve.to, style.color, width);
  drawDot(ctx, curve.from, style.color, width);
  ctx.restore();
  drawLinkLabel(ctx, options.label(kind), curve.middle, style.color, options);
}

function drawDot(ctx: Painter2D, at: Point, color: string, width: number): void {
  ctx.beginPath();
  ctx.arc(at.x, at.y, width * 1.7, 0, 2 * Math.PI);
  ctx.fillStyle = color;
  ctx.fill();
}

function drawHead(ctx: Painter2D, { control2, to }: LinkCurve, color: string, width: number): void {
  const angle = Math.atan2(to.y - control2.y, to.x - control2.x);
  ctx.beginPath();
  ctx.moveTo(to.x, to.y);
  for (const side of [-1, 1]) {
    const back = angle + Math.PI + side * 0.45;
    ctx.lineTo(to.x + width * 5 * Math.cos(back), to.y + width * 5 * Math.sin(back));
  }
  ctx.closePath();
  ctx.fillStyle = color;
  ctx.fill();
}

const LABEL_SIZE = 21;
const SMALLEST_LABEL = 5;

function drawLinkLabel(
  ctx: Painter2D,
  text: string,
  at: Point,
  color: string,
  { scale, type }: LinkOptions,
): void {
  if (LABEL_SIZE * scale < SMALLEST_LABEL) return;
  const width = type.measure(600)(text) * LABEL_SIZE + LABEL_SIZE;
  const height = LABEL_SIZE * 1.55;
  roundedPath(ctx, { x: at.x - width / 2, y: at.y - height / 2, width, height }, height / 2);
  ctx.fillStyle = '#FFFFFF';
  ctx.fill();
  ctx.strokeStyle = mix(color, '#FFFFFF', 0.45);
  ctx.lineWidth = 2;
  ctx.stroke();
  ctx.font = font(LABEL_SIZE, 600);
  ctx.fillStyle = color;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  ctx.direction = 'ltr';
  ctx.fillText(text, at.x, at.y + LABEL_SIZE * 0.36);
}
