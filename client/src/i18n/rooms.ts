import type { Translation } from './catalogue.ts';
import type { nl } from './nl/index.ts';
import type { later } from './nl/later.ts';

/** Every Dutch text by room: those of the first load, and those that come with their room's code. */
export type Dutch = typeof nl & typeof later;

/** The rooms that have texts of their own. */
export type Room = keyof Dutch;

/** The rooms whose Dutch texts come with their code. */
export type LaterRoom = keyof typeof later;

/** All texts of one language. */
export type Catalogue = { readonly [R in Room]: Translation<Dutch[R]> };
