import type { Translation } from '../catalogue.ts';
import type { texts as nl } from '../nl/session.ts';

export const texts: Translation<typeof nl> = {};
