import { fetching } from '../ui/index.ts';
import { more } from './later.ts';
import type { CanvasModel } from './model.ts';
import type { FetchedActs } from './modelOptions.ts';
import { sayFailed } from './pictures/later.ts';

/** Fetched when somebody first presents a field. */
const presenting = fetching(() => import('./presenting/index.ts'));

/** What a canvas does by code that is fetched for it. @param model asked for when it is needed */
export function fetchedActs(model: () => CanvasModel): FetchedActs {
  return {
    // Whoever is offline before it came is not asked anything.
    laid: (ids) =>
      void more.get().then(
        (part) => part.offerRoom(model(), ids),
        () => undefined,
      ),
    park: (ids) => void more.get().then((part) => part.park(model(), ids), sayFailed),
    present: (region) => void presenting.get().then((part) => part.present(model(), region), sayFailed),
    bringBack: (ids) => void more.get().then((part) => part.bringBack(model(), ids), sayFailed),
  };
}
