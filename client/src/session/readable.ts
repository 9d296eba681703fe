/** A value one can read and follow (fits React's `useSyncExternalStore`). */
export interface Readable<T> {
  get(): T;
  /** @returns the way to stop following */
  subscribe(listener: () => void): () => void;
}

/** A {@link Readable} with a way to set it; tells nobody when the value stays the same. */
export interface Writable<T> extends Readable<T> {
  set(value: T): void;
}

/** Makes a value that can be followed. */
export function writable<T>(initial: T): Writable<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
