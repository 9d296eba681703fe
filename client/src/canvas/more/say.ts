import type { useText } from '../../i18n/index.ts';

/** Looks up a text of what is fetched later. */
export type Say = ReturnType<typeof useText<'tools'>>;
