import { LATE_TAG, type SilentRound } from '@samenbord/shared/board';
import { layInRows, regionById, squareAt } from '@samenbord/shared/layout';
import type { SilentNote } from '../board/silent.ts';
import type { BoardHandle } from '../board/types.ts';

/**
 * Puts what came too late on the board: ordinary stickers in the round's field, marked as late.
 * @returns whether the board took all of them; those it took before it was full stay
 */
export function addLate(
  { view, commands }: Pick<BoardHandle, 'view' | 'commands'>,
  { sheet, region }: Pick<SilentRound, 'sheet' | 'region'>,
  notes: readonly SilentNote[],
  partner: string | null,
): boolean {
  const { layout, stickers } = view.get().sheets[sheet];
  const inner = regionById(layout, region)?.inner ?? layout.sheet;
  const occupied = stickers
    .filter((sticker) => sticker.region === region)
    .map(({ center, side }) => squareAt(center, side));
  const { size, points } = layInRows(inner, notes.length, 'M', occupied);
  return notes.every(({ text }, nth) => {
    const center = points[nth] ?? { x: inner.x + inner.width / 2, y: inner.y + inner.height / 2 };
    return commands.addSticker({ sheet, center, size, partner, text, tags: [LATE_TAG] }) !== undefined;
  });
}
