import { contains } from './rect.ts';
import type { Point, Region, RegionId, SheetLayout } from './types.ts';

/** Ids per layout: a board asks for every sticker in every frame. Layouts never change once made. */
const indexes = new WeakMap<SheetLayout, ReadonlyMap<RegionId, Region>>();

/** The region under a point in sheet units. An edge belongs to the region right of or below it. */
export function regionAt(layout: SheetLayout, point: Point): Region | undefined {
  return layout.regions.find((region) => contains(region.rect, point));
}

/** The region with this id, or undefined when the layout has none: its partner left, or it never existed. */
export function regionById(layout: SheetLayout, id: RegionId): Region | undefined {
  let index = indexes.get(layout);
  if (!index) {
    index = new Map(layout.regions.map((region) => [region.id, region]));
    indexes.set(layout, index);
  }
  return index.get(id);
}
