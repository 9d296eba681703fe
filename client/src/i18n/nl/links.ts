/** Links of a board for who facilitates it, and the code to say aloud. */
export const texts = {
  title: 'Links van dit bord',
  lead: 'Wie een link heeft, kan ermee op het bord: geef hem alleen aan wie erbij hoort. Kwam een link in verkeerde handen, maak dan een nieuwe; de oude werkt dan meteen niet meer.',
  loading: 'Even geduld…',
  retry: 'Probeer opnieuw',
  cancel: 'Annuleer',
  save: 'Bewaar',
  onlyHere:
    'Deze links werken alleen op deze computer. Wie de server start, kan met de instelling PUBLIC_URL een adres opgeven dat de anderen kunnen bereiken.',

  'role.facilitator': 'Begeleider',
  'role.observer': 'Waarnemer',
  'partner.gone': 'Een partner die niet meer aan tafel zit',

  'fact.own': 'jouw link',
  'fact.people_one': '{{count}} persoon binnengekomen',
  'fact.people_other': '{{count}} mensen binnengekomen',
  'fact.peopleOf': '{{people}} van hoogstens {{most}} mensen binnengekomen',
  'fact.until': 'tot {{date}}',
  'fact.ask': 'jij laat mensen toe',
  'fact.withdrawn': 'ingetrokken op {{date}}',
  'fact.ended': 'verlopen op {{date}}',
  over_one: '{{count}} link die niet meer werkt',
  over_other: '{{count}} links die niet meer werken',

  copy: 'Kopieer de link voor {{whom}}',
  'show.both': 'Toon',
  'show.code': 'Toon code',
  'show.label': 'Toon code en QR-code voor {{whom}}',
  set: 'Instellen',
  'set.label': 'Instellen: link voor {{whom}}',
  'address.unknown':
    'Het adres van deze link kent alleen de browser waarin hij gemaakt is. De code tonen kan wel; wil je het adres hier hebben, maak dan een nieuwe link.',

  extend: 'Weer laten werken',
  'extend.label': 'Weer laten werken: link voor {{whom}}',
  replace: 'Nieuwe link maken',
  'replace.label': 'Nieuwe link maken voor {{whom}}',
  'replace.sure':
    'De nieuwe link krijgt dezelfde instellingen. De oude werkt dan niet meer, en wie ermee binnen is, gaat er meteen uit.',
  'replace.yes': 'Maak de nieuwe link',
  withdraw: 'Intrekken',
  'withdraw.label': 'Intrekken: link voor {{whom}}',
  'withdraw.sure':
    'Wie met deze link binnen is, gaat er meteen uit. Wat zij op het bord zetten, blijft. Dit kun je niet terugdraaien.',
  'withdraw.sure.own':
    'Dit is de link waarmee jij zelf binnen bent: je gaat er meteen uit. Zorg dat je een andere link hebt. Dit kun je niet terugdraaien.',
  'withdraw.yes': 'Trek de link in',

  add: 'Link toevoegen',
  'add.go': 'Maak de link',
  'field.whom': 'Voor wie',
  'field.name': 'Naam van de link',
  'field.name.hint': 'Alleen voor jouw overzicht, bijvoorbeeld “directie”. Mag leeg blijven.',
  'field.end': 'Werkt tot',
  'field.end.hint': 'Leeg: geen einddatum.',
  'field.people': 'Hoogstens zoveel mensen',
  'field.people.hint': 'Leeg: geen maximum.',
  'field.ask': 'Ik laat mensen zelf toe',
  'field.ask.hint': 'Wie de link opent, wacht tot jij op Toelaten drukt.',
  'problem.name-long': 'Maak de naam korter: hoogstens {{most}} tekens.',
  'problem.end-past': 'Kies een moment dat nog moet komen.',
  'problem.people-unfit': 'Vul een heel getal in van 1 tot en met {{most}}, of laat het leeg.',

  'done.made': 'De link is gemaakt.',
  'done.changed': 'De instellingen zijn bewaard.',
  'done.withdrawn': 'De link is ingetrokken.',
  'done.replaced': 'De nieuwe link is gemaakt; de oude werkt niet meer.',
  'failed.list': 'De links konden niet worden opgehaald.',
  'failed.network': 'De server is niet bereikbaar. Er is niets veranderd; probeer het zo nog eens.',
  'failed.last':
    'Dat kan niet: dan is er geen link meer waarmee een begeleider altijd terug kan. Maak eerst een tweede begeleiderslink, zonder einddatum, maximum of toelaten.',
  'failed.conflict':
    'Dat kan niet meer: de link is al ingetrokken of verlopen, of er zijn te veel links op dit bord. Kijk nog eens in de lijst.',
  'failed.server': 'Het is niet gelukt. Probeer het zo nog eens.',

  'show.title': 'Doe mee: {{whom}}',
  'show.type': 'Typ deze code',
  'show.where': 'Ga naar {{site}} en kijk bij “Ik heb een code”',
  'show.note': 'De code werkt zolang dit venster open is, hoogstens een uur.',
  'show.scan': 'Of scan',
  'show.qr': 'QR-code voor {{whom}}',
  'show.failed': 'De code kon niet worden opgehaald. We blijven het proberen.',

  'door.title_one': 'Er wacht iemand',
  'door.title_other': 'Er wachten {{count}} mensen',
  'door.in': 'Toelaten',
  'door.in.label': '{{name}} toelaten',
  'door.out': 'Weigeren',
  'door.out.label': '{{name}} weigeren',
  'door.more_one': 'en nog {{count}}',
  'door.more_other': 'en nog {{count}}',
} as const;
