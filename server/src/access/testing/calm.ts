import { type AccessOptions, decide } from '../index.ts';

/** What the access room is given for boards with which nothing is the matter. */
export const CALM: Pick<AccessOptions, 'boardFacts' | 'decide'> = {
  boardFacts: async () => ({ frozen: false, round: null }),
  decide,
};
