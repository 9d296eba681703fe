import type { Measure } from './breakLines.ts';

/** The one typeface of sheet, stickers and page. Bundled, so that a picture looks the same everywhere. */
export const FONT_FAMILY = '"Inter Variable", Inter, system-ui, "Noto Color Emoji", sans-serif';

export type Weight = 500 | 600 | 700;

/** A canvas font of this size in the unit of the context (sheet units on a sheet). */
export function font(size: number, weight: Weight = 500): string {
  return `${weight} ${size}px ${FONT_FAMILY}`;
}

/** Size at which widths are taken: large, so that rounding does not show when they are scaled. */
const REFERENCE = 100;

/** Words of a long afternoon; the cache starts again beyond. */
const MAX_WORDS = 20_000;

/** A context that is only measured with, and the font it was last set to. */
export interface Ruler {
  readonly context: CanvasRenderingContext2D;
  weight: Weight | undefined;
}

/**
 * Measures text in em, each piece once. Make it after the font has loaded, and anew when another font
 * arrives. Several of one ruler may be used in turn.
 */
export function measureWith(ruler: Ruler, weight: Weight): Measure {
  const known = new Map<string, number>();
  return (text) => {
    const width = known.get(text);
    if (width !== undefined) return width;
    if (known.size >= MAX_WORDS) known.clear();
    // Setting a font costs as much as measuring a word.
    if (ruler.weight !== weight) {
      ruler.context.font = font(REFERENCE, weight);
      ruler.context.textRendering = 'geometricPrecision';
      ruler.weight = weight;
    }
    const measured = ruler.context.measureText(text).width / REFERENCE;
    known.set(text, measured);
    return measured;
  };
}
