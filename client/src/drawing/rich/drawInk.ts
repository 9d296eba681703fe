import type { InkStroke, Partner } from '@samenbord/shared/board';
import type { Point, Rect } from '@samenbord/shared/layout';
import { deepened, PALETTE } from '../colors.ts';
import { drawMark } from '../drawMark.ts';
import { intersects, type Painter2D } from '../shapes.ts';
import { halfWidth, type InkShape, shapeOf } from './inkShape.ts';

/** Contrast of ink with the sheet, however light the partner's own colour is. */
const CONTRAST = 3;

/** The colour of somebody's ink. */
export function inkColor(partner: Pick<Partner, 'color'> | undefined): string {
  return partner ? deepened(partner.color, PALETTE.sheet, CONTRAST) : PALETTE.ink;
}

type Partners = ReadonlyMap<string, Partner>;

/** Draws strokes that lie on a sheet, with the letter of whose they are where a group of them begins. */
export function drawSheetInk(
  ctx: Painter2D,
  strokes: readonly InkStroke[],
  partners: Partners,
  part: Rect | undefined,
): void {
  const seen = part ? strokes.filter((stroke) => intersects(tracedBy(stroke), part)) : strokes;
  for (const stroke of seen)
    drawShape(ctx, shapeOf(stroke), inkColor(partnerOf(stroke, partners)), pathOf(stroke));
  const marked = new Set(markedOf(strokes));
  for (const stroke of seen) {
    const partner = partnerOf(stroke, partners);
    if (partner && marked.has(stroke)) markAt(ctx, shapeOf(stroke), partner);
  }
}

/** Draws strokes that lie on a sticker. */
export function drawStickerInk(
  ctx: Painter2D,
  strokes: readonly InkStroke[],
  box: Rect,
  partners: Partners,
  own: string | undefined,
): void {
  ctx.save();
  ctx.translate(box.x + box.width / 2, box.y + box.height / 2);
  ctx.scale(box.width, box.height);
  for (const stroke of strokes)
    drawShape(ctx, shapeOf(stroke), inkColor(partnerOf(stroke, partners)), pathOf(stroke));
  ctx.restore();
  // Ink of another partner than the sticker's says whose it is.
  const other = strokes.find(({ partner }) => partner !== null && partner !== own);
  const partner = other && partnerOf(other, partners);
  const first = other && shapeOf(other).points[0];
  if (!partner || !first) return;
  const at = { x: box.x + box.width * (0.5 + first.x), y: box.y + box.height * (0.5 + first.y) };
  drawMark(ctx, at, box.width * 0.045, partner);
}

/** The box in which a stroke on a sheet leaves a trace, its letter included. */
export function tracedBy(stroke: InkStroke): Rect {
  const { bounds } = shapeOf(stroke);
  return {
    x: bounds.x - MARK,
    y: bounds.y - MARK,
    width: bounds.width + 2 * MARK,
    height: bounds.height + 2 * MARK,
  };
}

function partnerOf({ partner }: InkStroke, partners: Partners): Partner | undefined {
  return partner === null ? undefined : partners.get(partner);
}

/** Radius of the letter at a stroke, in sheet units; and how far apart those of one partner stay. */
const MARK = 18;
const MARKS_APART = 260;

const marks = new WeakMap<readonly InkStroke[], readonly InkStroke[]>();

/** The strokes that carry a letter: colour alone says nothing, and a letter at each stroke would be all one sees. */
function markedOf(strokes: readonly InkStroke[]): readonly InkStroke[] {
  const before = marks.get(strokes);
  if (before) return before;
  const marked: InkStroke[] = [];
  for (const stroke of strokes) {
    const at = shapeOf(stroke).points[0];
    if (stroke.partner === null || !at) continue;
    const near = marked.some((other) => {
      const its = shapeOf(other).points[0];
      return other.partner === stroke.partner && its && Math.hypot(its.x - at.x, its.y - at.y) < MARKS_APART;
    });
    if (!near) marked.push(stroke);
  }
  marks.set(strokes, marked);
  return marked;
}

function markAt(ctx: Painter2D, { points: [at], width }: InkShape, partner: Partner): void {
  if (at) drawMark(ctx, { x: at.x, y: at.y - width / 2 }, MARK, partner);
}

const paths = new WeakMap<InkStroke, Path2D>();

function pathOf(stroke: InkStroke): Path2D {
  const before = paths.get(stroke);
  if (before) return before;
  const made = traced(shapeOf(stroke));
  paths.set(stroke, made);
  return made;
}

/** Draws one shape. @param path as {@link traced} makes it */
export function drawShape(ctx: Painter2D, shape: InkShape, color: string, path: Path2D): void {
  if (isPressed(shape)) {
    ctx.fillStyle = color;
    ctx.fill(path);
    return;
  }
  ctx.strokeStyle = color;
  ctx.lineWidth = shape.width;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  ctx.stroke(path);
}

const isPressed = ({ points }: InkShape): boolean => points[0]?.pressure !== undefined;

/** A smooth line through the middles between points, which are its corners; with pressure, all it covers. */
export function traced(shape: InkShape): Path2D {
  return isPressed(shape) ? covered(shape) : lineThrough(shape.points);
}

function lineThrough(points: readonly Point[]): Path2D {
  const path = new Path2D();
  const [first] = points;
  if (!first) return path;
  path.moveTo(first.x, first.y);
  points.forEach((point, index) => {
    const next = points[index + 1];
    if (next) path.quadraticCurveTo(point.x, point.y, (point.x + next.x) / 2, (point.y + next.y) / 2);
    else path.lineTo(point.x, point.y);
  });
  return path;
}

/** A disc at each point of the line and a bar from one to the next, all turning the same way: together one area. */
function covered({ points, width }: InkShape): Path2D {
  const path = new Path2D();
  let before: (Point & { readonly half: number }) | undefined;
  for (const { x, y, pressure } of smooth(points)) {
    const now = { x, y, half: Math.max(width * 0.08, width * halfWidth(pressure)) };
    path.moveTo(x + now.half, y);
    path.arc(x, y, now.half, 0, 2 * Math.PI);
    if (before) addBar(path, before, now);
    before = now;
  }
  return path;
}

function addBar(
  path: Path2D,
  a: Point & { readonly half: number },
  b: Point & { readonly half: number },
): void {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length === 0) return;
  const [nx, ny] = [(b.y - a.y) / length, (a.x - b.x) / length];
  path.moveTo(a.x + nx * a.half, a.y + ny * a.half);
  path.lineTo(b.x + nx * b.half, b.y + ny * b.half);
  path.lineTo(b.x - nx * b.half, b.y - ny * b.half);
  path.lineTo(a.x - nx * a.half, a.y - ny * a.half);
  path.closePath();
}

/** Each corner cut twice (Chaikin), so that no bend shows. */
function smooth(points: InkShape['points']): InkShape['points'] {
  return cut(cut(points));
}

function cut(points: InkShape['points']): InkShape['points'] {
  const last = points.at(-1);
  if (points.length < 3 || !last) return points;
  const between = (a: InkShape['points'][number], b: InkShape['points'][number], part: number) => ({
    x: a.x + (b.x - a.x) * part,
    y: a.y + (b.y - a.y) * part,
    pressure: (a.pressure ?? 0.5) + ((b.pressure ?? 0.5) - (a.pressure ?? 0.5)) * part,
  });
  const made = points.slice(0, 1);
  points.forEach((point, index) => {
    const next = points[index + 1];
    if (next) made.push(between(point, next, 0.25), between(point, next, 0.75));
  });
  return [...made, last];
}
