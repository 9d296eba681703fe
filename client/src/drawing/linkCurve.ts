import { type Point, type Rect, SHEET } from '@samenbord/shared/layout';
import { intersects, union } from './shapes.ts';

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
  /** Half way. */
  readonly middle: Point;
  /** All that may be drawn, with a tag anywhere along it. */
  readonly bounds: Rect;
}

type Direction = { readonly x: -1 | 0 | 1; readonly y: -1 | 0 | 1 };

const SIDES: readonly Direction[] = [
  { x: 0, y: 1 },
  { x: 0, y: -1 },
  { x: 1, y: 0 },
  { x: -1, y: 0 },
];

/** Half the room a tag needs beside its place on the line, for the widest of them. */
const TAG_ROOM = 140;
/** Points of a curve that are looked at, to see what it crosses. */
const SAMPLES = 32;
/** A label that is crossed weighs as this many points behind a sticker. */
const A_LABEL = 2;
/** An end that lies under another sticker seems to belong to that one. */
const HIDDEN_END = 5;
/** Points at either end of a curve at which one has to see where it comes from. */
const NEAR_END = [1, 2, 3, 4, 5] as const;
/** A way through its own sticker comes out of it at a side it does not belong to: worse than one label. */
const OWN_STICKER = 6;

/**
 * The curve of a line. It leaves and reaches the stickers at the sides that face each other, and two far apart
 * in one row get a bow; when that crosses a label, or begins or ends under another sticker, another way that does so
 * less: a flatter bow, or other sides.
 * @param labels where fields have their names, see `labelZones`
 * @param stickers all that lie there: a way behind many of them is no better than one over a label
 */
export function linkCurve(
  a: LinkEnd,
  b: LinkEnd,
  labels: readonly Rect[] = [],
  stickers: readonly LinkEnd[] = [],
): LinkCurve {
  const plain = plainCurve(a, b);
  const isOther = (one: LinkEnd): boolean => !isSame(one, a) && !isSame(one, b);
  if (crossed(plain, labels) === 0 && hiddenEnds(plain, stickers, isOther) === 0) return plain;
  const others = stickers.filter(isOther);
  const squares = others.map(squareOf);
  const costOf = (curve: LinkCurve): number =>
    A_LABEL * crossed(curve, labels) +
    crossed(curve, squares) +
    HIDDEN_END * hiddenEnds(curve, others) +
    OWN_STICKER * throughOwn(curve, a, b);
  let best = plain;
  let least = costOf(plain);
  for (const other of otherCurves(a, b)) {
    const cost = costOf(other);
    if (cost < least) {
      best = other;
      least = cost;
    }
  }
  return best;
}

function isSame(one: LinkEnd, other: LinkEnd): boolean {
  return one.center.x === other.center.x && one.center.y === other.center.y && one.side === other.side;
}

function squareOf({ center, side }: LinkEnd): Rect {
  return { x: center.x - side / 2, y: center.y - side / 2, width: side, height: side };
}

/** The point of a curve at `t`, from 0 to 1. */
export function pointAt({ from, control1, control2, to }: LinkCurve, t: number): Point {
  const [p, q, r, s] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3];
  return {
    x: p * from.x + q * control1.x + r * control2.x + s * to.x,
    y: p * from.y + q * control1.y + r * control2.y + s * to.y,
  };
}

function plainCurve(a: LinkEnd, b: LinkEnd): LinkCurve {
  const dx = b.center.x - a.center.x;
  const dy = b.center.y - a.center.y;
  const row = Math.max(a.side, b.side);
  if (Math.abs(dy) < row && Math.abs(dx) > 2 * row) return bow(a, b, Math.abs(dx));
  const sideways = Math.abs(dx) >= Math.abs(dy);
  const sign = Math.sign(sideways ? dx : dy) < 0 ? -1 : 1;
  const towards: Direction = sideways ? { x: sign, y: 0 } : { x: 0, y: sign };
  const back: Direction = sideways ? { x: sign === 1 ? -1 : 1, y: 0 } : { x: 0, y: sign === 1 ? -1 : 1 };
  const distance = sideways ? Math.abs(dx) : Math.abs(dy);
  return betweenSides(a, towards, b, back, distance);
}

/** How flat the other bows are: at most this far from their row, in sheet units. */
const FLAT_BOWS = [210, 150, 90] as const;

/** Flat bows on either side, for two in one row; then the curves between all pairs of sides, the shortest first. */
function otherCurves(a: LinkEnd, b: LinkEnd): LinkCurve[] {
  const dx = Math.abs(b.center.x - a.center.x);
  const dy = Math.abs(b.center.y - a.center.y);
  const inRow = dy < Math.max(a.side, b.side) && dx > Math.max(a.side, b.side);
  const bows = inRow
    ? FLAT_BOWS.flatMap((most) => [bow(a, b, dx, 'down', most), bow(a, b, dx, 'up', most)])
    : [];
  return [...bows, ...betweenAllSides(a, b)];
}

/** Sheet units a curve that turns at once goes on from its sticker: through a gap between two of them. */
const SHORT_PULL = 70;

function betweenAllSides(a: LinkEnd, b: LinkEnd): LinkCurve[] {
  const curves = SIDES.flatMap((out) =>
    SIDES.flatMap((back) => {
      const [from, to] = [edgeOf(a, out), edgeOf(b, back)];
      const distance = Math.hypot(to.x - from.x, to.y - from.y);
      const [wide, tight] = [pullOver(distance), SHORT_PULL];
      const pulls = [
        [wide, wide],
        [tight, wide],
        [wide, tight],
        [tight, tight],
      ] as const;
      return pulls.map((pull) => ({ distance, curve: pulled(from, out, to, back, pull) }));
    }),
  );
  return curves.sort((one, other) => one.distance - other.distance).map(({ curve }) => curve);
}

function edgeOf({ center, side }: LinkEnd, { x, y }: Direction): Point {
  return { x: center.x + (x * side) / 2, y: center.y + (y * side) / 2 };
}

function betweenSides(a: LinkEnd, out: Direction, b: LinkEnd, back: Direction, distance: number): LinkCurve {
  const pull = pullOver(distance);
  return pulled(edgeOf(a, out), out, edgeOf(b, back), back, [pull, pull]);
}

function pullOver(distance: number): number {
  return Math.min(340, Math.max(SHORT_PULL, distance * 0.4));
}

function pulled(
  from: Point,
  out: Direction,
  to: Point,
  back: Direction,
  [first, last]: readonly [number, number],
): LinkCurve {
  return curveOf(
    from,
    { x: from.x + out.x * first, y: from.y + out.y * first },
    { x: to.x + back.x * last, y: to.y + back.y * last },
    to,
  );
}

/** Over or under the row: at first towards the middle of the sheet. */
function bow(
  a: LinkEnd,
  b: LinkEnd,
  distance: number,
  way: 'up' | 'down' = a.center.y + b.center.y < SHEET.height ? 'down' : 'up',
  most = 420,
): LinkCurve {
  const down = way === 'down';
  const lift = (down ? 1 : -1) * Math.min(most, distance * 0.28);
  const side: Direction = { x: 0, y: down ? 1 : -1 };
  const [from, to] = [edgeOf(a, side), edgeOf(b, side)];
  const lean = (to.x - from.x) * 0.12;
  return curveOf(from, { x: from.x + lean, y: from.y + lift }, { x: to.x - lean, y: to.y + lift }, to);
}

function curveOf(from: Point, control1: Point, control2: Point, to: Point): LinkCurve {
  const middle = {
    x: (from.x + 3 * control1.x + 3 * control2.x + to.x) / 8,
    y: (from.y + 3 * control1.y + 3 * control2.y + to.y) / 8,
  };
  const bounds = [from, control1, control2, to].map(aroundTag).reduce((all, rect) => union(all, rect));
  return { from, control1, control2, to, middle, bounds };
}

function aroundTag({ x, y }: Point): Rect {
  return { x: x - TAG_ROOM, y: y - TAG_ROOM / 4, width: 2 * TAG_ROOM, height: TAG_ROOM / 2 };
}

/** How many of the curve's points lie in a label. */
function crossed(curve: LinkCurve, labels: readonly Rect[]): number {
  const near = labels.filter((label) => intersects(label, curve.bounds));
  return near.length === 0 ? 0 : countAlong(curve, (point) => near.some((label) => holds(label, point)));
}

/** How many of a curve's ends lie under other stickers. */
function hiddenEnds(
  curve: LinkCurve,
  stickers: readonly LinkEnd[],
  isOther: (sticker: LinkEnd) => boolean = () => true,
): number {
  const begin = NEAR_END.map((nth) => pointAt(curve, nth / SAMPLES));
  const end = NEAR_END.map((nth) => pointAt(curve, 1 - nth / SAMPLES));
  const isHidden = (points: readonly Point[]): boolean =>
    stickers.some((one) => {
      const square = squareOf(one);
      return points.some((point) => holds(square, point)) && isOther(one);
    });
  return Number(isHidden(begin)) + Number(isHidden(end));
}

/** How many of the curve's points lie within the stickers it connects, well inside their edges. */
function throughOwn(curve: LinkCurve, ...ends: readonly [LinkEnd, LinkEnd]): number {
  return countAlong(curve, (point) =>
    ends.some(
      ({ center, side }) =>
        Math.max(Math.abs(point.x - center.x), Math.abs(point.y - center.y)) < side / 2 - 1,
    ),
  );
}

function countAlong(curve: LinkCurve, isHit: (point: Point) => boolean): number {
  let count = 0;
  for (let i = 0; i <= SAMPLES; i += 1) if (isHit(pointAt(curve, i / SAMPLES))) count += 1;
  return count;
}

function holds({ x, y, width, height }: Rect, point: Point): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}
