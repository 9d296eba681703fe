/** What one seldom reads: why one cannot come in, why nothing is kept, that an address is no page. */
export const texts = {
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

  'unknown.title': 'Deze pagina bestaat niet',
  'unknown.text':
    'Controleer het adres. De link van een bord ziet eruit als …/b/ met een rij tekens erachter.',

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
} as const;
