import type { Translation } from '../catalogue.ts';
import type { texts as dutch } from '../nl/pen.ts';

export const texts: Translation<typeof dutch> = {
  looking: 'Looking for the board…',
  'gone.title': 'This code no longer works',
  'gone.text': 'Scan the QR code on the screen again. What you wrote already is kept on this phone.',
  'away.title': 'No connection',
  'away.text': 'As soon as there is a connection again, this goes on by itself.',

  'name.label': 'Your name',
  'name.missing': 'Fill in your name first: it will stand with the sticker.',
  'text.label': 'Text of the sticker',
  'text.placeholder': 'Write here…',
  'text.missing': 'Write something on the sticker first.',
  'namens.label': 'On behalf of',
  'namens.nobody': 'Nobody',
  'field.label': 'Field',
  'field.shared': 'of everybody',
  throw: 'Throw it on the board',

  'thrown.title': 'What you threw',
  'thrown.back': 'Take the text back',
  'fate.waiting': 'On its way: goes as soon as there is a connection',
  'fate.sent': 'On the board',
  'fate.held': 'The board takes nothing now: it is frozen or full. We keep trying.',
  'fate.ended': 'The code no longer works. Scan the QR code on the screen again; your text is kept.',
  'fate.refused': 'This field or partner is not there any more. Take your text back and choose again.',
};
