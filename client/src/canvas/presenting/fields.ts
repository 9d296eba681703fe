import { type RegionId, regionAt, regionById, type SheetLayout } from '@samenbord/shared/layout';
import { toSheet } from '../camera/camera.ts';
import type { CanvasModel } from '../model.ts';

/**
 * Shows one field large and the rest dimmed: the one that is asked for, else the one somebody points at or has
 * selected something in, else the one in the middle of the view. Ends what else was under way.
 */
export function present(model: CanvasModel, wanted: RegionId | null): void {
  const { layout } = model.sheet();
  const region = wanted !== null && regionById(layout, wanted) ? wanted : meant(model);
  if (region === undefined) return;
  model.tools.cancelAll();
  model.writer.finish(false);
  model.lines.letGo();
  for (const open of [model.menu, model.reading, model.openLabel, model.part, model.pen]) open.set(null);
  model.selection.set([]);
  model.presenting.set(region);
}

function meant(model: CanvasModel): RegionId | undefined {
  const { layout } = model.sheet();
  const pointed = model.pointedAt();
  const { width, height } = model.camera.view();
  const [selected] = model.selection.get().flatMap((id) => model.view().byId.get(id)?.region ?? []);
  const middle = toSheet(model.camera.get(), { x: width / 2, y: height / 2 });
  const under = [pointed, middle].flatMap((point) => (point && regionAt(layout, point)?.id) ?? []);
  return selected ?? under[0] ?? layout.regions[0]?.id;
}

/** The field before or after this one, in the order in which they are read; round at the ends. */
export function neighbour({ regions }: SheetLayout, region: RegionId, by: -1 | 1): RegionId {
  const at = regions.findIndex(({ id }) => id === region);
  return regions.at((at + by) % regions.length)?.id ?? region;
}

/** Goes on to the field before or after the one that is presented. */
export function step(model: CanvasModel, by: -1 | 1): void {
  const region = model.presenting.get();
  if (region === null) return;
  model.selection.set([]);
  model.presenting.set(neighbour(model.sheet().layout, region, by));
}

/** Arrows, and the keys that a presenter's remote control has. */
const STEPS: Readonly<Record<string, -1 | 1>> = {
  ArrowLeft: -1,
  PageUp: -1,
  ArrowRight: 1,
  PageDown: 1,
};

interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Where a key goes on to; `undefined` for one that means something else. */
export function stepOf({ key, ctrlKey, metaKey, altKey, shiftKey }: PressedKey): -1 | 1 | undefined {
  return ctrlKey || metaKey || altKey || shiftKey ? undefined : STEPS[key];
}
