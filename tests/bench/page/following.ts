/** Where something was at a moment. */
export interface Position {
  /** ms, on a clock that both pages share */
  readonly at: number;
  /** Along the way of the sweep; any unit, the same for hand and follower. */
  readonly x: number;
}

/**
 * How long a follower takes to be where the hand was: for each position of the hand, the time until the
 * follower first is as far. Both go one way only; a follower that comes in steps is as far when it is there or
 * beyond.
 * @returns ms for each position that was reached, in order; those never reached are left out
 */
export function followingTimes(hand: readonly Position[], follower: readonly Position[]): number[] {
  const direction = Math.sign((hand.at(-1)?.x ?? 0) - (hand[0]?.x ?? 0)) || 1;
  const times: number[] = [];
  let next = 0;
  for (const { at, x } of hand) {
    for (; next < follower.length; next++) {
      const there = follower[next];
      if (there !== undefined && there.at >= at && (there.x - x) * direction >= -TOLERANCE) break;
    }
    const reached = follower[next];
    if (reached === undefined) break;
    times.push(reached.at - at);
  }
  return times;
}

/** One pixel: nearer than that is there. Who follows smoothly never quite arrives. */
const TOLERANCE = 1;
