import { more } from './later.ts';
import { sayFailed } from './laterPictures.ts';
import type { CanvasModel } from './model.ts';

/** Somebody laid these stickers somewhere: offers room where there is none. Whoever is offline then is not asked. */
export function lookForRoom(model: CanvasModel, ids: readonly string[]): void {
  void more.get().then(
    (part) => part.offerRoom(model, ids),
    () => undefined,
  );
}

/** Parks stickers beside the sheet. */
export function park(model: CanvasModel, ids: readonly string[]): void {
  void more.get().then((part) => part.park(model, ids), sayFailed);
}

/** Brings parked stickers back to where they came from. */
export function bringBack(model: CanvasModel, ids: readonly string[]): void {
  void more.get().then((part) => part.bringBack(model, ids), sayFailed);
}
