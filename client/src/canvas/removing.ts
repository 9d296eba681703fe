import type { BoardHandle } from '../board/types.ts';
import { text } from '../i18n/index.ts';
import { notify } from '../ui/index.ts';

/** Ends the watch of the last deletion. */
let stopWatching: (() => void) | undefined;

/** Deletes at once, and offers the way back instead of asking first; the offer goes when they are back. */
export function removeWithNotice(
  board: Pick<BoardHandle, 'view' | 'commands'>,
  ids: readonly string[],
): void {
  stopWatching?.();
  const putBack = board.commands.removeStickers(ids);
  const dismiss = notify({
    text:
      ids.length === 1
        ? text('canvas', 'removed.one')
        : text('canvas', 'removed.several', { count: ids.length }),
    action: { label: text('canvas', 'removed.undo'), run: putBack },
  });
  const stop = board.view.subscribe(() => {
    const { byId } = board.view.get();
    if (!ids.every((id) => byId.has(id))) return;
    stop();
    dismiss();
  });
  stopWatching = stop;
}
