import type { Translation } from './catalogue.ts';
import type { nl } from './nl/index.ts';

/** The rooms that have texts of their own. */
export type Room = keyof typeof nl;

/** All texts of one language. */
export type Catalogue = { readonly [R in Room]: Translation<(typeof nl)[R]> };
