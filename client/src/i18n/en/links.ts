import type { Translation } from '../catalogue.ts';
import type { texts as nl } from '../nl/links.ts';

export const texts: Translation<typeof nl> = {
  title: 'Links to this board',
  lead: 'Whoever has a link can get to the board with it: give it only to those who belong. If a link got into the wrong hands, make a new one; the old one then stops working at once.',
  loading: 'One moment…',
  retry: 'Try again',
  cancel: 'Cancel',
  save: 'Save',
  onlyHere:
    'These links only work on this computer. Whoever starts the server can use the setting PUBLIC_URL to give an address that the others can reach.',

  'role.facilitator': 'Facilitator',
  'role.observer': 'Observer',
  'partner.gone': 'A partner who is no longer at the table',

  'fact.own': 'your link',
  'fact.people_one': '{{count}} person came in',
  'fact.people_other': '{{count}} people came in',
  'fact.peopleOf': '{{people}} of at most {{most}} people came in',
  'fact.until': 'until {{date}}',
  'fact.ask': 'you let people in',
  'fact.withdrawn': 'withdrawn on {{date}}',
  'fact.ended': 'ended on {{date}}',
  over_one: '{{count}} link that no longer works',
  over_other: '{{count}} links that no longer work',

  copy: 'Copy the link for {{whom}}',
  'show.both': 'Show',
  'show.code': 'Show code',
  'show.label': 'Show code and QR code for {{whom}}',
  set: 'Settings',
  'set.label': 'Settings of the link for {{whom}}',
  'address.unknown':
    'Only the browser in which this link was made knows its address. You can show its code; to have the address here, make a new link.',

  extend: 'Make it work again',
  'extend.label': 'Make it work again: link for {{whom}}',
  replace: 'Make a new link',
  'replace.label': 'Make a new link for {{whom}}',
  'replace.sure':
    'The new link gets the same settings. The old one stops working, and whoever came in by it is out at once.',
  'replace.yes': 'Make the new link',
  withdraw: 'Withdraw',
  'withdraw.label': 'Withdraw the link for {{whom}}',
  'withdraw.sure':
    'Whoever came in by this link is out at once. What they put on the board stays. This cannot be undone.',
  'withdraw.sure.own':
    'This is the link by which you came in yourself: you are out at once. Make sure that you have another. This cannot be undone.',
  'withdraw.yes': 'Withdraw the link',

  add: 'Add a link',
  'add.go': 'Make the link',
  'field.whom': 'For whom',
  'field.name': 'Name of the link',
  'field.name.hint': 'Only for your own list, such as “board of directors”. May be left empty.',
  'field.end': 'Works until',
  'field.end.hint': 'Empty: no end date.',
  'field.people': 'At most so many people',
  'field.people.hint': 'Empty: no maximum.',
  'field.ask': 'I let people in myself',
  'field.ask.hint': 'Whoever opens the link waits until you press Let in.',
  'problem.name-long': 'Make the name shorter: at most {{most}} characters.',
  'problem.end-past': 'Choose a moment that is still to come.',
  'problem.people-unfit': 'Fill in a whole number from 1 to {{most}}, or leave it empty.',

  'done.made': 'The link was made.',
  'done.changed': 'The settings were saved.',
  'done.withdrawn': 'The link was withdrawn.',
  'done.replaced': 'The new link was made; the old one no longer works.',
  'failed.list': 'The links could not be fetched.',
  'failed.network': 'The server cannot be reached. Nothing was changed; try again in a moment.',
  'failed.last':
    'That is not possible: there would be no link left by which a facilitator can always come back. Make a second facilitator link first, without an end date, a maximum or letting in.',
  'failed.conflict':
    'That is no longer possible: the link was withdrawn or has ended already, or there are too many links on this board. Look at the list once more.',
  'failed.server': 'That did not work. Try again in a moment.',

  'show.title': 'Join: {{whom}}',
  'show.type': 'Type this code',
  'show.where': 'Go to {{site}} and look for “I have a code”',
  'show.note': 'The code works while this window is open, for an hour at most.',
  'show.scan': 'Or scan',
  'show.qr': 'QR code for {{whom}}',
  'show.failed': 'The code could not be fetched. We keep trying.',

  'door.title_one': 'Somebody is waiting',
  'door.title_other': '{{count}} people are waiting',
  'door.in': 'Let in',
  'door.in.label': 'Let in: {{name}}',
  'door.out': 'Refuse',
  'door.out.label': 'Refuse {{name}}',
  'door.more_one': 'and {{count}} more',
  'door.more_other': 'and {{count}} more',
};
