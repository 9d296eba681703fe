import {
  layInRows,
  PARKING,
  PARKING_INNER,
  type Point,
  parseRegionId,
  type Rect,
  regionById,
  type SheetLayout,
  STICKER_SIDE,
} from '../layout/index.ts';
import { squareAt } from '../layout/rect.ts';
import type { FileSticker } from './file.ts';
import { SIZES, type Size } from './types.ts';

/** A sticker of a board file, with the sheet and region it goes to. */
export interface Located {
  readonly index: number;
  readonly sticker: FileSticker;
  readonly layout: SheetLayout;
  readonly region: string | null;
}

/** Stickers of one field (for panels: of one partner's) of which some have no place yet. */
interface Group {
  readonly field: string;
  readonly box: Rect;
  readonly unplaced: readonly Located[];
  readonly occupied: readonly Rect[];
}

/** Centres (sheet units) and sizes for the stickers that come without a place, by their index in the file. */
export function layUnplaced(located: readonly Located[]): Map<number, { center: Point; size: Size }> {
  const groups = groupsOf(located);
  const spots = new Map<number, { center: Point; size: Size }>();
  for (const { field, box, unplaced, occupied } of groups) {
    const laid = layInRows(box, unplaced.length, commonSize(field, groups), occupied);
    unplaced.forEach(({ index }, nth) => {
      const center = laid.points[nth];
      if (center !== undefined) spots.set(index, { center, size: laid.size });
    });
  }
  return spots;
}

/**
 * As large as fits, because a picture is read from a distance; and the same in every partner's panel, because
 * nobody's word is larger than another's.
 */
function commonSize(field: string, groups: readonly Group[]): Size {
  const alike = groups.filter((group) => group.field === field);
  const sizes = alike.map(
    ({ box, unplaced, occupied }) => layInRows(box, unplaced.length, 'L', occupied).size,
  );
  return SIZES.find((size) => sizes.includes(size)) ?? 'M';
}

function groupsOf(located: readonly Located[]): Group[] {
  const byRegion = new Map<string, Located[]>();
  for (const one of located) {
    const key = `${one.layout.template}/${one.region ?? ''}`;
    const group = byRegion.get(key);
    if (group === undefined) byRegion.set(key, [one]);
    else group.push(one);
  }
  return [...byRegion.values()].flatMap((all) => {
    const [first] = all;
    const unplaced = all.filter(({ sticker }) => sticker.x === undefined || sticker.y === undefined);
    if (first === undefined || unplaced.length === 0) return [];
    const { layout, region } = first;
    const box = roomOf(region, layout);
    const field = `${layout.template}/${region === null ? '' : parseRegionId(region).field}`;
    return [{ field, box, unplaced, occupied: occupiedIn(all) }];
  });
}

/** Where stickers of a region are laid, on the sheet or parked. */
function roomOf(region: string | null, layout: SheetLayout): Rect {
  if (region === null) return belowStrip(layout);
  if (parseRegionId(region).parked) return PARKING_INNER;
  return regionById(layout, region)?.inner ?? belowStrip(layout);
}

/** What the places of a region are relative to. */
function groundOf(region: string | null, layout: SheetLayout): Rect {
  if (region === null) return layout.sheet;
  if (parseRegionId(region).parked) return PARKING;
  return regionById(layout, region)?.rect ?? layout.sheet;
}

/** The sheet without its title strip: where stickers of no field are laid. */
function belowStrip({ sheet, strip }: SheetLayout): Rect {
  const top = strip.y + strip.height;
  return { ...sheet, y: top, height: sheet.y + sheet.height - top };
}

function occupiedIn(group: readonly Located[]): Rect[] {
  return group.flatMap(({ sticker: { x, y, size }, layout, region }) => {
    if (x === undefined || y === undefined) return [];
    const box = groundOf(region, layout);
    return [squareAt({ x: box.x + x * box.width, y: box.y + y * box.height }, STICKER_SIDE[size ?? 'M'])];
  });
}
