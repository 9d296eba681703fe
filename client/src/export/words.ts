import type { Translate } from '../i18n/index.ts';
import type { texts } from '../i18n/nl/export.ts';

/** Looks up this room's texts; passed in, so that what is written on a picture stays a pure function. */
export type Say = Translate<typeof texts>;
