/** The mark set when the stickers of a board are first on screen. */
const BOARD_DRAWN = 'board-drawn';

let asked = false;
let resolve: () => void = () => undefined;

/** Resolves when the stickers of a board are first on screen. */
export const whenDrawn = new Promise<void>((done) => {
  resolve = done;
});

/** Sets the mark when the frame just painted is on screen, which is when the next one begins. Once in a page. */
export function markDrawn(): void {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    performance.mark(BOARD_DRAWN);
    resolve();
  });
}
