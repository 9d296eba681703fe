import type { Translation } from '../catalogue.ts';
import type { texts as dutch } from '../nl/wall.ts';

export const texts: Translation<typeof dutch> = {
  'edge.top': 'top',
  'edge.left': 'left',
  'edge.right': 'right',
  'edge.bottom': 'bottom',
  'palette.open': 'Open a palette: {{edge}}',
  'palette.label': 'Palette at the {{edge}}, on behalf of: {{partner}}',
  'palette.pen': 'Draw',
  'palette.penFailed': 'The pen could not be fetched. See whether there is a connection and try again.',
  'palette.penSet': 'Thickness of the pen, and eraser',
  'palette.width.thin': 'Thin',
  'palette.width.medium': 'Normal',
  'palette.width.thick': 'Thick',
  'palette.erase': 'Eraser',
  'palette.close': 'Close the palette',

  'editor.label': 'Write a sticker',
  'editor.of': 'Write a sticker on behalf of {{partner}}',
  'editor.done': 'Done',
  'editor.crowded': 'There is no room for another keyboard here. Close one first, with Done.',

  'keys.label': 'Keyboard',
  'key.Backspace': 'Delete a letter',
  'key.Enter': 'New line',
  'key.ArrowLeft': 'To the left',
  'key.ArrowRight': 'To the right',
  'key.Shift': 'Capital letter',
  'key.Signs': '123 é: digits and signs',
  'key.Letters': 'abc: letters',
  'key.space': 'Space',

  'phone.open': 'Phone as a pen',
  'phone.title': 'Phone as a pen',
  'phone.close': 'Close the code',
  'phone.code': 'QR code that makes a phone a pen',
  'phone.how': 'Scan the code with your phone, write a sticker and throw it on the board.',
  'phone.until': 'The code works until {{time}}.',
  'phone.failed': 'The code could not be made. See whether there is a connection and try again.',
  'phone.arrived': 'New sticker by {{name}} in {{field}}',
};
