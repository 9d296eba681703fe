/** So many bytes that may be in memory at once for something. */
export interface Budget {
  /** Takes `bytes` of it; returns what gives them back, or `undefined` when there are not so many left. */
  take(bytes: number): (() => void) | undefined;
}

export function createBudget(total: number): Budget {
  let used = 0;
  return {
    take(bytes) {
      if (used + bytes > total) return undefined;
      used += bytes;
      let given = false;
      return () => {
        if (!given) used -= bytes;
        given = true;
      };
    },
  };
}
