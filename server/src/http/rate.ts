/** Lets so many through in a time, mostly a minute, per address or whatever else is counted by. */
export interface RateLimit {
  /** Takes one for `address`. @returns ms to wait when there is none left, else 0 */
  take(address: string): number;
  /** Gives one back that was taken: it turned out not to count. */
  giveBack(address: string): void;
}

const MINUTE = 60_000;
/** Addresses remembered; beyond it those that are full again go, then the oldest until a tenth is free. */
const MAX_ADDRESSES = 50_000;

/**
 * A token bucket per address (the usual one; RFC 2697 describes its ancestor): it holds what one time is worth, and
 * fills evenly.
 * @param most size of the bucket and tokens added in one time
 * @param time ms
 */
export function createRateLimit(most: number, now: () => number, time: number = MINUTE): RateLimit {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const refilled = (bucket: { tokens: number; at: number }, at: number) =>
    Math.min(most, bucket.tokens + (Math.max(0, at - bucket.at) * most) / time);

  const makeRoom = (at: number): void => {
    for (const [address, bucket] of buckets) if (refilled(bucket, at) >= most) buckets.delete(address);
    for (const address of buckets.keys()) {
      if (buckets.size <= MAX_ADDRESSES * 0.9) break;
      buckets.delete(address);
    }
  };

  return {
    take(address) {
      const at = now();
      const known = buckets.get(address);
      if (known === undefined && buckets.size >= MAX_ADDRESSES) makeRoom(at);
      const tokens = known === undefined ? most : refilled(known, at);
      const allowed = tokens >= 1;
      buckets.set(address, { tokens: allowed ? tokens - 1 : tokens, at });
      return allowed ? 0 : Math.ceil(((1 - tokens) * time) / most);
    },

    giveBack(address) {
      const known = buckets.get(address);
      if (known !== undefined) known.tokens = Math.min(most, known.tokens + 1);
    },
  };
}
