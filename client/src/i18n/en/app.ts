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

  'color.sky': 'Sky blue',
  'color.orange': 'Orange',
  'color.pink': 'Pink',
  'color.green': 'Green',
  'color.vermilion': 'Vermilion',
  'color.blue': 'Blue',
  'color.yellow': 'Yellow',
  'color.black': 'Black',
  'color.swap': 'Swap with {{other}}',
  'color.another': 'another partner',

  'problem.title-missing': 'Give the collaboration a name.',
  'problem.name-missing': 'Enter the name of this partner, or remove the partner.',
  'problem.name-twice': '{{other}} is there already. Give this partner another name.',
  'problem.mark-unfit': 'Choose one or two letters or digits.',
  'problem.mark-twice': '{{other}} has this letter already. Choose another.',
  'problem.too-long_one': '{{count}} character too long. Make it shorter.',
  'problem.too-long_other': '{{count}} characters too long. Make it shorter.',
  'links.short': 'Links',
  'storage.none':
    'Your browser remembers nothing of this site. Keep your link: it is the only way back to this board.',

  'door.title_one': 'Somebody is waiting',
  'door.title_other': '{{count}} people are waiting',
  'door.in': 'Let in',
  'door.in.label': 'Let in: {{name}}',
  'door.out': 'Refuse',
  'door.out.label': 'Refuse {{name}}',
  'door.more_one': 'and {{count}} more',
  'door.more_other': 'and {{count}} more',
  'door.full': 'This link is full. Raise its maximum at Links, or give another link.',
  'door.failed': 'That did not work. Try again in a moment.',

  'trouble.wrong-link.title': 'This link is not right',
  'trouble.wrong-link.text':
    'Perhaps a part of it was lost. Copy the whole link, up to the last character, or ask the facilitator to send it again.',
  'trouble.withdrawn-link.title': 'This link no longer works',
  'trouble.withdrawn-link.text':
    'The facilitator withdrew it, or its end date has passed. What is on the board is kept. Ask the facilitator for a new link if you still want to take part.',
  'trouble.link-full.title': 'This link is full',
  'trouble.link-full.text':
    'As many people have come in by it as the facilitator allows. Ask the facilitator for another link.',
  'trouble.wrong-code.title': 'This code does not work',
  'trouble.wrong-code.text':
    'A code works for a short time only. Check that you copied it well, or ask the facilitator for a new one.',
  'trouble.refused-entry.title': 'The facilitator did not let you in',
  'trouble.refused-entry.text': 'Should you be here? Ask the facilitator, then open your link again.',
  'trouble.wrong-secret.title': 'This keyword is not right',
  'trouble.wrong-secret.text':
    'This server asks for a keyword to make a board. Check it at Make a board, or ask whoever runs the server for it.',
  'trouble.no-board.title': 'This board does not exist',
  'trouble.no-board.text':
    'Check the address. If it is right, the board was removed or was on another server: ask the facilitator.',
  'trouble.no-session.title': 'Open your link first',
  'trouble.no-session.text':
    'This browser has no access to this board, or too long ago. Open the link you were given; what is on the board is kept.',
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
  'unknown.title': 'This page does not exist',
  'unknown.text': 'Check the address. The link of a board looks like …/b/ with a row of characters after it.',

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

  'explain.disk-full':
    'The disk of the server is full. Keep this page open: what you do stays here and is saved as soon as there is room again. Tell whoever runs the server.',
  'explain.store-unavailable':
    'The server cannot reach its storage for the moment. Keep this page open: what you do stays here and is saved as soon as possible.',
  'explain.unauthorised':
    'Your access has expired. Keep this page open, open your link in a new tab and then choose Reconnect here: what is waiting goes along.',
  'explain.forbidden':
    'The server did not allow your change. Reload the page to see what is saved; what was still waiting is only here.',
  'explain.withdrawn':
    'Your link was withdrawn or has ended. If you want to go on, ask the facilitator for a new link, open it in a new tab and choose Reconnect here.',
  'explain.no-board':
    'This board no longer exists on the server. You still see it here as long as this page is open: make a picture if you want to keep it.',
  'explain.full':
    'The board is full: your last change was not saved and is only here. Reload the page. Then you can read everything, and delete stickers to make room.',
  'explain.over':
    'This board was erased. You see it here for as long as this page is open: make a picture if you want to keep it.',
  'explain.refused':
    'The server does not take what this page sends. Reload the page; what was still waiting is only here.',
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
