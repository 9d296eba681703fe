import {
  type Broken,
  breakLines,
  type Measure,
  splitGraphemes,
  type TextLine,
  wordsOf,
} from './breakLines.ts';

/** Font sizes in sheet units, largest first. The smallest is 1.1 mm on A3: readable in a magnified view. */
const LADDER = [
  96, 88, 80, 74, 68, 62, 56, 52, 48, 44, 41, 38, 35, 33, 31, 29, 27, 25.5, 24, 22.5, 21, 19.5, 18, 17, 16,
  15, 14, 13, 12, 11,
] as const;

/** Distance from one baseline to the next, in em. */
export const LINE_HEIGHT = 1.19;

/** The largest size as a share of the side of the box: a one-word sticker does not shout. */
const LARGEST_SHARE = 0.2;
/** Sheet units that letters at a desk have at most. */
const LARGEST_AT_DESK = 56;
/** The share where one reads from across the room: as large as fits. */
const LARGEST_SHARE_FROM_AFAR = 0.32;

/** A size with which no word needs cutting is preferred while a line still holds this few em. */
const EM_PER_LINE_WHOLE = 8;
/** With cut words a line holds at least about this many letters, else pieces get too short to read. */
const EM_PER_LINE_WITH_CUTS = 7;

/** Drawn lines come out a trace wider than the sum of their words, by kerning across spaces. */
const TOLERANCE = 0.995;

/** Where text may go, in sheet units. `corner` is kept free at the end of the last lines, bottom right. */
export interface TextBox {
  readonly width: number;
  readonly height: number;
  readonly corner?: { readonly width: number; readonly height: number };
}

export interface FittedText {
  /** Font size in sheet units. */
  readonly size: number;
  readonly lines: readonly TextLine[];
  /** Not all of the text fits even at the smallest size: the last line ends with an ellipsis. */
  readonly shortened: boolean;
}

/**
 * How a text box lies in a square sticker with this side. Sheet units.
 * @param foot what is kept free below it
 */
export function stickerTextBox(side: number, foot = 0): Required<TextBox> & { readonly padding: number } {
  const padding = side * 0.066;
  const inner = side - 2 * padding;
  const disc = stickerDisc(side);
  const corner = 2 * disc.radius + disc.inset - padding + side * 0.03;
  return {
    padding,
    width: inner,
    height: inner - foot,
    corner: { width: corner, height: Math.max(0, corner - foot) },
  };
}

/** The letter mark's disc in the bottom right corner of a sticker with this side. Sheet units. */
export function stickerDisc(side: number): { readonly radius: number; readonly inset: number } {
  return { radius: side * 0.082, inset: side * 0.045 };
}

/**
 * Fits a text into a square sticker: the largest size of the ladder at which all of it fits, words whole
 * where that leaves a fair size; the smallest size and an ellipsis for what is too long. Line breaks somebody
 * typed are kept. Pure over `measure`; see {@link textFitter} for a cache.
 * @param side of the sticker, in sheet units
 * @param foot what is kept free at the bottom of it
 * @param fromAfar whether it is read from across a room: then few words are as large as the sticker holds
 */
export function fitText(
  text: string,
  side: number,
  measure: Measure,
  foot = 0,
  fromAfar = false,
): FittedText {
  return fitBox(text, stickerTextBox(side, foot), sizesFor(side, fromAfar), measure);
}

/** Font sizes that words on a sticker with this side may have, largest first. Sheet units. */
export function sizesFor(side: number, fromAfar = false): readonly number[] {
  const largest = fromAfar ? side * LARGEST_SHARE_FROM_AFAR : Math.min(LARGEST_AT_DESK, side * LARGEST_SHARE);
  return LADDER.filter((size) => size <= largest);
}

/**
 * UTF-16 code units of a text that are looked at, at most: more than the largest sticker holds in the smallest
 * letters. What programs put on a board may be a hundred times that, and finding out how little of it fits
 * would stop the page for seconds.
 */
const MOST_READ = 2_000;

/** As {@link fitText}, for any box and any sizes (largest first, at least one). */
export function fitBox(whole: string, box: TextBox, sizes: readonly number[], measure: Measure): FittedText {
  if (whole.length <= MOST_READ) return fitAll(whole, box, sizes, measure);
  const start = fitAll(`${whole.slice(0, MOST_READ).toWellFormed()}…`, box, sizes, measure);
  return { ...start, shortened: true };
}

function fitAll(text: string, box: TextBox, sizes: readonly number[], measure: Measure): FittedText {
  let cut: FittedText | undefined;
  const words = wordsOf(text).map((word) => ({ word, width: measure(word) }));
  for (const size of sizes) {
    if (isTooLarge(size, words, box)) continue;
    const broken = breakAt(text, box, size, measure);
    if (broken.lines.length > linesIn(box, size)) continue;
    const fitted = { size, lines: broken.lines, shortened: false };
    if (!broken.cutWord) {
      if (cut === undefined || size * EM_PER_LINE_WHOLE >= box.width) return fitted;
      break;
    }
    if (size * EM_PER_LINE_WITH_CUTS <= box.width) cut ??= fitted;
  }
  return cut ?? shorten(text, box, sizes.at(-1) ?? 11, measure);
}

/** Letters of a word that is cut are added up one by one: that comes to a little more or less than their word. */
const CUT_TOLERANCE = 1.15;

/** Whether these words certainly cannot stay at this size: far cheaper than to lay them in lines. Widths in em. */
function isTooLarge(size: number, words: readonly MeasuredWord[], box: TextBox): boolean {
  const line = (box.width * TOLERANCE) / size;
  let filled = 0;
  for (const { width } of words) filled += Math.min(width, line);
  if (filled > line * linesIn(box, size) * CUT_TOLERANCE) return true;
  if (size * EM_PER_LINE_WITH_CUTS <= box.width) return false;
  return words.some(({ word, width }) => width > line && splitGraphemes(word).length > 1);
}

interface MeasuredWord {
  readonly word: string;
  readonly width: number;
}

/** Lines of this size that fit in the height; one at least. */
function linesIn(box: TextBox, size: number): number {
  return Math.max(1, Math.floor((box.height + 0.01) / (size * LINE_HEIGHT)));
}

function breakAt(text: string, box: TextBox, size: number, measure: Measure): Broken {
  return breakLines(text, lineWidths(box, size), measure, linesIn(box, size));
}

/** Width in em of each line: the last ones stop before the corner. */
function lineWidths(box: TextBox, size: number): (index: number) => number {
  const wide = (box.width * TOLERANCE) / size;
  const { corner } = box;
  if (!corner) return () => wide;
  const narrow = ((box.width - corner.width) * TOLERANCE) / size;
  return (index) => ((index + 1) * size * LINE_HEIGHT > box.height - corner.height ? narrow : wide);
}

function shorten(text: string, box: TextBox, size: number, measure: Measure): FittedText {
  const { lines } = breakAt(text, box, size, measure);
  const count = linesIn(box, size);
  const kept = lines.slice(0, count);
  const last = kept.at(-1);
  if (lines.length <= count || last === undefined) return { size, lines: kept, shortened: false };
  const chars = splitGraphemes(last.text.trimEnd());
  const width = lineWidths(box, size)(count - 1);
  while (chars.length > 0 && measure(`${chars.join('')}…`) > width) chars.pop();
  kept[count - 1] = { ...last, text: `${chars.join('').trimEnd()}…` };
  return { size, lines: kept, shortened: true };
}

/** Texts of a full board in two sizes; the cache starts again beyond. */
const MAX_FITTED = 12_000;

/** A fitted text for a sticker, worked out once. */
export type TextFitter = (text: string, side: number, foot?: number) => FittedText;

/** {@link fitText} with a memory. Make a new one when a font arrived. */
export function textFitter(measure: Measure, fromAfar = false): TextFitter {
  const known = new Map<string, FittedText>();
  return (text, side, foot = 0) => {
    const key = `${side} ${foot} ${text}`;
    const before = known.get(key);
    if (before) return before;
    if (known.size >= MAX_FITTED) known.clear();
    const fitted = fitText(text, side, measure, foot, fromAfar);
    known.set(key, fitted);
    return fitted;
  };
}
