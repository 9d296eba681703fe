import type { Translation } from '../catalogue.ts';
import type { texts as dutch } from '../nl/pictorial.ts';

export const texts: Translation<typeof dutch> = {
  'bring.pasted': 'Pasted picture',
  'bring.tooMany':
    'These are {{count}} pictures; {{limit}} can be placed at once. Nothing was placed: choose fewer.',
  'bring.done_one': 'Picture placed',
  'bring.done_other': '{{count}} pictures placed',
  'bring.again': 'Try again',

  'problem.bytes': '{{name}} is larger than {{mb}} MB. Make the picture smaller and try again.',
  'problem.pixels': '{{name}} has more than {{mp}} million pixels. Make the picture smaller and try again.',
  'problem.kind': '{{name}} is no picture that can go on the board. Use PNG, JPEG, WebP or SVG.',
  'problem.broken': '{{name}} cannot be read: the picture is damaged or incomplete.',
  'problem.svg': '{{name}} is a drawing that asks too much of the browser. Save it as PNG and try again.',
  'problem.shape': '{{name}} is too narrow or too flat for a sticker.',
  'problem.browser': 'This browser cannot make a picture for the board of {{name}}.',

  'carry.failed_one':
    'A picture could not come along from the other board. Open that board in this browser and try again.',
  'carry.failed_other':
    '{{count}} pictures could not come along from the other board. Open that board in this browser and try again.',

  'tray.label': 'Pictures on their way',
  'tray.sending_one': 'Placing the picture…',
  'tray.sending_other': 'Placing {{count}} pictures…',
  'tray.stuck': 'Not on the board yet',
  'tray.state.sending': 'Being sent…',
  'tray.state.waiting': 'No connection. It goes by itself once there is one; keep this page open.',
  'tray.state.full': 'The pictures of this board take 100 MB already. Nothing more can be added.',
  'tray.state.refused': 'The board does not take this now: it is full, or you may not write at the moment.',
  'tray.forget': 'Let go',

  'ink.full': 'As much is drawn on this board as can be ({{limit}} strokes). Rub something out first.',
  'pen.label': 'Drawing',
  'pen.draw': 'Pen',
  'pen.erase': 'Eraser',
  'pen.width': 'Thickness',
  'pen.width.thin': 'Thin',
  'pen.width.medium': 'Normal',
  'pen.width.thick': 'Thick',
  'pen.whose': 'On behalf of',
  'pen.namens': 'On behalf of {{partner}}',
  'pen.nobody': 'On behalf of nobody',
  'pen.done': 'Done drawing',

  'symbol.title': 'Choose an icon or emoji',
  'symbol.search': 'Search for an icon or emoji',
  'symbol.icons': 'Icons',
  'symbol.emoji': 'Emoji',
  'symbol.none': 'Nothing found',
  'symbol.found_one': '{{count}} found',
  'symbol.found_other': '{{count}} found',
  'symbol.remove': 'Take it off',
  'symbol.removed': 'Icon taken off',
  'symbol.full': 'There is no room left on this board. Remove a few stickers first.',

  'hear.icon': 'Icon {{name}}',
  'hear.emoji': 'Emoji {{name}}',
  'hear.drawings': 'Drawings on the sheet',
  'hear.drawing': 'Drawing',
  'hear.drawingOf': 'Drawing by {{partner}}',
  'hear.inField': '{{drawing}} in field {{field}}',
  'hear.loose': '{{drawing}} loose on the sheet',
  'hear.strokes_one': '{{drawing}}, {{count}} stroke',
  'hear.strokes_other': '{{drawing}}, {{count}} strokes',

  'picture.title': 'Picture',
  'picture.coming': 'The picture is loading…',
  'picture.missing': 'The picture is not there, or not yet. Try again later.',
  'picture.undescribed': 'Picture without a description',
  'picture.alt': 'What is to be seen?',
  'picture.altHint':
    'For whoever cannot see the picture: it is read aloud and stands in the text beside the sheet.',
  'picture.save': 'Save',
  'picture.cancel': 'Cancel',
};
