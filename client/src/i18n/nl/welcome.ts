/** Before one is on a board: the start page, what a link asks, and a board's links. */
export const texts = {
  'language.nl': 'Nederlands',
  'language.en': 'Engels',

  'action.undo': 'Ongedaan maken',

  'start.title': 'Ontdek samen wat jullie delen',
  'start.lead':
    'Op één bord leggen samenwerkingspartners en hun begeleider tegelijk stickers: wat brengt ieder, wat wil ieder halen, en wat is onze gedeelde ambitie?',

  'make.title': 'Maak een bord',
  'make.name': 'Naam van de samenwerking',
  'make.name.hint': 'Zoals jullie haar zelf noemen.',
  'make.language': 'Taal van het bord',
  'make.partners': 'Partners',
  'make.partners.hint':
    'Organisaties, twee tot acht. Ieder krijgt evenveel plaats. Letter en kleur stellen we voor; je kunt ze veranderen.',
  'make.addPartner': 'Partner toevoegen',
  'make.fullTable': 'Meer dan {{most}} partners past niet op één bord.',
  'make.go': 'Maak het bord',
  'make.busy': 'Het bord wordt gemaakt…',

  'partner.number': 'Partner {{number}}',
  'partner.name': 'Naam',
  'partner.mark': 'Letter',
  'partner.color': 'Kleur',
  'partner.up': 'Zet {{name}} hoger',
  'partner.down': 'Zet {{name}} lager',
  'partner.remove': 'Verwijder {{name}}',

  'problem.yourName': 'Vul je naam in, zodat de anderen zien wie je bent.',

  'demo.title': 'Kijk eerst rond',
  'demo.text':
    'Rietwijk Wekt Op: vier partners willen hun wijk van het gas halen, terwijl het stroomnet vol is. Je krijgt je eigen exemplaar en mag alles verschuiven.',
  'demo.open': 'Open het voorbeeld',
  'demo.busy': 'Het voorbeeld wordt klaargezet…',
  'demo.you': 'Begeleider',

  'code.title': 'Ik heb een code',
  'code.label': 'Code van acht letters',
  'code.hint': 'De begeleider noemt hem of laat hem zien. Hoofdletters en spaties maken niet uit.',
  'code.go': 'Doe mee',
  'code.busy': 'Even geduld…',
  'code.unfit': 'Een code heeft acht letters en geen cijfers. Kijk of je hem helemaal hebt overgenomen.',

  'creation.label': 'Sleutelwoord om borden te maken',
  'creation.hint':
    'Op deze server maakt alleen wie het sleutelwoord kent een bord. Je krijgt het van wie de server beheert.',
  'creation.keep': 'Onthoud het in deze browser',
  'creation.missing': 'Vul het sleutelwoord in, of vraag het aan wie de server beheert.',

  'recent.title': 'Eerder geopend',
  'recent.line': '{{role}}, {{date}}',
  'recent.links': 'Links van {{title}}',
  'recent.forget': 'Haal {{title}} uit deze lijst',
  'recent.forgotten': '{{title}} staat niet meer in je lijst. Het bord zelf blijft bestaan.',

  'links.title': 'Nodig de anderen uit',
  'links.lead':
    'Ieder krijgt een eigen link. Wie een link heeft, kan ermee op het bord: geef hem alleen aan wie erbij hoort.',
  'links.open': 'Open het bord',
  'links.partner': 'Voor de mensen van {{partner}}: wat zij schrijven, krijgt hun kleur en letter.',
  'links.facilitator': 'Voor jou en wie het gesprek begeleidt. Kan namens elke partner schrijven.',
  'links.observer': 'Voor wie meekijkt. Kan niets wijzigen.',
  'links.dead':
    'Deze link werkt niet meer: hij is ingetrokken, verlopen of vervangen. Kijk op het bord bij Links welke er nu is.',
  'links.address': 'Link voor {{whom}}',
  'links.copy': 'Kopieer de link voor {{whom}}',
  'links.qr.show': 'Toon de QR-code voor {{whom}} groot',
  'links.qr.title': 'QR-code voor {{whom}}',
  'links.qr.text': 'Richt de camera van je telefoon hierop en open de link.',
  'links.later': 'Je vindt deze links later terug in deze browser: op de startpagina en op het bord.',
  'links.now':
    'Je browser onthoudt niets van deze pagina. Kopieer de links nu: je kunt ze hier later niet terugvinden.',
  'links.onlyHere':
    'Deze links werken alleen op deze computer. Wie de server start, kan met de instelling PUBLIC_URL een adres opgeven dat de anderen kunnen bereiken.',
  'links.none.title': 'De links zijn hier niet bekend',
  'links.none.text':
    'Links staan alleen in de browser waarin het bord gemaakt is. Open daar de startpagina, of vraag wie het bord maakte.',

  'join.kicker': 'Je bent uitgenodigd voor',
  'join.for': 'Je spreekt voor {{partner}}',
  'join.as.facilitator': 'Je begeleidt het gesprek en kunt namens elke partner schrijven.',
  'join.as.partner': 'Wat je schrijft, krijgt de kleur en letter van deze partner.',
  'join.as.observer': 'Je kijkt mee. Wijzigen kan niet.',
  'join.switch':
    'Je bent in deze browser al op dit bord, als {{name}}. Ga je verder, dan geldt deze link in al je vensters van dit bord.',
  'join.name': 'Je naam',
  'join.name.hint': 'De anderen zien wie er is en wie wat verschuift.',
  'join.duty': 'Wat doe je voor deze partner?',
  'join.duty.none': 'Zeg ik liever niet',
  'join.go': 'Naar het bord',
  'join.busy': 'Even geduld…',
  'join.noCookies':
    'Je browser bewaart geen cookies. Je kunt meedoen zolang dit venster open is; bewaar de link om later terug te komen.',
  'waiting.title': 'De begeleider laat je zo binnen',
  'waiting.text':
    'Je hebt aangeklopt. Laat deze pagina open: je komt vanzelf op het bord zodra de begeleider je toelaat.',

  'problem.title-missing': 'Geef de samenwerking een naam.',
  'problem.name-missing': 'Vul de naam van deze partner in, of verwijder de partner.',
  'problem.name-twice': '{{other}} staat er al bij. Geef deze partner een andere naam.',
  'problem.mark-unfit': 'Kies één of twee letters of cijfers.',
  'problem.mark-twice': '{{other}} heeft deze letter al. Kies een andere.',
  'problem.too-long_one': '{{count}} teken te lang. Maak het korter.',
  'problem.too-long_other': '{{count}} tekens te lang. Maak het korter.',
} as const;
