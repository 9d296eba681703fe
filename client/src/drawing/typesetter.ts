import type { Measure } from './breakLines.ts';
import { type TextFitter, textFitter } from './fitText.ts';
import { measureWith, type Ruler, type Weight } from './font.ts';

/**
 * Everything that depends on the width of letters, with its caches: one for a page, one for an export.
 * Made after the font has loaded and made anew when a font arrives later.
 */
export interface Typesetter {
  readonly fit: TextFitter;
  /** Width in em at this weight. */
  readonly measure: (weight: Weight) => Measure;
  /** How much larger than at a desk titles have to be to be read from where people stand; 1 at a desk. */
  readonly far: number;
}

/**
 * @param context any 2D context of the page; only measured with, and drawn on by nobody
 * @param far as in {@link Typesetter}
 */
export function createTypesetter(context: CanvasRenderingContext2D, far = 1): Typesetter {
  const ruler: Ruler = { context, weight: undefined };
  const measures: Record<Weight, Measure> = {
    500: measureWith(ruler, 500),
    600: measureWith(ruler, 600),
    700: measureWith(ruler, 700),
  };
  return { fit: textFitter(measures[500], far > 1), measure: (weight) => measures[weight], far };
}
