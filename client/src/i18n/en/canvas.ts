import type { Translation } from '../catalogue.ts';
import type { texts as nl } from '../nl/canvas.ts';

export const texts: Translation<typeof nl> = {
  'sheet.label': 'Sheet: {{title}}. Use Tab to go through the fields and stickers.',
  'sheet.loose': 'Loose on the sheet',

  'parked.of': 'Parked: was with {{names}}',
  'parked.unknown': 'Parked: this field is no more',

  'link.match': 'matches',
  'link.carriedOver': 'carried over',
  'link.supports': 'supports',
  'link.why': 'why',
  'link.tension': 'tension',
  'link.belongs': 'belongs to',
  'link.same': 'agrees with',

  'people.writing_one': '{{names}} is writing…',
  'people.writing_other': '{{names}} are writing…',

  'people.writes_one': 'is writing…',
  'people.writes_other': 'are writing…',

  'mirror.empty': 'Empty sticker',
  'mirror.icon': 'Icon',
  'mirror.picture': 'Picture: {{alt}}',
  'sticker.late': 'late',
  'mirror.late': '{{text}}, late',
  'mirror.withPartner': '{{text}} (on behalf of {{partner}}, in {{field}})',
  'mirror.parked': '{{text}} ({{parked}})',
  'mirror.noPartner': '{{text}} (in {{field}})',
  'mirror.writing': '{{sticker}}, {{writing}}',
  'mirror.locked': '{{sticker}}, locked',
  'mirror.grouped': '{{sticker}}, in group {{group}}',
  'mirror.label': '{{field}}: questions and tip',
  'mirror.over': 'Over {{field}}',

  'new.button': 'New sticker',
  'new.shortcut': 'New sticker (N), or double-tap the sheet',
  'content.label': 'Picture, drawing or icon',
  'content.ink': 'Draw',
  'mirror.ink': '{{sticker}}, with a drawing',
  'content.symbol': 'Icon or emoji…',
  'content.picture': 'Picture…',
  'namens.menu': 'On behalf of: {{partner}}',
  'namens.label': 'On behalf of',
  'namens.nobody': 'Nobody',
  'namens.automatic': 'automatic',
  'namens.automaticLong': 'Automatic: whose field it is',

  'toolbar.label': 'Edit sticker',
  'toolbar.several': 'Edit {{count}} stickers',
  'toolbar.edit': 'Change text',
  'toolbar.size': 'Size',
  'toolbar.size.S': 'Small',
  'toolbar.size.M': 'Normal',
  'toolbar.size.L': 'Large',
  'toolbar.remove': 'Delete',
  'toolbar.align': 'Align',
  'toolbar.link': 'Link with…',
  'toolbar.linkBoth': 'Link',
  'toolbar.duplicate': 'Duplicate',
  'toolbar.lock': 'Lock',
  'toolbar.more': 'More for this selection',

  'removed.one': 'Sticker deleted',
  'removed.several': '{{count}} stickers deleted',
  'removed.undo': 'Put back',

  'clipboard.copied_one': 'Sticker copied',
  'clipboard.copied_other': '{{count}} stickers copied',
  'clipboard.tooMuch': 'That is too much to paste at once: {{limit}} stickers fit. Nothing was pasted.',

  'editor.label': 'Text of the sticker',
  'editor.placeholder': 'Write here…',
  'editor.full': 'The board is full. Delete a few stickers first, then you can go on writing.',

  'reader.label': 'What the sticker says',

  'questions.hint': 'Tip',
  'questions.zoom': 'Show this field large',
  'questions.silent': 'Write in silence about this',
  'questions.close': 'Close',

  'controls.label': 'View and steps',
  'controls.undo': 'Undo',
  'controls.redo': 'Redo',
  'controls.zoomIn': 'Zoom in',
  'controls.zoomOut': 'Zoom out',
  'view.more': 'More view',
  'view.find': 'Find',
  'view.map': 'Map of the sheet',
  'view.dragPans': 'Dragging moves the sheet',
  'view.penMode': 'Fingers only move the view (pen)',
  'view.together': 'Together at the screen',
  'pen.found': 'Pen noticed: fingers now only move the view',
  'pen.back': 'Let fingers drag',
  'view.shortcuts': 'Shortcuts',
  'controls.fit': 'Show the whole sheet',

  'lost.title': 'The sheet cannot be drawn right now',
  'lost.text': 'The browser ran out of graphics memory. Your work is not lost: reload the page to go on.',
  'lost.reload': 'Reload',

  'unable.title': 'This browser cannot draw the sheet',
  'unable.text':
    'Something stops it from drawing: a setting or an extension that blocks “canvas”, or an old browser. Turn the blocking off for this page, or open your link in another browser. Nothing is lost.',
};
