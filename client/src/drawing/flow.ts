import type { Point, Rect, Region, SheetLayout } from '@samenbord/shared/layout';
import { CORE_PADDING } from './fieldLabel.ts';

/** One arrow between a partner's field and the core of the bring-and-gain sheet. Sheet units. */
export interface Flow {
  readonly partner: string;
  readonly kind: 'toCore' | 'fromCore';
  /** From tail to head: arrows are straight. */
  readonly points: readonly [Point, Point];
}

type Side = NonNullable<Region['faces']>;

/** How far a straight arrow reaches over the line between panel and core: labels stand in the fields. */
const IN_FIELD = 8;
const IN_CORE = 54;
/** A field and the core that share less of a side than this get no arrow: it could not be straight. */
const SMALLEST_SHARE = 110;
/** An arrow's smallest distance from the end of what field and core share. */
const FROM_END = 50;
/** Before the core's label, where the rounded corner just leaves room for an arrow. */
const BEFORE_LABEL = 38;
/** Half an arrow's width with its white edge, and some air. */
const HALF_WIDTH = 36;
/** Width of a letter and of the question mark behind a label, in em, at the wide end; a label's size. */
const LETTER = 0.6;
const QUESTION_MARK = 1.3;
const LABEL_SIZE = 39;

/**
 * The arrows of a sheet: bring flows into the core, gain out of it. Fields at the ends of a long row lie beside
 * the core and have none. Empty without panels.
 */
export function flowsOf(layout: SheetLayout): readonly Flow[] {
  const { core } = layout;
  if (!core) return [];
  const first = layout.regions.find((region) => region.kind === 'core');
  const coreLabel = first ? labelEnd(first) : core.x;
  return layout.regions.flatMap((region) => flowOf(region, core, coreLabel));
}

function flowOf(region: Region, core: Rect, coreLabel: number): Flow[] {
  const { partner, faces } = region;
  const kind = region.field.arrow;
  if (partner === undefined || faces === undefined || kind === undefined) return [];
  const way = wayIn(region, core, faces, coreLabel);
  if (!way) return [];
  const [field, inside] = way;
  return [{ partner, kind, points: kind === 'toCore' ? [field, inside] : [inside, field] }];
}

/** Where an arrow may stand beside a label that starts its line, in either language. */
function labelEnd({ field, kind, rect, inner }: Region): number {
  const letters = Math.max(field.label.nl.length, field.label.en.length);
  const padding = kind === 'core' ? CORE_PADDING : inner.x - rect.x;
  return rect.x + padding + LABEL_SIZE * (letters * LETTER + QUESTION_MARK) + HALF_WIDTH;
}

/** The way from a field straight into the core, or `undefined` when they do not face each other. */
function wayIn(region: Region, core: Rect, faces: Side, coreLabel: number): [Point, Point] | undefined {
  const { rect } = region;
  const upright = faces === 'top' || faces === 'bottom';
  const [start, length, coreStart, coreLength] = upright
    ? [rect.x, rect.width, core.x, core.width]
    : [rect.y, rect.height, core.y, core.height];
  const low = Math.max(start, coreStart);
  const high = Math.min(start + length, coreStart + coreLength);
  if (high - low < SMALLEST_SHARE) return undefined;
  const edge = edgeOf(rect, faces);
  const inward = faces === 'bottom' || faces === 'right' ? 1 : -1;
  const along = besideLabel(region, core, faces, { low, high, coreLabel });
  const at = (across: number): Point =>
    upright ? { x: along, y: edge + inward * across } : { x: edge + inward * across, y: along };
  return [at(-IN_FIELD), at(IN_CORE)];
}

interface Shared {
  readonly low: number;
  readonly high: number;
  readonly coreLabel: number;
}

/** In the middle of what field and core share, or as near to it as the label on its way allows. */
function besideLabel(region: Region, core: Rect, faces: Side, { low, high, coreLabel }: Shared): number {
  const middle = (low + high) / 2;
  const most = high - FROM_END;
  if (faces === 'top') return Math.min(Math.max(middle, labelEnd(region)), most);
  if (faces !== 'bottom' || middle >= coreLabel) return middle;
  return coreLabel <= most ? coreLabel : core.x + BEFORE_LABEL;
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
