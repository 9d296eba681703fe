import { countedAs } from './address.ts';

/** Counts what is open per address, up to a bound. */
export interface OpenPerAddress {
  /** One more for `address`; returns what takes it off again, or `undefined` when there are enough. */
  open(address: string): (() => void) | undefined;
}

/** This machine itself: programs on it, and a proxy whose `X-Forwarded-For` is not believed. */
const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/**
 * @param most how many an address may have. This machine has no bound: whoever is on it needs no socket to do
 * harm, and with a forgotten TRUSTED_HOPS everybody would come from there.
 */
export function createOpenPerAddress(most: number): OpenPerAddress {
  const counts = new Map<string, number>();
  return {
    open(address) {
      if (LOOPBACK.test(address)) return () => {};
      const counted = countedAs(address);
      const count = counts.get(counted) ?? 0;
      if (count >= most) return undefined;
      counts.set(counted, count + 1);
      let closed = false;
      return () => {
        if (closed) return;
        closed = true;
        const left = (counts.get(counted) ?? 1) - 1;
        if (left === 0) counts.delete(counted);
        else counts.set(counted, left);
      };
    },
  };
}
