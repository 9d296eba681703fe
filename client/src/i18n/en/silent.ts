import type { Translation } from '../catalogue.ts';
import type { texts as nl } from '../nl/silent.ts';

export const texts: Translation<typeof nl> = {
  'panel.label': 'Silent writing: {{field}}',
  'panel.kicker': 'Silent writing',
  'panel.private': 'Nobody sees what you write until the facilitator shows everything at once.',
  'panel.loading': 'Getting your sheet ready…',
  'panel.unreachable': 'The server cannot be reached. We keep trying; leave this page open.',
  'panel.hide': 'To the board',
  'panel.show': 'Go on writing',
  'panel.yours': 'Your stickers',
  'panel.more': 'Another thought…',

  'note.write': 'Change: {{text}}',
  'note.remove': 'Delete: {{text}}',
  'note.label': 'Your thought',
  'note.placeholder': 'Write one thought…',
  'note.keys': 'Enter: next sticker. Shift+Enter: new line.',
  'note.full': 'No more stickers fit in this round.',
  'note.removed': 'Sticker deleted',
  'note.putBack': 'Put back',

  'ready.go': 'I am ready',
  'ready.back': 'Write something more',
  'ready.done': 'You are ready. Wait for the others at ease.',
  ready_one: '{{count}} ready',
  ready_other: '{{count}} ready',

  'bar.label': 'Silent writing is going on',
  'bar.text': 'Silent writing: {{field}}',

  'lead.reveal': 'Show everything',
  'lead.cancel': 'Stop without showing',
  'reveal.title': 'Show everything?',
  'reveal.text':
    'All stickers come on the board at once, with the name of who wrote them. This cannot be undone.',
  'reveal.ready_one': '{{count}} person is ready.',
  'reveal.ready_other': '{{count}} people are ready.',
  'cancel.title': 'Stop without showing?',
  'cancel.text': 'What everybody wrote is erased and does not come on the board.',
  'confirm.back': 'Back',

  'over.revealed': 'Everything is on the table.',
  'late.title': 'This came too late',
  'late.text':
    'When everything was shown, this had not reached the server yet. You can still add it; it will be marked “late”.',
  'late.add_one': 'Add the sticker',
  'late.add_other': 'Add {{count}} stickers',
  'late.drop': 'Leave it out',
  'late.offline': 'You are offline. Leave this page open; once the connection is back you can add it.',
  'late.full': 'The board takes no stickers now. Copy your text and try later.',
  'late.added_one': '{{count}} sticker added',
  'late.added_other': '{{count}} stickers added',
  'dropped.title': 'The silent round was stopped',
  'dropped.text': 'Nothing was shown. What you wrote is here only, until you close this.',
  'copy.label': 'Copy your text',
  'copy.words': 'Copy',
  close: 'Close',
};
