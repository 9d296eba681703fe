import type { Translation } from '../catalogue.ts';
import type { texts as dutch } from '../nl/presenting.ts';

export const texts: Translation<typeof dutch> = {
  'bar.label': 'Presentation of a field',
  'bar.stop': 'Stop presenting',
  'bar.previous': 'Previous field: {{field}}',
  'bar.next': 'Next field: {{field}}',
  'bar.at': 'Field {{at}} of {{all}}',
  'bar.says': '{{field}}. {{question}} Field {{at}} of {{all}}.',
  'bar.keys': 'The left and right arrows go to the previous and the next field, Esc stops.',
  'bar.stopped': 'Presentation stopped',
};
