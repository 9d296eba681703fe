import type { Translation } from '../catalogue.ts';
import type { texts as nl } from '../nl/meeting.ts';

export const texts: Translation<typeof nl> = { 'strip.label': 'The conversation' };
