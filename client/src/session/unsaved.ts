import type { Readable } from './readable.ts';
import type { SaveStatus } from './types.ts';

/**
 * Lets the browser ask before the page is closed while changes wait. It listens only as long as there is
 * something to lose: a page with a `beforeunload` listener cannot go into the back-forward cache.
 * Installed by `openBoardSession`; does nothing where there is no window.
 * @returns the way to stop
 */
export function guardUnsaved(status: Readable<SaveStatus>): () => void {
  if (typeof window === 'undefined') return () => {};
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
  const follow = (): void => {
    const now = status.get();
    if ('waiting' in now && now.waiting > 0) window.addEventListener('beforeunload', ask);
    else window.removeEventListener('beforeunload', ask);
  };
  const stop = status.subscribe(follow);
  follow();
  return () => {
    stop();
    window.removeEventListener('beforeunload', ask);
  };
}
