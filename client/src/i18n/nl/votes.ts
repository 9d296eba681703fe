/** What is said of putting dots on stickers: fetched when somebody first does. */
export const texts = {
  given_one: 'Stip gezet. Je hebt er nog {{count}} op dit vel.',
  given_other: 'Stip gezet. Je hebt er nog {{count}} op dit vel.',
  taken_one: 'Stip weggehaald. Je hebt er nog {{count}} op dit vel.',
  taken_other: 'Stip weggehaald. Je hebt er nog {{count}} op dit vel.',
  none: 'Je {{limit}} stippen op dit vel zijn gezet. Haal er eerst een weg, dan kun je hem hier zetten.',
  few_one:
    'Je hebt nog {{count}} stip van de {{limit}} op dit vel: te weinig voor al deze stickers. Er is niets gezet.',
  few_other:
    'Je hebt nog {{count}} stippen van de {{limit}} op dit vel: te weinig voor al deze stickers. Er is niets gezet.',
} as const;
