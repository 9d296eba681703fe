import { LIMITS } from '@samenbord/shared/protocol';
import { text } from '../../i18n/index.ts';
import { announce, notify } from '../../ui/index.ts';
import type { ActContext } from '../acts.ts';
import { CLIPBOARD_TYPE, clipOf, selectedOf } from '../copying.ts';
import { more } from '../later.ts';
import { bringPictures, sayFailed } from '../pictures/later.ts';

/**
 * Listens to copy, cut and paste for one canvas: by key, and by the menus, which ask the browser for the same
 * events. Text fields and marked text keep the browser's own.
 * @returns the way to stop
 */
export function listenToClipboard(container: HTMLElement, context: ActContext): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const { model } = context;

  const copy = (event: ClipboardEvent): boolean => {
    const stickers = selectedOf(model);
    if (!isForSheet(event, container) || stickers.length === 0 || !event.clipboardData) return false;
    const clip = clipOf(model, stickers);
    event.clipboardData.setData('text/plain', clip.text);
    event.clipboardData.setData(CLIPBOARD_TYPE, clip.json);
    event.preventDefault();
    return true;
  };

  document.addEventListener(
    'copy',
    (event) => {
      const { length } = model.selection.get();
      if (copy(event)) announce(text('canvas', 'clipboard.copied', { count: length }));
    },
    { signal },
  );
  document.addEventListener(
    'cut',
    (event) => {
      if (!model.canWrite()) return;
      const ids = model.selection.get();
      if (copy(event)) context.remove(ids);
    },
    { signal },
  );
  document.addEventListener(
    'paste',
    (event) => {
      if (!isForSheet(event, container) || !event.clipboardData || !model.canWrite()) return;
      const plain = event.clipboardData.getData('text/plain');
      const stickers = event.clipboardData.getData(CLIPBOARD_TYPE);
      const pictures = [...event.clipboardData.files].filter(({ type }) => type.startsWith('image/'));
      // Spreadsheets put a picture of the cells beside their texts: the texts are meant.
      if (plain.trim() === '' && stickers === '') {
        if (pictures.length === 0) return;
        event.preventDefault();
        bringPictures(model, pictures, model.pointedAt());
        return;
      }
      event.preventDefault();
      if (plain.length > MOST_TEXT) {
        notify({ text: text('canvas', 'clipboard.tooMuch', { limit: LIMITS.pasted }), tone: 'trouble' });
        return;
      }
      void more
        .get()
        .then(({ paste }) => paste(model, { plain, stickers }, model.pointedAt()))
        .catch(sayFailed);
    },
    { signal },
  );
  return () => stop.abort();
}

/** UTF-16 units of text beyond which nobody pastes stickers: as many as fit, each as long as it may be. */
const MOST_TEXT = LIMITS.pasted * LIMITS.stickerText;

function isForSheet({ target }: ClipboardEvent, container: HTMLElement): boolean {
  if (!(target instanceof HTMLElement)) return true;
  if (target.matches('input, textarea, select, [contenteditable]')) return false;
  if (target.closest('[role="dialog"], [role="alertdialog"]') !== null) return false;
  // Text that is marked, in a panel or a notice, is what one wants to copy.
  if (document.getSelection()?.isCollapsed === false) return false;
  return target === document.body || container.contains(target) || target.closest('.board') !== null;
}
