import { parseDocumentName, SCHEMA_VERSION } from '@samenbord/shared/board';
import type { OwnPlace } from '../relay/index.ts';

/** Who begins homework or a silent round says which form it has; never one that this server does not know. */
const isKnown = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= SCHEMA_VERSION;

const FORM: OwnPlace = { map: 'meta', key: 'schema', begins: isKnown };

/** What in a board's documents no session writes: their form, and on the table what the server shows of its acts. */
export function ownPlaces(name: string): readonly OwnPlace[] {
  return parseDocumentName(name)?.kind === 'table' ? [FORM, { map: 'acts' }] : [FORM];
}
