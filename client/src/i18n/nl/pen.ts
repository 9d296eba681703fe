/** The light page of a phone that is a pen: comes with it. */
export const texts = {
  looking: 'Het bord wordt gezocht…',
  'gone.title': 'Deze code werkt niet meer',
  'gone.text': 'Scan de QR-code op het scherm opnieuw. Wat je al schreef, blijft op deze telefoon bewaard.',
  'away.title': 'Geen verbinding',
  'away.text': 'Zodra er weer verbinding is, gaat het hier vanzelf verder.',

  'name.label': 'Je naam',
  'name.missing': 'Vul eerst je naam in: die komt bij de sticker te staan.',
  'text.label': 'Tekst van de sticker',
  'text.placeholder': 'Schrijf hier…',
  'text.missing': 'Schrijf eerst iets op de sticker.',
  'namens.label': 'Namens',
  'namens.nobody': 'Niemand',
  'field.label': 'Vak',
  'field.shared': 'van allemaal',
  throw: 'Gooi op het bord',

  'thrown.title': 'Wat je gooide',
  'thrown.back': 'Tekst terughalen',
  'fate.waiting': 'Onderweg: gaat zodra er verbinding is',
  'fate.sent': 'Op het bord',
  'fate.held': 'Het bord neemt nu niets aan: het is bevroren of vol. We blijven het proberen.',
  'fate.ended': 'De code werkt niet meer. Scan de QR-code op het scherm opnieuw; je tekst is bewaard.',
  'fate.refused': 'Dit vak of deze partner is er niet meer. Haal je tekst terug en kies opnieuw.',
} as const;
