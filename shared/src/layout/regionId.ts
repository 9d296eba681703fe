import type { RegionId } from './types.ts';

const SEPARATOR = '@';

/** The id of a field's region: `bring@gemeente` in a partner's panel, else the plain field key. */
export function regionId(fieldKey: string, partner?: string): RegionId {
  return partner === undefined ? fieldKey : `${fieldKey}${SEPARATOR}${partner}`;
}

/**
 * The parts of a region id. Total: any text gives a field and perhaps a partner, which need not exist, since
 * ids come from documents that others wrote.
 */
export function parseRegionId(id: RegionId): { readonly field: string; readonly partner?: string } {
  const at = id.indexOf(SEPARATOR);
  return at < 0 ? { field: id } : { field: id.slice(0, at), partner: id.slice(at + 1) };
}
