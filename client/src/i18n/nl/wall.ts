/** Working together at one large screen: comes with its code. */
export const texts = {
  'edge.top': 'boven',
  'edge.left': 'links',
  'edge.right': 'rechts',
  'edge.bottom': 'onder',
  'palette.open': 'Palet openen: {{edge}}',
  'palette.label': 'Palet {{edge}}, namens: {{partner}}',
  'palette.close': 'Palet sluiten',

  'editor.label': 'Sticker schrijven',
  'editor.of': 'Sticker schrijven namens {{partner}}',
  'editor.done': 'Klaar',
  'editor.crowded': 'Er is hier geen plaats voor nog een toetsenbord. Sluit er eerst een, met Klaar.',

  'keys.label': 'Toetsenbord',
  'key.Backspace': 'Letter wissen',
  'key.Enter': 'Nieuwe regel',
  'key.ArrowLeft': 'Naar links',
  'key.ArrowRight': 'Naar rechts',
  'key.Shift': 'Hoofdletter',
  'key.Signs': 'Cijfers en tekens',
  'key.Letters': 'Letters',
  'key.space': 'Spatie',

  'phone.open': 'Telefoon als pen',
  'phone.title': 'Telefoon als pen',
  'phone.close': 'Code sluiten',
  'phone.code': 'QR-code die van een telefoon een pen maakt',
  'phone.how': 'Scan de code met je telefoon, schrijf een sticker en gooi hem op het bord.',
  'phone.until': 'De code werkt tot {{time}}.',
  'phone.failed': 'De code kon niet worden gemaakt. Kijk of er verbinding is en probeer het opnieuw.',
  'phone.arrived': 'Nieuwe sticker van {{name}} in {{field}}',
} as const;
