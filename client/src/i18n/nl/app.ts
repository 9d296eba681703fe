/** Start page, links, join page, and everything around the canvas. */
export const texts = {
  'title.alone': 'Samenbord',
  'title.with': '{{title}} · Samenbord',
  'home.label': 'Samenbord: naar de startpagina',
  loading: 'Laden…',
  'language.switch': 'English',
  'language.failed': 'De Engelse teksten konden niet worden opgehaald. Probeer het zo nog eens.',
  'action.retry': 'Probeer opnieuw',
  'action.reload': 'Herlaad de pagina',
  'action.reconnect': 'Opnieuw verbinden',
  'action.toStart': 'Naar de startpagina',
  'role.facilitator': 'Begeleider',
  'role.partner': 'Partner',
  'role.observer': 'Waarnemer',

  'duty.executive': 'Bestuurder',
  'duty.lead': 'Trekker',

  'links.short': 'Links',
  'storage.none':
    'Je browser onthoudt niets van deze site. Bewaar je link: alleen daarmee kom je later terug op dit bord.',

  'door.full': 'Deze link is vol. Zet het maximum hoger bij Links, of geef een andere link.',
  'door.failed': 'Het is niet gelukt. Probeer het zo nog eens.',

  'trouble.network.title': 'De server is niet bereikbaar',
  'trouble.network.text':
    'Controleer je internetverbinding en probeer het opnieuw. Wat al op het bord stond, is bewaard.',
  'trouble.unavailable.title': 'De server kan nu niet bij zijn gegevens',
  'trouble.unavailable.text':
    'Wacht even en probeer het opnieuw. Blijft het zo, laat het dan weten aan wie de server beheert. Er is niets verloren.',
  'trouble.too-many.title': 'Even wachten',
  'trouble.too-many.text':
    'Er kwamen te veel verzoeken kort na elkaar. Wacht een minuut en probeer het opnieuw.',
  'trouble.mismatch.title': 'Deze pagina is verouderd',
  'trouble.mismatch.text': 'De server begreep deze pagina niet. Herlaad de pagina en probeer het opnieuw.',
  'trouble.internal.title': 'Er ging iets mis op de server',
  'trouble.internal.text':
    'Probeer het opnieuw. Blijft het zo, laat het dan weten aan wie de server beheert. Wat bewaard is, blijft bewaard.',

  'failed.title': 'Er ging iets mis op deze pagina',
  'failed.text':
    'Wat op het bord bewaard is, staat veilig op de server. Herlaad de pagina om verder te gaan.',
  'failed.part':
    'Er is niets verloren: het bord is nog open en verbonden. Probeer het opnieuw. Helpt dat niet, herlaad dan de pagina zodra bovenaan Bewaard staat.',

  'sheets.label': 'Schema’s van dit bord',
  'sheet.brengen-halen': 'Brengen-halen',
  'sheet.partnermodel-canvas': 'Canvas',
  'facilitate.open': 'Begeleiden',
  'sheet.closed': 'nog niet open',
  'sheet.closed.why': 'Dit schema is nog niet open. De begeleider opent het als het zover is.',
  'sheet.onlyYou': 'alleen open voor de begeleider',
  'sheet.none': 'Er is nog geen schema open. De begeleider opent er straks een; je hoeft niets te doen.',
  'homework.tab': 'Huiswerk',
  'homework.revealed': 'Het huiswerk van {{partners}} ligt op tafel.',
  'homework.toBoard': 'Naar het bord',
  'silent.busy': 'Er loopt al een stille ronde. Toon of stop die eerst.',
  'picture.short': 'Afbeelding',
  'more.label': 'Meer',

  'save.saved': 'Bewaard',
  'save.saving': 'Opslaan…',
  'save.offline.none': 'Offline',
  'save.offline_one': 'Offline: {{count}} wijziging wacht',
  'save.offline_other': 'Offline: {{count}} wijzigingen wachten',
  'save.frozen.none': 'Bevroren',
  'save.frozen_one': 'Bevroren: {{count}} wijziging wacht',
  'save.frozen_other': 'Bevroren: {{count}} wijzigingen wachten',
  'save.trouble.none': 'Server kan niet bewaren',
  'save.trouble_one': 'Nog niet bewaard: {{count}} wijziging wacht',
  'save.trouble_other': 'Nog niet bewaard: {{count}} wijzigingen wachten',
  'save.ended.none': 'Verbinding gestopt',
  'save.ended_one': 'Verbinding gestopt: {{count}} wijziging niet bewaard',
  'save.ended_other': 'Verbinding gestopt: {{count}} wijzigingen niet bewaard',

  'rejoin.other':
    'In deze browser is nu iemand anders op dit bord. Open de link waarmee je eerst kwam en kies dan Opnieuw verbinden.',

  'access.observer': 'Je kijkt mee. Wijzigen kan niet.',
  'access.frozen':
    'De begeleider heeft het bord even bevroren. Kijken kan; wat je al deed, blijft bewaard en gaat mee zodra het verdergaat.',
  'access.newer':
    'Dit bord is met een nieuwere versie gemaakt. Je kunt het bekijken; herlaad de pagina om het ook te wijzigen.',
  'board.name': 'Naam van het bord',
  'board.unreadable_one': '{{count}} onderdeel kan deze versie niet tonen; het blijft bewaard.',
  'board.unreadable_other': '{{count}} onderdelen kan deze versie niet tonen; ze blijven bewaard.',
  'board.nearlyFull':
    'Dit bord is bijna vol. Verwijder stickers die niet meer nodig zijn; is het vol, dan wordt niets nieuws meer bewaard.',
  'board.loading': 'Het bord wordt opgehaald…',
  'board.unreachable': 'De server is niet bereikbaar. We blijven het proberen; laat deze pagina open.',

  'people.here_one': '{{count}} persoon op het bord',
  'people.here_other': '{{count}} mensen op het bord',
  'people.show_one': 'Wie is er: {{count}} persoon',
  'people.show_other': 'Wie is er: {{count}} mensen',
  'people.more': '+{{more}}',
  'people.me': '{{name}} (jij)',
  'people.duty': '{{from}} · {{duty}}',
  'people.at': '{{as}} · kijkt naar {{sheet}}',
} as const;
