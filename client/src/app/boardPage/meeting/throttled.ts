/**
 * Runs the newest call at once, and then at most once in so many ms; the last one always runs.
 * @param wait sets a timer; @returns the way to stop it
 */
export function throttled<T>(
  run: (value: T) => void,
  ms: number,
  wait: (then: () => void, ms: number) => () => void = waitWithTimer,
): { readonly call: (value: T) => void; readonly stop: () => void } {
  let waiting: (() => void) | undefined;
  let newest: { readonly value: T } | undefined;
  const go = (): void => {
    waiting = undefined;
    if (newest === undefined) return;
    const { value } = newest;
    newest = undefined;
    waiting = wait(go, ms);
    run(value);
  };
  return {
    call(value) {
      newest = { value };
      if (waiting === undefined) go();
    },
    stop() {
      waiting?.();
      waiting = undefined;
      newest = undefined;
    },
  };
}

function waitWithTimer(then: () => void, ms: number): () => void {
  const timer = setTimeout(then, ms);
  return () => clearTimeout(timer);
}
