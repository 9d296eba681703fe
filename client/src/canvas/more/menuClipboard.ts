import type { Point } from '@samenbord/shared/layout';
import { text } from '../../i18n/index.ts';
import { announce, notify } from '../../ui/index.ts';
import type { ActContext } from '../acts.ts';
import { CLIPBOARD_TYPE, clipOf, selectedOf } from '../copying.ts';
import type { CanvasModel } from '../model.ts';
import { bringPictures } from '../pictures/later.ts';
import { paste } from './pasting.ts';

/**
 * The clipboard without its keys. Browsers give a menu less than they give a key: only text, and reading asks
 * first. So what was copied in this page is remembered beside it.
 */
let last: { readonly text: string; readonly json: string } | undefined;

/** Copies what is selected, and takes it off the board when it is cut. */
export async function copySelected(context: ActContext, cut: boolean): Promise<void> {
  const { model } = context;
  const stickers = selectedOf(model);
  if (stickers.length === 0) return;
  const clip = clipOf(model, stickers);
  try {
    await writeClip(clip);
  } catch {
    notify({ text: text('tools', 'clipboard.denied', { key: text('tools', 'key.ctrl', { key: 'C' }) }) });
    return;
  }
  last = clip;
  if (cut) context.remove(stickers.map(({ id }) => id));
  else announce(text('canvas', 'clipboard.copied', { count: stickers.length }));
}

async function writeClip({
  text: plain,
  json,
}: {
  readonly text: string;
  readonly json: string;
}): Promise<void> {
  const custom = `web ${CLIPBOARD_TYPE}`;
  const blob = (type: string, content: string) => new Blob([content], { type });
  // Only some browsers let a page write a type of its own.
  if (typeof ClipboardItem === 'function' && ClipboardItem.supports?.(custom)) {
    const item = { 'text/plain': blob('text/plain', plain), [custom]: blob(CLIPBOARD_TYPE, json) };
    await navigator.clipboard.write([new ClipboardItem(item)]);
    return;
  }
  await navigator.clipboard.writeText(plain);
}

/** Pastes at a point of the sheet. */
export async function pasteFromMenu(model: CanvasModel, at: Point): Promise<void> {
  try {
    const { plain, stickers, picture } = await readClipboard();
    if (picture) bringPictures(model, [picture], at);
    else paste(model, { plain, stickers }, at);
  } catch {
    notify({ text: text('tools', 'clipboard.denied', { key: text('tools', 'key.ctrl', { key: 'V' }) }) });
  }
}

interface Clipboard {
  readonly plain: string;
  readonly stickers: string;
  readonly picture?: Blob;
}

async function readClipboard(): Promise<Clipboard> {
  const plain = await navigator.clipboard.readText();
  if (plain === last?.text) return { plain, stickers: last.json };
  const custom = `web ${CLIPBOARD_TYPE}`;
  for (const item of (await navigator.clipboard.read?.()) ?? []) {
    const picture = plain.trim() === '' ? item.types.find((type) => type.startsWith('image/')) : undefined;
    if (picture) return { plain, stickers: '', picture: await item.getType(picture) };
    if (item.types.includes(custom)) return { plain, stickers: await (await item.getType(custom)).text() };
  }
  return { plain, stickers: '' };
}
