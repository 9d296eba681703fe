import { useCallback, useSyncExternalStore } from 'react';

/** A value one can read and follow; `Readable` of the session room fits it. */
export interface Followable<T> {
  get(): T;
  subscribe(listener: () => void): () => void;
}

/**
 * The value now, or a part of it; the component re-renders when that changes.
 * @param select picks the part; must give the same thing for the same value, not a new object each time
 */
export function useReadable<T>(readable: Followable<T>): T;
export function useReadable<T, S>(readable: Followable<T>, select: (value: T) => S): S;
export function useReadable<T>(readable: Followable<T>, select?: (value: T) => unknown): unknown {
  const subscribe = useCallback((listener: () => void) => readable.subscribe(listener), [readable]);
  const get = () => (select === undefined ? readable.get() : select(readable.get()));
  return useSyncExternalStore(subscribe, get, get);
}
