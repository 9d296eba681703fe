import type { Rect, Region } from '@samenbord/shared/layout';
import type { Measure } from './breakLines.ts';
import { type FittedText, fitBox, LINE_HEIGHT } from './fitText.ts';

/**
 * How a field's label lies in the band at the top of the field: drawing and pointing at it must agree.
 * All in sheet units.
 */
export interface FieldLabel {
  readonly fitted: FittedText;
  /** Top left of the first line. */
  readonly x: number;
  readonly y: number;
  /** The label with its question mark, as drawn. */
  readonly box: Rect;
  /** Where the question mark's disc lies. */
  readonly mark: { readonly x: number; readonly y: number; readonly radius: number };
}

/** Labels grow when the sheet is far away, to stay at least this tall in CSS pixels where the band allows. */
const LEGIBLE = 11.5;
const PADDING = 18;
/** Fields of the core lie in a shape with wide round corners: past these. */
export const CORE_PADDING = 88;
const SIZE = { plain: 34, emphasis: 46 } as const;
/** Sizes tried, as parts of the wanted one: a long label first takes a second line, then gets smaller. */
const SHRINK = [1, 0.9, 0.8, 0.72, 0.64, 0.56] as const;
const SMALLEST = 17;
/** Largest size as a part of the band; less in the core, where the first arrow stands beside the label. */
const LARGEST = 0.65;
const LARGEST_IN_CORE = 0.58;
/** The same where one reads from across a room: all the band has. */
const LARGEST_FROM_AFAR = 0.92;
/** From a field's box to the inside of its drawn edge, at the top; the cards of panels are inset once more. */
const TOP_EDGE = 8;
const TOP_EDGE_IN_PANEL = 11;
/** Capitals and the first baseline, in em. */
const CAP_HEIGHT = 0.727;
export const FIRST_BASELINE = 0.96;

/**
 * @param measure in em, of the label's weight (600)
 * @param scale CSS pixels per sheet unit
 * @param far how much larger than at a desk it has to be, 1 or more
 */
export function fieldLabel(
  region: Region,
  text: string,
  measure: Measure,
  scale: number,
  far = 1,
): FieldLabel {
  const band = region.inner.y - region.rect.y;
  const base = region.field.emphasis ? SIZE.emphasis : SIZE.plain;
  const inCore = region.kind === 'core' && !region.field.emphasis;
  // Where an arrow stands beside the name, it takes no more of the band.
  const free = far > 1 && !inCore && region.field.arrow === undefined;
  const largest = band * (inCore ? LARGEST_IN_CORE : free ? LARGEST_FROM_AFAR : LARGEST);
  const wanted = Math.min(Math.max(base, (LEGIBLE * far) / scale), largest);
  const sizes = SHRINK.map((part) => wanted * part).filter((size, i) => i === 0 || size >= SMALLEST);
  // In line with the stickers below it.
  const padding = Math.max(region.kind === 'core' ? CORE_PADDING : PADDING, region.inner.x - region.rect.x);
  const room = region.rect.width - 2 * padding - wanted * 1.3;
  const fitted = fitBox(text, { width: room, height: band - 1 }, sizes, measure);
  // A whole title in smaller letters says more than a part of it in large ones.
  if (far > 1 && fitted.shortened) return fieldLabel(region, text, measure, scale);
  const { size, lines } = fitted;
  const height = lines.length * size * LINE_HEIGHT;
  const x = region.rect.x + padding;
  const y = region.rect.y + topOf(region, band, size, lines.length);
  const last = measure(lines.at(-1)?.text ?? '') * size;
  const widest = Math.max(...lines.map((line) => measure(line.text) * size));
  const radius = size * 0.42;
  const mark = {
    x: x + last + size * 0.42 + radius,
    y: y + height - (size * LINE_HEIGHT) / 2,
    radius,
  };
  const right = Math.max(x + widest, mark.x + radius);
  return { fitted, x, y, box: { x, y, width: right - x, height }, mark };
}

/**
 * From the field's box down to the first line: its letters stand half way between the field's edge and the
 * stickers, as far as what hangs below the last line allows.
 */
function topOf({ kind }: Region, band: number, size: number, lines: number): number {
  const edge = kind === 'panel' ? TOP_EDGE_IN_PANEL : TOP_EDGE;
  const letters = (lines - 1) * size * LINE_HEIGHT + size * CAP_HEIGHT;
  const centred = (edge + band - letters) / 2 - size * (FIRST_BASELINE - CAP_HEIGHT);
  return Math.max(3, Math.min(centred, band - 1 - lines * size * LINE_HEIGHT));
}
