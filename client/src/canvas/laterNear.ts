import { whenDrawn } from './drawnMark.ts';

/** What lies near a sticker or a label. */
export const loadNear = () => import('./near.ts');

/** Fetches what one writes with as soon as a board is seen: who goes offline a second later can still write. */
export async function fetchNear(): Promise<void> {
  await whenDrawn;
  // Whoever opens it later fetches it anew.
  await loadNear().catch(() => undefined);
}
