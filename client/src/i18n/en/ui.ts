import type { Translation } from '../catalogue.ts';
import type { texts as nl } from '../nl/ui.ts';

export const texts: Translation<typeof nl> = {
  'dialog.close': 'Close',
  'notice.close': 'Close message',
  'notices.label': 'Messages',
  'part.failed': 'This cannot be shown now. The page goes on as usual; try again in a moment.',
  'writing.long': '{{count}} characters. One thought per sticker reads better.',
  'writing.tooLong':
    'That is too long for one sticker: it holds {{limit}} characters. Nothing was changed; what you wanted to paste is still on your clipboard.',
  'writing.gone': 'Somebody deleted this sticker while you were writing.',
  'writing.copyText': 'Copy your text',
  'writing.copied': 'Your text is on the clipboard',
  'copy.label': 'Copy',
  'copy.done': 'Copied',
  'copy.blocked': 'Your browser does not allow copying. Select the text and copy it yourself.',
  'copy.selected': 'Your browser does not allow copying. The text is selected: copy with Ctrl+C or ⌘C.',
};
