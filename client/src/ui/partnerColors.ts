import { OKABE_ITO } from '@samenbord/shared/board';

/** What the eight colours are called in the catalogue (`color.<name>`), in the order of the set. */
const NAMES = ['sky', 'orange', 'pink', 'green', 'vermilion', 'blue', 'yellow', 'black'] as const;

export type ColorName = (typeof NAMES)[number];

/** The colours to choose from, each with its name. */
export const COLORS: readonly { readonly color: string; readonly name: ColorName }[] = OKABE_ITO.map(
  (color, index) => ({ color, name: NAMES[index] ?? 'black' }),
);
