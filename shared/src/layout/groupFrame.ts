import { boxAround, type Square } from './aligning.ts';
import { SHEET } from './sheet.ts';
import type { Rect } from './types.ts';

/** Height of the strip at the top of a group's frame that has its title. Sheet units. */
export const GROUP_TITLE = 50;
/** What a frame keeps free around its stickers. */
const AIR = 14;

/** The frame around these stickers, its title on top, wholly on the sheet; `undefined` around none. */
export function groupFrame(squares: readonly Omit<Square, 'id'>[]): Rect | undefined {
  const box = boxAround(squares);
  if (!box) return undefined;
  const left = Math.max(0, box.x - AIR);
  const top = Math.max(0, box.y - GROUP_TITLE);
  const right = Math.min(SHEET.width, box.x + box.width + AIR);
  const bottom = Math.min(SHEET.height, box.y + box.height + AIR);
  return { x: left, y: top, width: right - left, height: bottom - top };
}
