/** What the building blocks of the page say themselves. */
export const texts = {
  'dialog.close': 'Sluiten',
  'notice.close': 'Melding sluiten',
  'notices.label': 'Meldingen',
  'part.failed': 'Dit kan nu niet worden getoond. De pagina gaat gewoon verder; probeer het zo nog eens.',
  'copy.label': 'Kopieer',
  'copy.done': 'Gekopieerd',
  'copy.blocked': 'Je browser laat kopiëren niet toe. Selecteer de tekst en kopieer die zelf.',
  'copy.selected': 'Je browser laat kopiëren niet toe. De tekst is geselecteerd: kopieer met Ctrl+C of ⌘C.',
} as const;
