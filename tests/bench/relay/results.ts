import type { Findings } from './scenarios.ts';

/** What was found, by contender; scenarios that cannot be asked of one are not there. */
export type Results = Readonly<Record<string, { readonly title: string } & Partial<Findings>>>;
