import { copyText } from '../ui/index.ts';
import type { SheetText } from './sheetText.ts';
import { asHtml, asPlainText } from './sheetTextFormats.ts';

/**
 * Puts the text alternative on the clipboard: as HTML for a letter and as plain text for the rest, or only
 * plain where the browser takes no more.
 * @returns false when it takes neither
 */
export async function copySheetText(text: SheetText): Promise<boolean> {
  const plain = asPlainText(text);
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': new Blob([plain], { type: 'text/plain' }),
        'text/html': new Blob([asHtml(text)], { type: 'text/html' }),
      }),
    ]);
    return true;
  } catch {
    return copyText(plain);
  }
}
