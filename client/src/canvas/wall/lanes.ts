/** CSS pixels that an editor with its keys takes at least. */
export const LANE = 630;

/** How many people can write beside each other in a view of this width, one at least. CSS pixels. */
export function lanesIn(width: number): number {
  return Math.max(1, Math.floor(width / LANE));
}

/**
 * The lane nearest to where somebody stands that nobody writes in; `undefined` when all are taken.
 * @param x where they stand, CSS pixels from the view's left
 */
export function freeLane(x: number, width: number, taken: ReadonlySet<number>): number | undefined {
  const lanes = lanesIn(width);
  const middle = (lane: number): number => ((lane + 0.5) * width) / lanes;
  return Array.from({ length: lanes }, (_, lane) => lane)
    .filter((lane) => !taken.has(lane))
    .sort((a, b) => Math.abs(middle(a) - x) - Math.abs(middle(b) - x))[0];
}
