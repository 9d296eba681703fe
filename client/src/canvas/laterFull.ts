import { more } from './later.ts';
import type { CanvasModel } from './model.ts';

/** Somebody laid these stickers somewhere: offers room where there is none. Whoever is offline then is not asked. */
export function lookForRoom(model: CanvasModel, ids: readonly string[]): void {
  void more.get().then(
    ({ offerRoom }) => offerRoom(model, ids),
    () => undefined,
  );
}
