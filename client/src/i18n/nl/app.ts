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

  'color.sky': 'Hemelsblauw',
  'color.orange': 'Oranje',
  'color.pink': 'Roze',
  'color.green': 'Groen',
  'color.vermilion': 'Vermiljoen',
  'color.blue': 'Blauw',
  'color.yellow': 'Geel',
  'color.black': 'Zwart',
  'color.swap': 'Ruilen met {{other}}',
  'color.another': 'een andere partner',

  'problem.title-missing': 'Geef de samenwerking een naam.',
  'problem.name-missing': 'Vul de naam van deze partner in, of verwijder de partner.',
  'problem.name-twice': '{{other}} staat er al bij. Geef deze partner een andere naam.',
  'problem.mark-unfit': 'Kies één of twee letters of cijfers.',
  'problem.mark-twice': '{{other}} heeft deze letter al. Kies een andere.',
  'problem.too-long_one': '{{count}} teken te lang. Maak het korter.',
  'problem.too-long_other': '{{count}} tekens te lang. Maak het korter.',
  'links.short': 'Links',
  'storage.none':
    'Je browser onthoudt niets van deze site. Bewaar je link: alleen daarmee kom je later terug op dit bord.',

  'door.title_one': 'Er wacht iemand',
  'door.title_other': 'Er wachten {{count}} mensen',
  'door.in': 'Toelaten',
  'door.in.label': '{{name}} toelaten',
  'door.out': 'Weigeren',
  'door.out.label': '{{name}} weigeren',
  'door.more_one': 'en nog {{count}}',
  'door.more_other': 'en nog {{count}}',
  'door.full': 'Deze link is vol. Zet het maximum hoger bij Links, of geef een andere link.',
  'door.failed': 'Het is niet gelukt. Probeer het zo nog eens.',

  'trouble.wrong-link.title': 'Deze link klopt niet',
  'trouble.wrong-link.text':
    'Misschien is er een stukje weggevallen. Kopieer de hele link, tot en met het laatste teken, of vraag de begeleider om hem opnieuw te sturen.',
  'trouble.withdrawn-link.title': 'Deze link werkt niet meer',
  'trouble.withdrawn-link.text':
    'De begeleider heeft hem ingetrokken, of zijn einddatum is voorbij. Wat op het bord staat, is bewaard. Vraag de begeleider om een nieuwe link als je nog mee wilt doen.',
  'trouble.link-full.title': 'Deze link is vol',
  'trouble.link-full.text':
    'Er zijn al zoveel mensen mee binnengekomen als de begeleider heeft ingesteld. Vraag de begeleider om een andere link.',
  'trouble.wrong-code.title': 'Deze code werkt niet',
  'trouble.wrong-code.text':
    'Een code werkt maar even. Kijk of je hem goed hebt overgenomen, of vraag de begeleider om een nieuwe.',
  'trouble.refused-entry.title': 'De begeleider heeft je niet toegelaten',
  'trouble.refused-entry.text':
    'Hoor je hier wel bij? Vraag het aan de begeleider en open je link daarna opnieuw.',
  'trouble.wrong-secret.title': 'Dit sleutelwoord klopt niet',
  'trouble.wrong-secret.text':
    'Op deze server is een sleutelwoord nodig om een bord te maken. Controleer het bij Maak een bord, of vraag het aan wie de server beheert.',
  'trouble.no-board.title': 'Dit bord bestaat niet',
  'trouble.no-board.text':
    'Controleer of het adres klopt. Klopt het, dan is het bord verwijderd of stond het op een andere server: vraag het de begeleider.',
  'trouble.no-session.title': 'Open eerst je link',
  'trouble.no-session.text':
    'Deze browser heeft geen toegang tot dit bord, of te lang geleden. Open de link die je kreeg; wat op het bord staat, is bewaard.',
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
  'unknown.title': 'Deze pagina bestaat niet',
  'unknown.text':
    'Controleer het adres. De link van een bord ziet eruit als …/b/ met een rij tekens erachter.',

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

  'explain.disk-full':
    'De schijf van de server is vol. Laat deze pagina open: wat je doet blijft hier en wordt bewaard zodra er weer ruimte is. Laat het weten aan wie de server beheert.',
  'explain.store-unavailable':
    'De server kan even niet bij zijn opslag. Laat deze pagina open: wat je doet blijft hier en wordt bewaard zodra het weer kan.',
  'explain.unauthorised':
    'Je toegang is verlopen. Laat deze pagina open, open je link in een nieuw tabblad en kies dan hier Opnieuw verbinden: wat wacht, gaat mee.',
  'explain.forbidden':
    'De server liet je wijziging niet toe. Herlaad de pagina om te zien wat er bewaard is; wat nog wachtte, staat alleen nog hier.',
  'explain.withdrawn':
    'Je link is ingetrokken of verlopen. Wil je verder, vraag de begeleider dan om een nieuwe link, open die in een nieuw tabblad en kies hier Opnieuw verbinden.',
  'explain.no-board':
    'Dit bord bestaat niet meer op de server. Je ziet het hier nog zolang deze pagina open is: maak een afbeelding als je het wilt bewaren.',
  'explain.full':
    'Het bord is vol: je laatste wijziging is niet bewaard en staat alleen nog hier. Herlaad de pagina. Dan kun je alles lezen, en stickers verwijderen om ruimte te maken.',
  'explain.over':
    'Dit bord is gewist. Je ziet het hier nog zolang deze pagina open is: maak een afbeelding als je het wilt bewaren.',
  'explain.refused':
    'De server neemt niet aan wat deze pagina stuurt. Herlaad de pagina; wat nog wachtte, staat alleen nog hier.',
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
