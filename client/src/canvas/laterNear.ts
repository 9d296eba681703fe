import { whenDrawn } from './drawnMark.ts';

/** What lies near a sticker or a label. */
export const loadNear = () => import('./near.ts');

/** The mark set when one can write, whatever becomes of the connection. */
const BOARD_READY = 'board-ready';

/** Fetches what one writes with as soon as a board is seen: who goes offline a second later can still write. */
export async function fetchNear(): Promise<void> {
  await whenDrawn;
  // When it could not be had, whoever opens it later fetches it anew.
  await loadNear().then(
    () => performance.mark(BOARD_READY),
    () => undefined,
  );
}
