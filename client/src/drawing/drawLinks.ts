import type { LinkKind } from '@samenbord/shared/board';
import type { Point, Rect } from '@samenbord/shared/layout';
import { mix, PALETTE } from './colors.ts';
import { font } from './font.ts';
import type { LinkCurve } from './linkCurve.ts';
import type { LinkLine } from './linkLines.ts';
import { TAG_SIZE, tagBox } from './linkTag.ts';
import { intersects, type Painter2D, roundedPath } from './shapes.ts';
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

export interface LinkOptions {
  /** Device pixels per sheet unit. */
  readonly scale: number;
  readonly type: Typesetter;
  /** What a kind is called, in the reader's language. */
  readonly label: (kind: LinkKind) => string;
}

/** Draws lines as they run. @param clip in sheet units: what lies outside may be skipped */
export function drawLines(
  ctx: Painter2D,
  lines: readonly LinkLine[],
  options: LinkOptions,
  clip?: Rect,
): void {
  const seen = lines.filter(({ curve }) => !clip || intersects(curve.bounds, clip));
  for (const { link, curve } of seen) drawCurve(ctx, link.kind, curve, options);
  // No line crosses out what another one says.
  for (const { link, tag } of seen)
    if (tag) drawTag(ctx, options.label(link.kind), tag, STYLES[link.kind].color, options);
}

function drawCurve(ctx: Painter2D, kind: LinkKind, curve: LinkCurve, options: LinkOptions): void {
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

/** Device pixels below which nobody reads a tag. */
const SMALLEST_TAG = 5;

function drawTag(ctx: Painter2D, text: string, at: Point, color: string, { scale, type }: LinkOptions): void {
  if (TAG_SIZE * scale < SMALLEST_TAG) return;
  const box = tagBox(at, type.measure(600)(text));
  roundedPath(ctx, box, box.height / 2);
  ctx.fillStyle = '#FFFFFF';
  ctx.fill();
  ctx.strokeStyle = mix(color, '#FFFFFF', 0.45);
  ctx.lineWidth = 2;
  ctx.stroke();
  ctx.font = font(TAG_SIZE, 600);
  ctx.fillStyle = color;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  ctx.direction = 'ltr';
  ctx.fillText(text, at.x, at.y + TAG_SIZE * 0.36);
}
