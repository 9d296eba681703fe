import type { Translation } from '../catalogue.ts';
import type { texts as nl } from '../nl/ui.ts';

export const texts: Translation<typeof nl> = {
  'dialog.close': 'Close',
  'notice.close': 'Close message',
  'notices.label': 'Messages',
  'part.failed': 'This cannot be shown now. The page goes on as usual; try again in a moment.',
  'copy.label': 'Copy',
  'copy.done': 'Copied',
  'copy.blocked': 'Your browser does not allow copying. Select the text and copy it yourself.',
  'copy.selected': 'Your browser does not allow copying. The text is selected: copy with Ctrl+C or ⌘C.',
};
