import { useEffect, useEffectEvent, useState } from 'react';

/**
 * Code that is fetched when it is needed. Not React's `lazy`: once its `Suspense` has shown a fallback, React
 * holds back what comes after it for 300 ms, also when that is there at once.
 */
export interface Fetching<T> {
  /** What was fetched, or `undefined` before that. */
  now(): T | undefined;
  /** Fetches it, once; after a failure anew. @throws what the import threw */
  get(): Promise<T>;
}

/** @param load an `import()` and what to take from it */
export function fetching<T>(load: () => Promise<T>): Fetching<T> {
  let fetched: T | undefined;
  return {
    now: () => fetched,
    async get() {
      fetched ??= await load();
      return fetched;
    },
  };
}

/** What is fetched, or `undefined` while it is under way. */
export function useFetched<T>(what: Fetching<T>, onFail: (error: unknown) => void): T | undefined {
  const [found, setFound] = useState(what.now);
  const fail = useEffectEvent(onFail);
  useEffect(() => {
    let current = true;
    what.get().then(
      (fetched) => current && setFound(() => fetched),
      (error: unknown) => current && fail(error),
    );
    return () => {
      current = false;
    };
  }, [what]);
  return found;
}
