import type { StickerView } from '../board/types.ts';

/** Two stickers are in one row when their centres differ in height by less than this share of their side. */
const SAME_ROW = 0.5;

/** Stickers as one reads them: row by row from the top, each row from the left. Stickers hand-placed a little
 * higher or lower than their neighbour stay in its row. */
export function inReadingOrder(stickers: readonly StickerView[]): readonly StickerView[] {
  const byHeight = [...stickers].sort((a, b) => a.center.y - b.center.y || a.center.x - b.center.x);
  const rows: StickerView[][] = [];
  for (const sticker of byHeight) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && sticker.center.y - first.center.y < first.side * SAME_ROW) row.push(sticker);
    else rows.push([sticker]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.center.x - b.center.x));
}
