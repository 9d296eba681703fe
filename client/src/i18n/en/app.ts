import type { Translation } from '../catalogue.ts';
import type { texts as nl } from '../nl/app.ts';

export const texts: Translation<typeof nl> = {
  'title.alone': 'Samenbord',
  'title.with': '{{title}} · Samenbord',
  'home.label': 'Samenbord: to the start page',
  loading: 'Loading…',
  'language.switch': 'Nederlands',
  'language.failed': 'The Dutch texts could not be fetched. Try again in a moment.',
  'action.retry': 'Try again',
  'action.reload': 'Reload the page',
  'action.reconnect': 'Reconnect',
  'action.toStart': 'To the start page',
  'role.facilitator': 'Facilitator',
  'role.partner': 'Partner',
  'role.observer': 'Observer',

  'duty.executive': 'Executive',
  'duty.lead': 'Project lead',

  'links.short': 'Links',
  'storage.none':
    'Your browser remembers nothing of this site. Keep your link: it is the only way back to this board.',

  'door.full': 'This link is full. Raise its maximum at Links, or give another link.',
  'door.failed': 'That did not work. Try again in a moment.',

  'trouble.network.title': 'The server cannot be reached',
  'trouble.network.text':
    'Check your internet connection and try again. What was on the board already is kept.',
  'trouble.unavailable.title': 'The server cannot get at its data now',
  'trouble.unavailable.text':
    'Wait a moment and try again. If it stays like this, tell whoever runs the server. Nothing is lost.',
  'trouble.too-many.title': 'One moment please',
  'trouble.too-many.text': 'There were too many requests in a short time. Wait a minute and try again.',
  'trouble.mismatch.title': 'This page is out of date',
  'trouble.mismatch.text': 'The server did not understand this page. Reload the page and try again.',
  'trouble.internal.title': 'Something went wrong on the server',
  'trouble.internal.text':
    'Try again. If it stays like this, tell whoever runs the server. What is saved stays saved.',

  'failed.title': 'Something went wrong on this page',
  'failed.text': 'What was saved on the board is safe on the server. Reload the page to go on.',
  'failed.part':
    'Nothing is lost: the board is still open and connected. Try again. If that does not help, reload the page once it says Saved at the top.',

  'sheets.label': 'Sheets of this board',
  'sheet.brengen-halen': 'Bring and gain',
  'sheet.partnermodel-canvas': 'Canvas',
  'facilitate.open': 'Facilitate',
  'sheet.closed': 'not open yet',
  'sheet.closed.why': 'This sheet is not open yet. The facilitator opens it when the time comes.',
  'sheet.onlyYou': 'open to the facilitator only',
  'sheet.none': 'No sheet is open yet. The facilitator will open one; you need not do anything.',
  'homework.tab': 'Homework',
  'homework.revealed': 'The homework of {{partners}} is on the table.',
  'homework.toBoard': 'To the board',
  'silent.busy': 'A silent round is going on already. Show or stop that one first.',
  'picture.short': 'Picture',
  'more.label': 'More',

  'save.saved': 'Saved',
  'save.saving': 'Saving…',
  'save.offline.none': 'Offline',
  'save.offline_one': 'Offline: {{count}} change waiting',
  'save.offline_other': 'Offline: {{count}} changes waiting',
  'save.frozen.none': 'Frozen',
  'save.frozen_one': 'Frozen: {{count}} change waiting',
  'save.frozen_other': 'Frozen: {{count}} changes waiting',
  'save.trouble.none': 'Server cannot save',
  'save.trouble_one': 'Not saved yet: {{count}} change waiting',
  'save.trouble_other': 'Not saved yet: {{count}} changes waiting',
  'save.ended.none': 'Connection ended',
  'save.ended_one': 'Connection ended: {{count}} change not saved',
  'save.ended_other': 'Connection ended: {{count}} changes not saved',

  'rejoin.other':
    'Somebody else is on this board in this browser now. Open the link you came with first and then choose Reconnect.',

  'access.observer': 'You are looking on. You cannot change anything.',
  'access.frozen':
    'The facilitator has frozen the board. You can look; what you did is kept and goes along when it continues.',
  'access.newer':
    'This board was made with a newer version. You can look at it; reload the page to change it too.',
  'board.name': 'Name of the board',
  'board.unreadable_one': '{{count}} item cannot be shown by this version; it is kept.',
  'board.unreadable_other': '{{count}} items cannot be shown by this version; they are kept.',
  'board.nearlyFull':
    'This board is nearly full. Delete stickers that are no longer needed; once it is full, nothing new is saved.',
  'board.loading': 'Fetching the board…',
  'board.unreachable': 'The server cannot be reached. We keep trying; leave this page open.',

  'people.here_one': '{{count}} person on the board',
  'people.here_other': '{{count}} people on the board',
  'people.show_one': 'Who is here: {{count}} person',
  'people.show_other': 'Who is here: {{count}} people',
  'people.more': '+{{more}}',
  'people.me': '{{name}} (you)',
  'people.duty': '{{from}} · {{duty}}',
  'people.at': '{{as}} · looking at {{sheet}}',
};
