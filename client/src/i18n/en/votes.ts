import type { Translation } from '../catalogue.ts';
import type { texts as nl } from '../nl/votes.ts';

export const texts: Translation<typeof nl> = {
  given_one: 'Dot put. You have {{count}} left on this sheet.',
  given_other: 'Dot put. You have {{count}} left on this sheet.',
  taken_one: 'Dot taken off. You have {{count}} left on this sheet.',
  taken_other: 'Dot taken off. You have {{count}} left on this sheet.',
  none: 'All {{limit}} of your dots on this sheet are in use. Take one off first, and you can put it here.',
  few_one:
    'You have {{count}} dot left of the {{limit}} on this sheet: too few for all these stickers. None was put.',
  few_other:
    'You have {{count}} dots left of the {{limit}} on this sheet: too few for all these stickers. None was put.',
};
