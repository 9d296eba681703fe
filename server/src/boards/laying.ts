import type { Place, Size, Sticker } from '@samenbord/shared/board';
import {
  layInRows,
  layoutSheet,
  overlapArea,
  placeAt,
  pointOf,
  type Rect,
  regionById,
  type SheetLayout,
  STICKER_SIDE,
  squareAt,
} from '@samenbord/shared/layout';

/** What is needed to see whether a sticker lies on another. */
export type Lying = Pick<Sticker, 'id' | 'place' | 'size'>;

/** A place in a field, and how large a sticker may be there. */
export interface Spot {
  readonly place: Place;
  readonly size: Size;
}

/** Where so many new stickers go in a field; in a column on the parking strip when the field is gone. */
export function spotsIn(
  layout: SheetLayout,
  region: string,
  count: number,
  occupied: readonly Rect[],
): readonly Spot[] {
  const sheet = layout.template;
  const field = regionById(layout, region);
  if (field === undefined)
    return Array.from({ length: count }, (_, n) => ({
      size: 'M',
      place: { sheet, region, x: 0.5, y: (n + 0.5) / count, z: 0 },
    }));
  const { size, points } = layInRows(field.inner, count, 'M', occupied);
  return points.map((point) => ({ size, place: placeAt(layout, point, 0) }));
}

/** The square that a sticker takes, in sheet units. */
export function squareOf(layout: SheetLayout, { place, size }: Lying): Rect {
  return squareAt(pointOf(layout, place), STICKER_SIDE[size]);
}

/**
 * New places for those of the stickers that would lie on what is there, or on each other: in the rows of their
 * field. Partners laid theirs without seeing the others', in fields that all share too.
 * @returns by id, only of those that move
 */
export function clearSpots(
  partners: readonly string[],
  there: Iterable<Lying>,
  coming: readonly Lying[],
): ReadonlyMap<string, Spot> {
  const present = Map.groupBy(there, fieldOf);
  const spots = new Map<string, Spot>();
  for (const [field, group] of Map.groupBy(coming, fieldOf)) {
    const [first] = group;
    const region = first?.place.region ?? null;
    if (first === undefined || region === null) continue;
    const layout = layoutSheet(first.place.sheet, partners);
    const occupied = (present.get(field) ?? []).map((one) => squareOf(layout, one));
    const covering: Lying[] = [];
    for (const sticker of group) {
      const square = squareOf(layout, sticker);
      if (occupied.some((other) => overlapArea(other, square) > 0)) covering.push(sticker);
      else occupied.push(square);
    }
    const laid = spotsIn(layout, region, covering.length, occupied);
    covering.forEach(({ id }, index) => {
      const spot = laid[index];
      if (spot !== undefined) spots.set(id, spot);
    });
  }
  return spots;
}

const fieldOf = ({ place: { sheet, region } }: Lying): string => `${sheet}/${region ?? ''}`;
