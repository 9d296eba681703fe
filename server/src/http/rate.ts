/** Lets so many through per minute and address, or whatever else is counted by. */
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
 * A token bucket per address (the usual one; RFC 2697 describes its ancestor): it holds a minute's
 * worth and fills evenly.
 * @param perMinute size of the bucket and tokens added per minute
 */
export function createRateLimit(perMinute: number, now: () => number): RateLimit {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const refilled = (bucket: { tokens: number; at: number }, time: number) =>
    Math.min(perMinute, bucket.tokens + (Math.max(0, time - bucket.at) * perMinute) / MINUTE);

  const makeRoom = (time: number): void => {
    for (const [address, bucket] of buckets) if (refilled(bucket, time) >= perMinute) buckets.delete(address);
    for (const address of buckets.keys()) {
      if (buckets.size <= MAX_ADDRESSES * 0.9) break;
      buckets.delete(address);
    }
  };

  return {
    take(address) {
      const time = now();
      const known = buckets.get(address);
      if (known === undefined && buckets.size >= MAX_ADDRESSES) makeRoom(time);
      const tokens = known === undefined ? perMinute : refilled(known, time);
      const allowed = tokens >= 1;
      buckets.set(address, { tokens: allowed ? tokens - 1 : tokens, at: time });
      return allowed ? 0 : Math.ceil(((1 - tokens) * MINUTE) / perMinute);
    },

    giveBack(address) {
      const known = buckets.get(address);
      if (known !== undefined) known.tokens = Math.min(perMinute, known.tokens + 1);
    },
  };
}
