/** What stands on and around the sheet. */
export const texts = {
  'sheet.label': 'Vel: {{title}}. Met Tab ga je langs de vakken en stickers.',
  'sheet.loose': 'Los op het vel',

  'parked.of': 'Geparkeerd: stond bij {{names}}',
  'parked.name': 'Geparkeerd',

  'link.match': 'past bij',
  'link.carriedOver': 'overgenomen',
  'link.supports': 'ondersteunt',
  'link.why': 'waarom',
  'link.tension': 'spanning',
  'link.belongs': 'hoort bij',
  'link.same': 'komt overeen',

  'people.writing_one': '{{names}} schrijft…',
  'people.writing_other': '{{names}} schrijven…',

  // After the names, which may be cut short where this may not.
  'people.writes_one': 'schrijft…',
  'people.writes_other': 'schrijven…',

  'mirror.empty': 'Lege sticker',
  'mirror.icon': 'Icoon',
  'mirror.picture': 'Afbeelding: {{alt}}',
  'sticker.late': 'te laat',
  'mirror.late': '{{text}}, te laat',
  'mirror.withPartner': '{{text}} (namens {{partner}}, in {{field}})',
  'mirror.parked': '{{text}} ({{parked}})',
  'mirror.parkedFrom': '{{text}} (geparkeerd, uit {{field}})',
  'mirror.noPartner': '{{text}} (in {{field}})',
  'mirror.writing': '{{sticker}}, {{writing}}',
  'mirror.locked': '{{sticker}}, vergrendeld',
  'mirror.grouped': '{{sticker}}, in groep {{group}}',
  'mirror.label': '{{field}}: vragen en tip',
  'mirror.over': 'Boven {{field}}',

  'new.button': 'Nieuwe sticker',
  'new.shortcut': 'Nieuwe sticker (N), of dubbeltik op het vel',
  'content.label': 'Afbeelding, tekening of icoon',
  'content.ink': 'Tekenen',
  'mirror.ink': '{{sticker}}, met tekening',
  'content.symbol': 'Icoon of emoji…',
  'content.picture': 'Afbeelding…',
  'namens.menu': 'Namens: {{partner}}',
  'namens.label': 'Namens',
  'namens.nobody': 'Niemand',
  'namens.automatic': 'automatisch',
  'namens.automaticLong': 'Automatisch: van wie het vak is',

  'toolbar.label': 'Sticker bewerken',
  'toolbar.several': '{{count}} stickers bewerken',
  'toolbar.edit': 'Tekst wijzigen',
  'toolbar.size': 'Grootte',
  'toolbar.size.S': 'Klein',
  'toolbar.size.M': 'Gewoon',
  'toolbar.size.L': 'Groot',
  'toolbar.remove': 'Verwijderen',
  'toolbar.align': 'Uitlijnen',
  'toolbar.link': 'Verbind met…',
  'toolbar.linkBoth': 'Verbinden',
  'toolbar.duplicate': 'Dupliceren',
  'toolbar.lock': 'Vergrendelen',
  'toolbar.more': 'Meer met deze selectie',

  'removed.one': 'Sticker verwijderd',
  'removed.several': '{{count}} stickers verwijderd',
  'removed.undo': 'Zet terug',

  'clipboard.copied_one': 'Sticker gekopieerd',
  'clipboard.copied_other': '{{count}} stickers gekopieerd',
  'clipboard.tooMuch':
    'Dat is te veel om in één keer te plakken: er passen {{limit}} stickers tegelijk. Er is niets geplakt.',

  'editor.label': 'Tekst van de sticker',
  'editor.placeholder': 'Schrijf hier…',
  'editor.full': 'Het bord is vol. Verwijder eerst een paar stickers, dan kun je weer verder schrijven.',

  'reader.label': 'Wat er op de sticker staat',

  'questions.hint': 'Tip',
  'questions.zoom': 'Toon dit vak groot',
  'questions.present': 'Presenteer dit vak',
  'questions.silent': 'Stil schrijven hierover',
  'questions.close': 'Sluiten',

  'controls.label': 'Beeld en stappen',
  'controls.undo': 'Ongedaan maken',
  'controls.redo': 'Opnieuw doen',
  'controls.zoomIn': 'Inzoomen',
  'controls.zoomOut': 'Uitzoomen',
  'view.more': 'Meer beeld',
  'view.find': 'Zoeken',
  'view.map': 'Kaartje van het vel',
  'view.dragPans': 'Slepen verschuift het vel',
  'view.penMode': 'Vingers verschuiven alleen (pen)',
  'view.together': 'Samen aan het scherm',
  'pen.found': 'Pen gezien: vingers verschuiven nu alleen het beeld',
  'pen.back': 'Vingers laten slepen',
  'view.shortcuts': 'Sneltoetsen',
  'controls.fit': 'Hele vel tonen',

  'lost.title': 'Het vel kan even niet worden getekend',
  'lost.text':
    'De browser had niet genoeg grafisch geheugen. Je werk is niet weg: laad de pagina opnieuw om verder te gaan.',
  'lost.reload': 'Laad opnieuw',

  'unable.title': 'Deze browser kan het vel niet tekenen',
  'unable.text':
    'Iets houdt het tekenen tegen: een instelling of een uitbreiding die “canvas” blokkeert, of een oude browser. Zet die blokkade voor deze pagina uit, of open je link in een andere browser. Er is niets weg.',
} as const;
