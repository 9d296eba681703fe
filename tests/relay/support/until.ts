/** How long a condition may take to come true, ms: far more than it ever needs. */
const PATIENCE = 15_000;

/**
 * Resolves when `holds` returns something true, with that; looks whenever the event loop comes round.
 * @throws naming `what` when it does not come true.
 */
export async function until<T>(what: string, holds: () => T | undefined | false): Promise<T> {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    const value = holds();
    if (value !== undefined && value !== false) return value;
    if (performance.now() > deadline) throw new Error(`never came true: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** A promise with its ends in hand. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
