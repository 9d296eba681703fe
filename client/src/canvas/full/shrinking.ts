import { type RegionId, readingOrder, regionById, shrunk, squareAt } from '@samenbord/shared/layout';
import type { Spot } from '../../board/types.ts';
import type { CanvasModel } from '../model.ts';

/** Where the stickers of a field lie in rows at the next smaller size; `undefined` when that makes no room. */
function smallerSpots(model: CanvasModel, region: RegionId): ReadonlyMap<string, Spot> | undefined {
  const { layout, stickers } = model.sheet();
  const field = regionById(layout, region);
  if (!field || !model.canWrite()) return undefined;
  const laid = stickers.filter((one) => one.region === region && !one.locked);
  const chosen = new Set(laid.map(({ id }) => id));
  const stays = stickers
    .filter(({ id }) => !chosen.has(id))
    .map(({ center, side }) => squareAt(center, side));
  return shrunk(field.inner, readingOrder(laid), stays);
}

/** Whether smaller stickers would make room in a field. */
export function canShrink(model: CanvasModel, region: RegionId): boolean {
  return smallerSpots(model, region) !== undefined;
}

/**
 * Lays the stickers of a field in rows at the next smaller size, in one step of undo; what is locked stays as it is.
 * @returns whether it did: not when nothing smaller would fit either
 */
export function shrinkField(model: CanvasModel, region: RegionId): boolean {
  const spots = smallerSpots(model, region);
  if (spots) model.board.commands.layStickers(model.sheet().key, spots);
  return spots !== undefined;
}
