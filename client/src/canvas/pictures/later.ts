import type { Clip } from '@samenbord/shared/board';
import type { Point } from '@samenbord/shared/layout';
import { text } from '../../i18n/index.ts';
import { fetching, notify } from '../../ui/index.ts';
import type { CanvasModel } from '../model.ts';

/** Fetched when first needed: bringing pictures and looking at them. */
const pictures = fetching(() => import('./index.ts'));

/** Says that a part could not be fetched: the next time it is tried anew. */
export function sayFailed(): void {
  notify({ text: text('ui', 'part.failed'), tone: 'trouble' });
}

/** Puts pictures on the sheet. @param at in sheet units; a free spot when `null` */
export function bringPictures(model: CanvasModel, files: readonly Blob[], at: Point | null): void {
  void pictures.get().then(({ bringFiles }) => bringFiles(model, files, at), sayFailed);
}

/** Brings the pictures of copied stickers from their board to this one. */
export function carryPictures(model: CanvasModel, clip: Clip): void {
  if (!clip.stickers.some(({ details }) => details.picture)) return;
  void pictures.get().then((part) => part.carryPictures(model, clip), sayFailed);
}

/** Lets somebody choose pictures from their device. */
export function choosePictures(model: CanvasModel, at: Point | null): void {
  void pictures.get().then((part) => part.choosePictures(model, at), sayFailed);
}
