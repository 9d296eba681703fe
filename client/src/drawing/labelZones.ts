import type { Rect, SheetLayout } from '@samenbord/shared/layout';
import { fieldLabel } from './fieldLabel.ts';
import { inset } from './shapes.ts';
import type { SheetTexts } from './sheetOptions.ts';
import type { Typesetter } from './typesetter.ts';

/** CSS pixels per sheet unit at which labels are about as large as their band lets them be. */
const FAR = 0.2;
const AIR = 4;

interface Known {
  readonly label: SheetTexts['label'];
  readonly measure: Typesetter['measure'];
  readonly zones: readonly Rect[];
}

const known = new WeakMap<SheetLayout, Known>();

/**
 * The boxes of all labels of a sheet, at their largest: lines and tags that stay clear of these do so at every
 * zoom, and lie the same at each. Worked out once for a layout with its words and font.
 */
export function labelZones(
  layout: SheetLayout,
  { label }: Pick<SheetTexts, 'label'>,
  { measure, far }: Pick<Typesetter, 'measure' | 'far'>,
): readonly Rect[] {
  const before = known.get(layout);
  if (before?.label === label && before.measure === measure) return before.zones;
  const zones = layout.regions.map((region) =>
    inset(fieldLabel(region, label(region), measure(600), FAR, far).box, -AIR),
  );
  known.set(layout, { label, measure, zones });
  return zones;
}
