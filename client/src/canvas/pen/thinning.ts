import type { Point } from '@samenbord/shared/layout';

/** A point of a hand's way, with how hard a pen was pressed. */
export type InkStep = Point & { readonly pressure?: number };

/**
 * The points that a way needs: those nearer than `tolerance` to the line between others go (Douglas and Peucker,
 * 1973; here with a stack, so that no way is too long). When more than `most` are left, the tolerance grows.
 */
export function thinned(steps: readonly InkStep[], tolerance: number, most: number): readonly InkStep[] {
  let kept = needed(steps, tolerance);
  for (let wider = tolerance * 1.6; kept.length > most; wider *= 1.6) kept = needed(steps, wider);
  return kept;
}

function needed(steps: readonly InkStep[], tolerance: number): readonly InkStep[] {
  const last = steps.length - 1;
  if (last < 2) return steps;
  const kept = new Set([0, last]);
  const open: [number, number][] = [[0, last]];
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part;
    const farthest = farthestBetween(steps, from, to);
    if (farthest === undefined || farthest.distance <= tolerance) continue;
    kept.add(farthest.index);
    open.push([from, farthest.index], [farthest.index, to]);
  }
  return steps.filter((_, index) => kept.has(index));
}

function farthestBetween(
  steps: readonly InkStep[],
  from: number,
  to: number,
): { readonly index: number; readonly distance: number } | undefined {
  const [a, b] = [steps[from], steps[to]];
  if (!a || !b) return undefined;
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  let found: { index: number; distance: number } | undefined;
  for (let index = from + 1; index < to; index += 1) {
    const step = steps[index];
    if (!step) continue;
    const distance =
      length === 0
        ? Math.hypot(step.x - a.x, step.y - a.y)
        : Math.abs((b.x - a.x) * (step.y - a.y) - (b.y - a.y) * (step.x - a.x)) / length;
    if (!found || distance > found.distance) found = { index, distance };
  }
  return found;
}

/** Some of the points, evenly, and always the last: enough to see a stroke come about elsewhere. */
export function sampled(steps: readonly InkStep[], most: number): readonly InkStep[] {
  if (steps.length <= most) return steps;
  const every = Math.ceil(steps.length / (most - 1));
  return steps.filter((_, index) => index % every === 0 || index === steps.length - 1);
}
