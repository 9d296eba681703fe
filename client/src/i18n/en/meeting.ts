import type { Translation } from '../catalogue.ts';
import type { texts as nl } from '../nl/meeting.ts';

export const texts: Translation<typeof nl> = {
  'strip.label': 'The conversation',

  'step.count': '{{number}} of {{total}}',
  'step.show': 'Show the programme',
  'step.plan': 'Programme',
  'step.minutes_one': '{{count}} minute',
  'step.minutes_other': '{{count}} minutes',
  'step.now': 'Now: {{title}}',

  'rules.short': 'Rules',
  'rules.title': 'Rules of the conversation',

  'turn.now': 'Whose turn',
  'turn.nowAndNext': 'Whose turn, then {{name}}',
  'turn.said': 'It is {{name}}’s turn',
  'turn.first': '{{name}} will begin',

  'timer.label': 'Time',
  'timer.over': 'Time is up',
  'timer.paused': 'paused',
  'timer.left_one': '{{count}} minute left',
  'timer.left_other': '{{count}} minutes left',
  'timer.stopped': 'The timer stands still',

  'focus.on': 'In view: {{field}}',
  'focus.go': 'Go there',
  'focus.go.label': 'Go there: {{field}}',

  'lead.following': '{{name}} is showing something: you look along',
  'lead.letGo': 'Let go',
  'lead.apart': '{{name}} is showing something; you look around yourself',
  'lead.again': 'Look along again',
  'lead.leading': 'Everyone looks along with you',
  'lead.stop': 'Stop',
  'lead.closed': '{{name}} is showing a sheet that is not open yet',
};
