import { parseDocumentName, readVoteKey, SCHEMA_VERSION } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import type { OwnPlace } from '../relay/index.ts';

/** Who begins homework or a silent round says which form it has; never one that this server does not know. */
const isKnown = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= SCHEMA_VERSION;

const FORM: OwnPlace = { map: 'meta', key: 'schema', begins: isKnown };

/** Dots on stickers: of each person their own. */
const VOTES: OwnPlace = {
  map: 'votes',
  setBy(key, value) {
    const { person = '', sticker = '' } = readVoteKey(key) ?? {};
    const fits = sticker.length <= LONGEST_ID && typeof value === 'boolean';
    return fits && person !== '' ? person : undefined;
  },
  mostEach: LIMITS.votesKept,
};

const LONGEST_ID = 64;

/**
 * What in a board's documents sessions do not write: their form, on the table what the server shows of its acts, and
 * on the board other people's dots.
 */
export function ownPlaces(name: string): readonly OwnPlace[] {
  const kind = parseDocumentName(name)?.kind;
  if (kind === 'table') return [FORM, { map: 'acts' }];
  return kind === 'board' ? [FORM, VOTES] : [FORM];
}
