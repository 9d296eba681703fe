import { type Rect, type RegionId, regionById } from '@samenbord/shared/layout';
import type { Camera, Extent } from '../camera/camera.ts';
import type { CanvasModel } from '../model.ts';
import { readingScale } from './legible.ts';

/** How much of the view a part of a field takes: controls lie along the edges. */
const SHARE = 0.8;
/**
 * What a tap on a field's name at a wall shows: all of the field, or as much of it beside its name as leaves its letters
 * large enough to be read from across the room. All in sheet units.
 * @returns `undefined` when it can be read already
 */
export function nextLook({ scale }: Pick<Camera, 'scale'>, view: Extent, field: Rect): Rect | undefined {
  const needed = readingScale(view.width);
  if (scale >= needed * 0.99) return undefined;
  const width = Math.min(field.width, (view.width * SHARE) / needed);
  const height = Math.min(field.height, (view.height * SHARE) / needed);
  return { x: field.x, y: field.y, width, height };
}

/**
 * Shows a field larger for all who stand there; not while somebody has a finger on the sheet or writes, whose view it
 * is too. @returns whether it did
 */
export function bringNear(model: CanvasModel, id: RegionId, isAnybodyBusy: () => boolean): boolean {
  const region = regionById(model.sheet().layout, id);
  if (!region || model.tools.active().size > 0 || isAnybodyBusy()) return false;
  const view = model.camera.view();
  const next = nextLook(model.camera.get(), view, region.rect);
  if (!next) return false;
  model.camera.flyToRect(next, readingScale(view.width) * 1.02);
  return true;
}
