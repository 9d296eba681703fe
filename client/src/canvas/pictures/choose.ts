import type { Point } from '@samenbord/shared/layout';
import type { CanvasModel } from '../model.ts';
import { bringFiles } from './bring.ts';

/** Lets somebody choose pictures from their device. */
export function choosePictures(model: CanvasModel, at: Point | null): void {
  if (!model.canWrite()) return;
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = 'image/png,image/jpeg,image/webp,image/svg+xml';
  input.hidden = true;
  input.addEventListener('change', () => {
    input.remove();
    void bringFiles(model, [...(input.files ?? [])], at);
  });
  input.addEventListener('cancel', () => input.remove());
  // What is nowhere on the page a browser may forget, with what somebody chooses, while they still look for it.
  document.body.append(input);
  input.click();
}
