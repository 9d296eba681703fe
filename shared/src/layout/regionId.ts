import type { RegionId } from './types.ts';

const SEPARATOR = '@';
/** The third part of the id of what is parked; its first two say where it lay before. */
const PARKED = 'parked';

/** The id of a field's region: `bring@gemeente` in a partner's panel, else the plain field key. */
export function regionId(fieldKey: string, partner?: string): RegionId {
  return partner === undefined ? fieldKey : `${fieldKey}${SEPARATOR}${partner}`;
}

/** The parts of a region id. */
export interface RegionParts {
  /** Empty for what was parked from the bare sheet. */
  readonly field: string;
  readonly partner?: string;
  /** It is parked, and was in this field before. */
  readonly parked?: true;
}

/**
 * The parts of a region id. Total: any text gives a field and perhaps a partner, which need not exist, since
 * ids come from documents that others wrote.
 */
export function parseRegionId(id: RegionId): RegionParts {
  const [field = '', partner = '', ...rest] = id.split(SEPARATOR);
  if (rest.length === 1 && rest[0] === PARKED)
    return { field, ...(partner === '' ? {} : { partner }), parked: true };
  const at = id.indexOf(SEPARATOR);
  return at < 0 ? { field: id } : { field, partner: id.slice(at + 1) };
}

/**
 * The id of what is parked that lay in this region: `bring@gemeente@parked`, `core.essence@@parked`, and `@@parked`
 * from the bare sheet. The field stays its first part, so that what is kept back for a field is kept back for what
 * was parked from it too.
 */
export function parkedId(before: RegionId | null): RegionId {
  const { field, partner = '' } = parseRegionId(before ?? '');
  return [field, partner, PARKED].join(SEPARATOR);
}
