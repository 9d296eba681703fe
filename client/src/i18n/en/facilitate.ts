import type { Translation } from '../catalogue.ts';
import type { texts as nl } from '../nl/facilitate.ts';

export const texts: Translation<typeof nl> = { 'strip.label': 'The conversation' };
