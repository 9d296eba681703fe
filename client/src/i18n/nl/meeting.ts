/** What everybody sees of the conversation: the strip under the header, and the rules card. */
export const texts = {
  'strip.label': 'Het gesprek',

  'step.count': '{{number}} van {{total}}',
  'step.show': 'Toon het programma',
  'step.plan': 'Programma',
  'step.minutes_one': '{{count}} minuut',
  'step.minutes_other': '{{count}} minuten',
  'step.now': 'Nu: {{title}}',

  'rules.short': 'Spelregels',
  'rules.title': 'Spelregels voor het gesprek',

  'turn.now': 'Aan de beurt',
  'turn.nowAndNext': 'Aan de beurt, daarna {{name}}',
  'turn.said': '{{name}} is aan de beurt',
  'turn.first': 'Straks begint {{name}}',

  'timer.label': 'Tijd',
  'timer.over': 'De tijd is om',
  'timer.paused': 'gepauzeerd',
  'timer.left_one': 'Nog {{count}} minuut',
  'timer.left_other': 'Nog {{count}} minuten',
  'timer.stopped': 'De tijdklok staat stil',

  'focus.on': 'In beeld: {{field}}',
  'focus.go': 'Ga erheen',
  'focus.go.label': 'Ga erheen: {{field}}',

  'lead.following': '{{name}} laat iets zien: je kijkt mee',
  'lead.letGo': 'Laat los',
  'lead.apart': '{{name}} laat iets zien; je kijkt zelf rond',
  'lead.again': 'Kijk weer mee',
  'lead.leading': 'Iedereen kijkt met je mee',
  'lead.stop': 'Stop',
  'lead.closed': '{{name}} laat een schema zien dat nog niet open is',
} as const;
