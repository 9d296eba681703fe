import type { ActContext } from './acts.ts';
import type { CanvasModel } from './model.ts';
import { choosePictures } from './pictures/later.ts';
import { removeWithNotice } from './removing.ts';

/** What acts need on the page. @param home finds an element of this canvas */
export function actContextOf(model: CanvasModel, home: () => Element | null): ActContext {
  const canvas = (): HTMLElement | null => home()?.closest<HTMLElement>('.canvas') ?? null;
  return {
    model,
    remove: (ids) => removeWithNotice(model.board, ids),
    choosePictures: () => choosePictures(model, null),
    // The toolbar may only appear with the next render.
    enterToolbar: () =>
      void requestAnimationFrame(() =>
        canvas()?.querySelector<HTMLElement>('.canvas-toolbar button')?.focus(),
      ),
    focusedField() {
      const focused = document.activeElement;
      const { width, height } = model.camera.view();
      const region = focused instanceof HTMLElement ? focused.dataset.region : undefined;
      if (!focused || region === undefined) return { region: null, at: { x: width / 2, y: height / 2 } };
      const box = focused.getBoundingClientRect();
      const view = canvas()?.getBoundingClientRect();
      return { region, at: { x: box.left - (view?.left ?? 0), y: box.bottom - (view?.top ?? 0) } };
    },
  };
}
