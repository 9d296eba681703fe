import type { Rect } from '@samenbord/shared/layout';

/** A line that says what something snapped to, in sheet units. */
export interface Guide {
  /** `line`: edges or centres on one line; `gap`: a distance that is there twice. */
  readonly kind: 'line' | 'gap';
  /** `x`: an upright line at x = `at`, or a distance along x at y = `at`. */
  readonly axis: Axis;
  readonly at: number;
  /** Where it begins and ends along the other axis; for a gap along its own. */
  readonly from: number;
  readonly to: number;
}

/** How far to move, and the lines to show for it. */
export interface Snap {
  readonly dx: number;
  readonly dy: number;
  readonly guides: readonly Guide[];
}

type Axis = 'x' | 'y';

/** A box along one axis and across it. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly low: number;
  readonly high: number;
}

/** Sheet units within which two lines are one. */
const SAME = 0.01;

/** With more neighbours in a row than this there is a distance for every place, and none that means anything. */
const CROWD = 60;

export const NO_SNAP: Snap = { dx: 0, dy: 0, guides: [] };

/**
 * Brings a moving box to its neighbours' edges and centres, or to a distance that is there already between
 * neighbours in its row or column. Both axes by themselves; the nearest counts.
 * @param others what may be snapped to, in sheet units
 * @param reach sheet units within which something snaps
 */
export function snapped(moving: Rect, others: readonly Rect[], reach: number): Snap {
  const x = snapAlong('x', moving, others, reach);
  const y = snapAlong('y', moving, others, reach);
  const moved = { ...moving, x: moving.x + x.shift, y: moving.y + y.shift };
  return {
    dx: x.shift,
    dy: y.shift,
    guides: [
      ...(x.found ? linesOf('x', moved, others) : []),
      ...(y.found ? linesOf('y', moved, others) : []),
      ...x.gaps,
      ...y.gaps,
    ],
  };
}

interface Along {
  readonly found: boolean;
  readonly shift: number;
  readonly gaps: readonly Guide[];
}

function snapAlong(axis: Axis, moving: Rect, others: readonly Rect[], reach: number): Along {
  const own = spanOf(axis, moving);
  const row: Span[] = [];
  let shift = Number.POSITIVE_INFINITY;
  for (const other of others) {
    const [start, length] = axis === 'x' ? [other.x, other.width] : [other.y, other.height];
    const nearest = nearestLine(own, start, start + length);
    if (Math.abs(nearest) < Math.abs(shift)) shift = nearest;
    if (isLevel(axis, own, other)) row.push(spanOf(axis, other));
  }
  let gaps: readonly Guide[] = [];
  for (const candidate of row.length > CROWD ? [] : gapCandidates(axis, own, row)) {
    if (Math.abs(candidate.shift) > Math.abs(shift) - SAME) continue;
    shift = candidate.shift;
    gaps = candidate.gaps;
  }
  return Math.abs(shift) <= reach ? { found: true, shift, gaps } : { found: false, shift: 0, gaps: [] };
}

function spanOf(axis: Axis, { x, y, width, height }: Rect): Span {
  return axis === 'x'
    ? { start: x, end: x + width, low: y, high: y + height }
    : { start: y, end: y + height, low: x, high: x + width };
}

/**
 * The shortest way that brings two lines of two boxes together: edges to edges, centres to centres. It is asked for
 * every sticker in view at every movement, so it makes no lists.
 */
function nearestLine(own: Span, start: number, end: number): number {
  let best = start - own.start;
  best = nearer(best, end - own.end);
  best = nearer(best, end - own.start);
  best = nearer(best, start - own.end);
  return nearer(best, (start + end) / 2 - (own.start + own.end) / 2);
}

const nearer = (a: number, b: number): number => (Math.abs(b) < Math.abs(a) ? b : a);

/** Whether two boxes share a part of the other axis. */
function isLevel(axis: Axis, { low, high }: Span, other: Rect): boolean {
  return axis === 'x'
    ? other.y < high && other.y + other.height > low
    : other.x < high && other.x + other.width > low;
}

/** The lines of another box on which one of the own lies, as places on the axis. */
function sharedLines(own: Span, { start, end }: Span): readonly number[] {
  const middle = (start + end) / 2;
  const lines = [start, end].filter(
    (line) => Math.min(Math.abs(own.start - line), Math.abs(own.end - line)) <= SAME,
  );
  return Math.abs((own.start + own.end) / 2 - middle) <= SAME ? [...lines, middle] : lines;
}

/** Places at which the moving box keeps the same distance as two neighbours in its row have, or as both sides. */
function gapCandidates(axis: Axis, own: Span, row: Span[]): readonly Required<Candidate>[] {
  row.sort((a, b) => a.start - b.start);
  const length = own.end - own.start;
  const at = (own.low + own.high) / 2;
  const mark = (from: number, to: number): Guide => ({ kind: 'gap', axis, at, from, to });
  const found: Required<Candidate>[] = [];
  row.forEach((left, index) => {
    const right = row[index + 1];
    const gap = right ? right.start - left.end : 0;
    if (!right || gap <= 0) return;
    const after = right.end + gap;
    found.push({ shift: after - own.start, gaps: [mark(left.end, right.start), mark(right.end, after)] });
    const before = left.start - gap;
    found.push({ shift: before - own.end, gaps: [mark(before, left.start), mark(left.end, right.start)] });
    if (gap <= length) return;
    const between = left.end + (gap - length) / 2;
    found.push({
      shift: between - own.start,
      gaps: [mark(left.end, between), mark(between + length, right.start)],
    });
  });
  return found;
}

interface Candidate {
  readonly shift: number;
  readonly gaps: readonly Guide[];
}

/** The lines on which the box now lies with others, each as long as what it joins. */
function linesOf(axis: Axis, moved: Rect, others: readonly Rect[]): Guide[] {
  const own = spanOf(axis, moved);
  const lines = new Map<number, { from: number; to: number }>();
  for (const other of others) {
    const [start, length] = axis === 'x' ? [other.x, other.width] : [other.y, other.height];
    // Nearly all of them share no line.
    if (Math.abs(nearestLine(own, start, start + length)) > SAME) continue;
    const span = spanOf(axis, other);
    for (const line of sharedLines(own, span)) {
      const at = Math.round(line * 10) / 10;
      const known = lines.get(at) ?? { from: own.low, to: own.high };
      lines.set(at, { from: Math.min(known.from, span.low), to: Math.max(known.to, span.high) });
    }
  }
  return [...lines].map(([at, { from, to }]) => ({ kind: 'line', axis, at, from, to }));
}
