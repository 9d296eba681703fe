import type { Point, Rect, Region, SheetLayout } from '@samenbord/shared/layout';

/** One arrow between a partner's field and the core of the bring-and-gain sheet. Sheet units. */
export interface Flow {
  readonly partner: string;
  readonly kind: 'toCore' | 'fromCore';
  /** From tail to head; two points, or three when the way runs along the side to the core's corner. */
  readonly points: readonly Point[];
}

type Side = NonNullable<Region['faces']>;

/** How far a straight arrow reaches over the line between panel and core: labels stand in the fields. */
const IN_FIELD = 8;
const IN_CORE = 54;
/** A field and the core that share less of a side than this need the way round. */
const SMALLEST_SHARE = 110;
/** Where an arrow that runs along the side meets the core's rounded corner. */
const AT_CORNER = 58;
/** Room for the core's first label, at the start of its upper side. */
const LABEL_ROOM = 300;
/** An arrow's smallest distance from the end of what field and core share. */
const FROM_END = 50;

/** All arrows of a sheet: bring flows into the core, gain out of it. Empty without panels. */
export function flowsOf(layout: SheetLayout): readonly Flow[] {
  const { core } = layout;
  if (!core) return [];
  return layout.regions.flatMap((region) => flowOf(region, core));
}

function flowOf(region: Region, core: Rect): Flow[] {
  const { partner, faces } = region;
  const kind = region.field.arrow;
  if (partner === undefined || faces === undefined || kind === undefined) return [];
  const inward = wayIn(region.rect, core, faces, kind);
  return [{ partner, kind, points: kind === 'toCore' ? inward : inward.toReversed() }];
}

/** The way from a field into the core, from its side that faces the core. */
function wayIn(field: Rect, core: Rect, faces: Side, kind: Flow['kind']): Point[] {
  const upright = faces === 'top' || faces === 'bottom';
  const [start, length, coreStart, coreLength] = upright
    ? [field.x, field.width, core.x, core.width]
    : [field.y, field.height, core.y, core.height];
  const low = Math.max(start, coreStart);
  const high = Math.min(start + length, coreStart + coreLength);
  const edge = edgeOf(field, faces);
  const inward = faces === 'bottom' || faces === 'right' ? 1 : -1;
  const at = (along: number, across: number): Point =>
    upright ? { x: along, y: edge + inward * across } : { x: edge + inward * across, y: along };
  if (high - low >= SMALLEST_SHARE) {
    const free = faces === 'bottom' ? coreStart + LABEL_ROOM : low;
    const along = Math.min(Math.max((low + high) / 2, free), high - FROM_END);
    return [at(along, -IN_FIELD), at(along, IN_CORE)];
  }
  const before = start + length / 2 < coreStart + coreLength / 2;
  const corner = before ? coreStart + AT_CORNER : coreStart + coreLength - AT_CORNER;
  const exit = before ? start + length / 2 : start + Math.max(length / 2, length - LABEL_ROOM / 2);
  const depth = kind === 'toCore' ? IN_FIELD + 18 : IN_FIELD + 30;
  return [at(exit, -depth), at(exit, 0), at(corner, 0)];
}

function edgeOf(rect: Rect, faces: Side): number {
  switch (faces) {
    case 'top':
      return rect.y;
    case 'bottom':
      return rect.y + rect.height;
    case 'left':
      return rect.x;
    case 'right':
      return rect.x + rect.width;
  }
}
