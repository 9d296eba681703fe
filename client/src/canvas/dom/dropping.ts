import { toSheet } from '../camera/camera.ts';
import type { CanvasModel } from '../model.ts';
import { bringPictures } from '../pictures/later.ts';

/**
 * Takes files that are dropped on the sheet. Elsewhere on the page a dropped file does nothing: a browser would
 * open it in the board's place.
 * @returns the way to stop
 */
export function listenToDrops(container: HTMLElement, model: CanvasModel): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const show = (dropping: boolean): void => {
    container.dataset.dropping = String(dropping);
  };
  document.addEventListener(
    'dragover',
    (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      const here = event.target instanceof Node && container.contains(event.target) && model.canWrite();
      event.dataTransfer.dropEffect = here ? 'copy' : 'none';
      show(here);
    },
    { signal },
  );
  document.addEventListener('dragleave', ({ relatedTarget }) => relatedTarget === null && show(false), {
    signal,
  });
  document.addEventListener(
    'drop',
    (event) => {
      show(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      if (!(event.target instanceof Node && container.contains(event.target))) return;
      const box = container.getBoundingClientRect();
      const at = { x: event.clientX - box.left, y: event.clientY - box.top };
      bringPictures(model, files, toSheet(model.camera.get(), at));
    },
    { signal },
  );
  return () => stop.abort();
}
