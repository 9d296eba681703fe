import { addTexts, text } from '../../i18n/index.ts';
import { texts } from '../../i18n/nl/export.ts';
import type { Say } from '../words.ts';

addTexts('export', texts);

/** The room's Dutch texts. */
export const say: Say = (key, ...values) => text('export', key, ...values);
