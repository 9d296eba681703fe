/** What the building blocks of the page say themselves. */
export const texts = {
  'dialog.close': 'Sluiten',
  'notice.close': 'Melding sluiten',
  'notices.label': 'Meldingen',
  'part.failed': 'Dit kan nu niet worden getoond. De pagina gaat gewoon verder; probeer het zo nog eens.',
  'writing.long': '{{count}} tekens. Eén gedachte per sticker leest prettiger.',
  'writing.tooLong':
    'Dat is te lang voor één sticker: er passen {{limit}} tekens op. Er is niets veranderd; wat je wilde plakken staat nog op je klembord.',
  'writing.gone': 'Iemand verwijderde deze sticker terwijl je schreef.',
  'writing.copyText': 'Kopieer je tekst',
  'writing.copied': 'Je tekst staat op het klembord',
  'copy.label': 'Kopieer',
  'copy.done': 'Gekopieerd',
  'copy.blocked': 'Je browser laat kopiëren niet toe. Selecteer de tekst en kopieer die zelf.',
  'copy.selected': 'Je browser laat kopiëren niet toe. De tekst is geselecteerd: kopieer met Ctrl+C of ⌘C.',
} as const;
