/** One field large, the rest dimmed: comes with its code. */
export const texts = {
  'bar.label': 'Presentatie van een vak',
  'bar.stop': 'Stop presenteren',
  'bar.previous': 'Vorig vak: {{field}}',
  'bar.next': 'Volgend vak: {{field}}',
  'bar.at': 'Vak {{at}} van {{all}}',
  'bar.says': '{{field}}. {{question}} Vak {{at}} van {{all}}.',
  'bar.keys': 'Pijltjes links en rechts gaan naar het vorige en volgende vak, Esc stopt.',
  'bar.stopped': 'Presentatie gestopt',
} as const;
