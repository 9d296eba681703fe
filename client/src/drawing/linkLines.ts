import type { Point, Rect } from '@samenbord/shared/layout';
import type { LinkView } from '../board/types.ts';
import { type LinkCurve, type LinkEnd, linkCurve, pointAt } from './linkCurve.ts';
import { type TagObstacles, tagBox, tagPlace } from './linkTag.ts';

/** A line between two stickers as it runs. Sheet units. */
export interface LinkLine {
  readonly link: LinkView;
  readonly curve: LinkCurve;
  /** Where its tag has a free place. */
  readonly tag: Point | undefined;
}

/**
 * How lines run, and where their tags stand: clear of stickers, labels and each other. A line without one of its
 * ends is left out. In the order given, which decides whose tag gives way, so it must be the same everywhere.
 * @param endOf where a sticker is shown; `undefined` when it is not on this sheet
 * @param widthOf the width of a tag's text, in em
 */
export function linkLines(
  links: readonly LinkView[],
  endOf: (sticker: string) => LinkEnd | undefined,
  { stickers, labels }: TagObstacles,
  widthOf: (link: LinkView) => number,
): readonly LinkLine[] {
  const tags: Rect[] = [];
  return links.flatMap((link) => {
    const a = endOf(link.from);
    const b = endOf(link.to);
    if (!a || !b) return [];
    const curve = linkCurve(a, b, labels, stickers);
    const width = widthOf(link);
    const tag = tagPlace(curve, width, {
      stickers,
      labels: tags.length === 0 ? labels : [...labels, ...tags],
    });
    if (tag) tags.push(tagBox(tag, width));
    return [{ link, curve, tag }];
  });
}

/** Whether two lines look the same, wherever they were worked out. */
export function isSameLine(one: LinkLine, other: LinkLine): boolean {
  const points = ({ curve, tag }: LinkLine) => [
    curve.from,
    curve.control1,
    curve.control2,
    curve.to,
    tag ?? NO_TAG,
  ];
  const others = points(other);
  return (
    one.link.kind === other.link.kind &&
    points(one).every(({ x, y }, index) => x === others[index]?.x && y === others[index]?.y)
  );
}

const NO_TAG: Point = { x: -1e9, y: -1e9 };

/** Parts of a curve between which it is looked at as straight. */
const PARTS = 24;

/** The line nearest to a point, when any comes within `reach`; where several are, the last, which lies on top. */
export function lineAt(lines: readonly LinkLine[], point: Point, reach: number): LinkLine | undefined {
  let nearest: LinkLine | undefined;
  let least = reach;
  for (const line of lines) {
    const { x, y, width, height } = line.curve.bounds;
    const far =
      point.x < x - reach ||
      point.x > x + width + reach ||
      point.y < y - reach ||
      point.y > y + height + reach;
    const distance = far ? Number.POSITIVE_INFINITY : distanceTo(line.curve, point);
    if (distance > least) continue;
    least = distance;
    nearest = line;
  }
  return nearest;
}

function distanceTo(curve: LinkCurve, point: Point): number {
  let least = Number.POSITIVE_INFINITY;
  let from = curve.from;
  for (let i = 1; i <= PARTS; i += 1) {
    const to = pointAt(curve, i / PARTS);
    least = Math.min(least, distanceToPart(from, to, point));
    from = to;
  }
  return least;
}

function distanceToPart(from: Point, to: Point, point: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - t * dx, point.y - from.y - t * dy);
}
