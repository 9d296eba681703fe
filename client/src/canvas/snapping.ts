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
  const spans = others.map((other) => spanOf(axis, other));
  let shift = Number.POSITIVE_INFINITY;
  for (const span of spans) {
    for (const [mine, theirs] of linePairs(own, span)) {
      if (Math.abs(theirs - mine) < Math.abs(shift)) shift = theirs - mine;
    }
  }
  let gaps: readonly Guide[] = [];
  for (const candidate of gapCandidates(axis, own, spans)) {
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

/** Which of two boxes' lines may be brought together: edges to edges, centres to centres. */
function linePairs(a: Span, b: Span): readonly (readonly [number, number])[] {
  return [
    [a.start, b.start],
    [a.end, b.end],
    [a.start, b.end],
    [a.end, b.start],
    [(a.start + a.end) / 2, (b.start + b.end) / 2],
  ];
}

/** Places at which the moving box keeps the same distance as two neighbours in its row have, or as both sides. */
function gapCandidates(axis: Axis, own: Span, spans: readonly Span[]): readonly Required<Candidate>[] {
  const row = spans.filter((span) => span.low < own.high && span.high > own.low);
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
    const span = spanOf(axis, other);
    for (const [mine, theirs] of linePairs(own, span)) {
      if (Math.abs(mine - theirs) > SAME) continue;
      const at = Math.round(theirs * 10) / 10;
      const known = lines.get(at) ?? { from: own.low, to: own.high };
      lines.set(at, { from: Math.min(known.from, span.low), to: Math.max(known.to, span.high) });
    }
  }
  return [...lines].map(([at, { from, to }]) => ({ kind: 'line', axis, at, from, to }));
}
