import type { Translation } from '../catalogue.ts';
import type { texts as nl } from '../nl/near.ts';

export const texts: Translation<typeof nl> = {
  'people.writes_one': 'is writing…',
  'people.writes_other': 'are writing…',

  'toolbar.label': 'Edit sticker',
  'toolbar.several': 'Edit {{count}} stickers',
  'toolbar.edit': 'Change text',
  'toolbar.size': 'Size',
  'toolbar.size.S': 'Small',
  'toolbar.size.M': 'Normal',
  'toolbar.size.L': 'Large',
  'toolbar.remove': 'Delete',
  'toolbar.align': 'Align',
  'toolbar.vote': 'Put a dot on it ({{left}} left)',
  'toolbar.unvote': 'Take your dot off',
  'toolbar.link': 'Link with…',
  'toolbar.linkBoth': 'Link',
  'toolbar.duplicate': 'Duplicate',
  'toolbar.lock': 'Lock',
  'toolbar.more': 'More for this selection',

  'editor.label': 'Text of the sticker',
  'editor.placeholder': 'Write here…',
  'editor.full': 'The board is full. Delete a few stickers first, then you can go on writing.',

  'reader.label': 'What the sticker says',

  'questions.hint': 'Tip',
  'questions.zoom': 'Show this field large',
  'questions.present': 'Present this field',
  'questions.silent': 'Write in silence about this',
  'questions.close': 'Close',
};
