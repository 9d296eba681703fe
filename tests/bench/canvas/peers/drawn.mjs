/** Sets the mark of a drawn board once all stickers are there and the frame that shows them was on screen. */
export function markDrawn(areThere) {
  const look = () => {
    if (!areThere()) requestAnimationFrame(look);
    else requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('board-drawn')));
  };
  look();
}

/** The stickers to show and the camera to show them with. */
export async function readBoard() {
  const count = new URLSearchParams(location.search).get('stickers');
  const response = await fetch(`/board.json?stickers=${count}`);
  return response.json();
}
