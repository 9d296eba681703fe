/** What lies near a sticker or a label: its toolbar, where one writes and reads, and the questions of a field. */
export const texts = {
  // After the names, which may be cut short where this may not.
  'people.writes_one': 'schrijft…',
  'people.writes_other': 'schrijven…',

  'toolbar.label': 'Sticker bewerken',
  'toolbar.several': '{{count}} stickers bewerken',
  'toolbar.edit': 'Tekst wijzigen',
  'toolbar.size': 'Grootte',
  'toolbar.size.S': 'Klein',
  'toolbar.size.M': 'Gewoon',
  'toolbar.size.L': 'Groot',
  'toolbar.remove': 'Verwijderen',
  'toolbar.align': 'Uitlijnen',
  'toolbar.vote': 'Stip geven (je hebt er nog {{left}})',
  'toolbar.unvote': 'Je stip weghalen',
  'toolbar.link': 'Verbind met…',
  'toolbar.linkBoth': 'Verbinden',
  'toolbar.duplicate': 'Dupliceren',
  'toolbar.lock': 'Vergrendelen',
  'toolbar.more': 'Meer met deze selectie',

  'editor.label': 'Tekst van de sticker',
  'editor.placeholder': 'Schrijf hier…',
  'editor.full': 'Het bord is vol. Verwijder eerst een paar stickers, dan kun je weer verder schrijven.',

  'reader.label': 'Wat er op de sticker staat',

  'questions.hint': 'Tip',
  'questions.zoom': 'Toon dit vak groot',
  'questions.present': 'Presenteer dit vak',
  'questions.silent': 'Stil schrijven hierover',
  'questions.close': 'Sluiten',
} as const;
