import type { Translation } from '../catalogue.ts';
import type { texts as nl } from '../nl/welcome.ts';

/** Before one is on a board: the start page, what a link asks, and a board's links. */
export const texts: Translation<typeof nl> = {
  'language.nl': 'Dutch',
  'language.en': 'English',

  'action.undo': 'Undo',

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

  'problem.title-missing': 'Give the collaboration a name.',
  'problem.name-missing': 'Enter the name of this partner, or remove the partner.',
  'problem.name-twice': '{{other}} is there already. Give this partner another name.',
  'problem.mark-unfit': 'Choose one or two letters or digits.',
  'problem.mark-twice': '{{other}} has this letter already. Choose another.',
  'problem.too-long_one': '{{count}} character too long. Make it shorter.',
  'problem.too-long_other': '{{count}} characters too long. Make it shorter.',
};
