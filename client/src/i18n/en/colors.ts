import type { Translation } from '../catalogue.ts';
import type { texts as nl } from '../nl/colors.ts';

export const texts: Translation<typeof nl> = {
  'color.sky': 'Sky blue',
  'color.orange': 'Orange',
  'color.pink': 'Pink',
  'color.green': 'Green',
  'color.vermilion': 'Vermilion',
  'color.blue': 'Blue',
  'color.yellow': 'Yellow',
  'color.black': 'Black',
  'color.swap': 'Swap with {{other}}',
  'color.another': 'another partner',
};
