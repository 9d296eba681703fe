import type { Translation } from '../catalogue.ts';
import type { texts as nl } from '../nl/app.ts';

export const texts: Translation<typeof nl> = {
  'title.alone': 'Samenbord',
  'title.with': '{{title}} · Samenbord',
  'home.label': 'Samenbord: to the start page',
  loading: 'Loading…',
  'language.switch': 'Nederlands',
  'language.failed': 'The Dutch texts could not be fetched. Try again in a moment.',
  'language.nl': 'Dutch',
  'language.en': 'English',

  'action.retry': 'Try again',
  'action.reload': 'Reload the page',
  'action.reconnect': 'Reconnect',
  'action.toStart': 'To the start page',
  'action.undo': 'Undo',

  'role.facilitator': 'Facilitator',
  'role.partner': 'Partner',
  'role.observer': 'Observer',

  'duty.executive': 'Executive',
  'duty.lead': 'Project lead',

  'start.title': 'Find out together what you share',
  'start.lead':
    'One board on which partners and their facilitator place stickers at the same time: what does each bring, what does each want to gain, and what is our shared ambition?',

  'make.title': 'Make a board',
  'make.name': 'Name of the collaboration',
  'make.name.hint': 'What you call it yourselves.',
  'make.language': 'Language of the board',
  'make.partners': 'Partners',
  'make.partners.hint':
    'Organisations, two to eight. Each gets the same space. We propose a letter and a colour; you can change them.',
  'make.addPartner': 'Add a partner',
  'make.fullTable': 'More than {{most}} partners do not fit on one board.',
  'make.go': 'Make the board',
  'make.busy': 'Making the board…',

  'partner.number': 'Partner {{number}}',
  'partner.name': 'Name',
  'partner.mark': 'Letter',
  'partner.color': 'Colour',
  'partner.up': 'Move {{name}} up',
  'partner.down': 'Move {{name}} down',
  'partner.remove': 'Remove {{name}}',

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
  'problem.yourName': 'Enter your name, so that the others see who you are.',

  'demo.title': 'Look around first',
  'demo.text':
    'Rietwijk Wekt Op: four partners want their district off natural gas while the power grid is full. You get a copy of your own and may move everything.',
  'demo.open': 'Open the example',
  'demo.busy': 'Preparing the example…',
  'demo.you': 'Facilitator',

  'code.title': 'I have a code',
  'code.label': 'Code of eight letters',
  'code.hint': 'The facilitator says it or shows it. Capitals and spaces do not matter.',
  'code.go': 'Join',
  'code.busy': 'One moment…',
  'code.unfit': 'A code has eight letters and no digits. Check that you have all of it.',

  'creation.label': 'Keyword for making boards',
  'creation.hint':
    'On this server only those who know the keyword make boards. You get it from whoever runs the server.',
  'creation.keep': 'Remember it in this browser',
  'creation.missing': 'Fill in the keyword, or ask whoever runs the server for it.',

  'recent.title': 'Opened before',
  'recent.line': '{{role}}, {{date}}',
  'recent.links': 'Links of {{title}}',
  'recent.forget': 'Take {{title}} off this list',
  'recent.forgotten': '{{title}} is no longer on your list. The board itself remains.',

  'links.short': 'Links',
  'links.title': 'Invite the others',
  'links.lead':
    'Everyone gets their own link. Whoever has a link can use it to enter the board: give it only to those who belong there.',
  'links.open': 'Open the board',
  'links.partner': 'For the people of {{partner}}: what they write gets their colour and letter.',
  'links.facilitator':
    'For you and whoever facilitates the conversation. Can write on behalf of every partner.',
  'links.observer': 'For those who look on. Cannot change anything.',
  'links.dead':
    'This link works no more: it was withdrawn, has ended or was replaced. Look on the board, under Links, which one there is now.',
  'links.address': 'Link for {{whom}}',
  'links.copy': 'Copy the link for {{whom}}',
  'links.qr.show': 'Show the QR code for {{whom}} large',
  'links.qr.title': 'QR code for {{whom}}',
  'links.qr.text': 'Point the camera of your phone at this and open the link.',
  'links.later': 'You will find these links again in this browser: on the start page and on the board.',
  'links.now':
    'Your browser remembers nothing of this page. Copy the links now: you cannot find them here later.',
  'links.onlyHere':
    'These links only work on this computer. Whoever starts the server can use the setting PUBLIC_URL to give an address that the others can reach.',
  'links.none.title': 'The links are not known here',
  'links.none.text':
    'Links are only in the browser in which the board was made. Open the start page there, or ask whoever made the board.',

  'join.kicker': 'You are invited to',
  'join.for': 'You speak for {{partner}}',
  'join.as.facilitator': 'You facilitate the conversation and can write on behalf of every partner.',
  'join.as.partner': 'What you write gets the colour and letter of this partner.',
  'join.as.observer': 'You look on. You cannot change anything.',
  'join.switch':
    'You are on this board already in this browser, as {{name}}. If you go on, this link counts in all your windows of this board.',
  'join.name': 'Your name',
  'join.name.hint': 'The others see who is here and who moves what.',
  'join.duty': 'What do you do for this partner?',
  'join.duty.none': 'I would rather not say',
  'join.go': 'To the board',
  'join.busy': 'One moment…',
  'join.noCookies':
    'Your browser keeps no cookies. You can take part as long as this window is open; keep the link to come back later.',
  'waiting.title': 'The facilitator will let you in shortly',
  'waiting.text':
    'You have knocked. Keep this page open: you get to the board by itself as soon as the facilitator lets you in.',
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
