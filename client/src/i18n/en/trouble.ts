import type { Translation } from '../catalogue.ts';
import type { texts as nl } from '../nl/trouble.ts';

export const texts: Translation<typeof nl> = {
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

  'unknown.title': 'This page does not exist',
  'unknown.text': 'Check the address. The link of a board looks like …/b/ with a row of characters after it.',

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
};
