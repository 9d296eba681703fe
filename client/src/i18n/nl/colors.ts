/** What the eight colours of partners are called. */
export const texts = {
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
} as const;
