import { type TextFitter, votesFoot } from '../drawing/index.ts';
import { type Paper, printedPoints } from './page.ts';
import type { Picture } from './picture.ts';

/** Letters below this are too small for many on paper. */
export const SMALL_POINTS = 6;

/** How many stickers are hard to read on paper. */
export interface Legibility {
  /** Letters under `SMALL_POINTS`. */
  readonly small: number;
  /** The end of the text is cut off. */
  readonly shortened: number;
}

/** Counts what a person should know before handing the picture out. A shortened text counts once, as that. */
export function legibilityOf({ stickers }: Picture, setText: TextFitter, paper: Paper): Legibility {
  let small = 0;
  let shortened = 0;
  for (const sticker of stickers) {
    const { text, side } = sticker;
    if (text.trim() === '') continue;
    const fitted = setText(text, side, votesFoot(sticker));
    if (fitted.shortened) shortened++;
    else if (printedPoints(fitted.size, paper) < SMALL_POINTS) small++;
  }
  return { small, shortened };
}
