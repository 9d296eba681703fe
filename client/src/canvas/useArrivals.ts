import { isByPen } from '@samenbord/shared/board';
import { useEffect, useState } from 'react';
import type { CanvasModel } from './model.ts';

/** The stickers that were thrown on the board with a phone just now. */
export function useArrivals(model: CanvasModel): {
  readonly arrived: readonly string[];
  /** It was seen. */
  readonly forget: (sticker: string) => void;
} {
  const [arrived, setArrived] = useState<readonly string[]>([]);
  useEffect(() => {
    let before = model.board.view.get();
    return model.board.view.subscribe(() => {
      const after = model.board.view.get();
      const known = before.byId;
      before = after;
      // What was there when the board came did not arrive now.
      if (after.byId.size <= known.size || !after.loaded) return;
      const news: string[] = [];
      for (const [id, sticker] of after.byId) if (isByPen(sticker) && !known.has(id)) news.push(id);
      if (news.length > 0) setArrived((all) => [...all, ...news]);
    });
  }, [model]);
  return { arrived, forget: (sticker) => setArrived((all) => all.filter((id) => id !== sticker)) };
}
