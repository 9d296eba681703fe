import type { Translation } from '../catalogue.ts';
import type { texts as nl } from '../nl/session.ts';

export const texts: Translation<typeof nl> = {
  'failed.network': 'The server cannot be reached, so this did not happen. Try again in a moment.',
  'failed.conflict': 'Something changed meanwhile, so this did not happen. Have a look and try again.',
  'failed.forbidden': 'You may not do that on this board. Nothing was changed.',
  'failed.tooMany': 'Too many requests came shortly after each other. Wait a moment and try again.',
  'failed.server': 'The server could not do this now. Nothing was changed; try again in a moment.',
};
