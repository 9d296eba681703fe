import type { ActContext } from './acts.ts';
import type { CanvasModel } from './model.ts';
import { removeWithNotice } from './removing.ts';

/** What acts need on the page. @param home finds an element of this canvas */
export function actContextOf(model: CanvasModel, home: () => Element | null): ActContext {
  return {
    model,
    remove: (ids) => removeWithNotice(model.board, ids),
    // The toolbar may only appear with the next render.
    enterToolbar: () =>
      void requestAnimationFrame(() =>
        home()?.closest('.canvas')?.querySelector<HTMLElement>('.canvas-toolbar button')?.focus(),
      ),
  };
}
