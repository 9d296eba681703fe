/** Pictures, icons and ink: fetched when somebody first uses them. */
export const texts = {
  'bring.pasted': 'Geplakte afbeelding',
  'bring.tooMany':
    'Dat zijn {{count}} afbeeldingen; er kunnen er {{limit}} tegelijk. Er is niets geplaatst: kies er minder.',
  'bring.done_one': 'Afbeelding geplaatst',
  'bring.done_other': '{{count}} afbeeldingen geplaatst',
  'bring.again': 'Probeer opnieuw',

  'problem.bytes': '{{name}} is groter dan {{mb}} MB. Maak de afbeelding kleiner en probeer het opnieuw.',
  'problem.pixels':
    '{{name}} heeft meer dan {{mp}} miljoen beeldpunten. Maak de afbeelding kleiner en probeer het opnieuw.',
  'problem.kind': '{{name}} is geen afbeelding die op het bord kan. Gebruik PNG, JPEG, WebP of SVG.',
  'problem.broken': '{{name}} kan niet worden gelezen: de afbeelding is beschadigd of onvolledig.',
  'problem.svg':
    '{{name}} is een tekening die te veel van de browser vraagt. Bewaar haar als PNG en probeer het opnieuw.',
  'problem.shape': '{{name}} is te smal of te plat voor een sticker.',
  'problem.browser': 'Deze browser kan van {{name}} geen afbeelding voor het bord maken.',

  'carry.failed_one':
    'Een afbeelding kon niet mee van het andere bord. Open dat bord in deze browser en probeer het opnieuw.',
  'carry.failed_other':
    '{{count}} afbeeldingen konden niet mee van het andere bord. Open dat bord in deze browser en probeer het opnieuw.',

  'tray.label': 'Afbeeldingen onderweg',
  'tray.sending_one': 'Afbeelding wordt geplaatst…',
  'tray.sending_other': '{{count}} afbeeldingen worden geplaatst…',
  'tray.stuck': 'Nog niet op het bord',
  'tray.state.sending': 'Wordt verstuurd…',
  'tray.state.waiting': 'Geen verbinding. Gaat vanzelf zodra die er weer is; laat deze pagina open.',
  'tray.state.full': 'De afbeeldingen van dit bord nemen samen al 100 MB in. Er kan niets meer bij.',
  'tray.state.refused': 'Het bord neemt dit nu niet aan: het is vol, of je mag nu niet schrijven.',
  'tray.forget': 'Laat vervallen',

  'ink.full': 'Er staat al zoveel op dit bord getekend als kan ({{limit}} lijnen). Gum eerst iets weg.',
  'pen.label': 'Tekenen',
  'pen.draw': 'Pen',
  'pen.erase': 'Gum',
  'pen.width': 'Dikte',
  'pen.width.thin': 'Dun',
  'pen.width.medium': 'Gewoon',
  'pen.width.thick': 'Dik',
  'pen.whose': 'Namens',
  'pen.namens': 'Namens {{partner}}',
  'pen.nobody': 'Namens niemand',
  'pen.done': 'Klaar met tekenen',

  'symbol.title': 'Icoon of emoji kiezen',
  'symbol.search': 'Zoek een icoon of emoji',
  'symbol.icons': 'Iconen',
  'symbol.emoji': 'Emoji',
  'symbol.none': 'Niets gevonden',
  'symbol.found_one': '{{count}} gevonden',
  'symbol.found_other': '{{count}} gevonden',
  'symbol.remove': 'Haal van de sticker',
  'symbol.removed': 'Icoon weggehaald',
  'symbol.full': 'Er is geen plaats meer op dit bord. Verwijder eerst een paar stickers.',

  'hear.icon': 'Icoon {{name}}',
  'hear.emoji': 'Emoji {{name}}',
  'hear.drawings': 'Tekeningen op het vel',
  'hear.drawing': 'Tekening',
  'hear.drawingOf': 'Tekening van {{partner}}',
  'hear.inField': '{{drawing}} in veld {{field}}',
  'hear.loose': '{{drawing}} los op het vel',
  'hear.strokes_one': '{{drawing}}, {{count}} lijn',
  'hear.strokes_other': '{{drawing}}, {{count}} lijnen',

  'picture.title': 'Afbeelding',
  'picture.coming': 'De afbeelding wordt geladen…',
  'picture.missing': 'De afbeelding is er niet, of nog niet. Probeer het later opnieuw.',
  'picture.undescribed': 'Afbeelding zonder beschrijving',
  'picture.alt': 'Wat is er te zien?',
  'picture.altHint':
    'Voor wie de afbeelding niet kan zien: wordt voorgelezen en staat in de tekst bij het vel.',
  'picture.save': 'Bewaar',
  'picture.cancel': 'Annuleer',
} as const;
