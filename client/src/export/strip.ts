import type { Partner } from '@samenbord/shared/board';
import type { Rect } from '@samenbord/shared/layout';
import type { Weight } from '../drawing/index.ts';
import type { Caption } from './caption.ts';
import { shortened } from './ellipsis.ts';

/**
 * The strip at the top of a picture, in sheet units: one line that says which annex this is, under it the
 * partners with their marks, and at the right the mark CONCEPT. Pure; whoever draws it brings the measure.
 */
export interface StripLayout {
  readonly texts: readonly StripText[];
  readonly marks: readonly StripMark[];
  readonly badge: StripBadge | null;
}

/** A text from its left end, vertically centred on `y`. */
export interface StripText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
}

/** A partner's mark as a disc, by its centre. */
export interface StripMark {
  readonly partner: Partner;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface StripBadge {
  readonly rect: Rect;
  /** Centred in `rect`. */
  readonly text: string;
  readonly size: number;
  readonly weight: Weight;
}

/** Width of a text in sheet units at this size (units) and weight. */
export type Measure = (text: string, size: number, weight: Weight) => number;

const BOLD: Weight = 700;
const PLAIN: Weight = 500;
/** Sizes of the line: as large as it fits, and never so small that A3 cannot be read (28 units are 8 points). */
const LINE = { largest: 46, smallest: 30 } as const;
const NAME = { largest: 34, smallest: 28 } as const;
const SEPARATOR = ' · ';
/** Share of the line that details may take when the name of the collaboration needs room too. */
const DETAILS_SHARE = 0.6;
/** Centres of the two lines as a share of the strip's height. */
const FIRST_LINE = 0.27;
const SECOND_LINE = 0.76;
const MARK_RADIUS = 25;
const MARK_TO_NAME = 12;
const BETWEEN_PARTNERS = 44;
const BADGE = { size: 62, weight: 700, padding: 40, inset: 6, gap: 48 } as const;

/** Lays out the strip. Whatever its length, everything stays inside `strip` and clear of the badge. */
export function layoutStrip(strip: Rect, caption: Caption, measure: Measure): StripLayout {
  const badge = caption.concept === null ? null : placeBadge(strip, caption.concept, measure);
  const width = badge === null ? strip.width : badge.rect.x - BADGE.gap - strip.x;
  const row = { x: strip.x, width };
  const line = layoutLine({ ...row, y: strip.y + strip.height * FIRST_LINE }, caption, measure);
  const legend = layoutLegend({ ...row, y: strip.y + strip.height * SECOND_LINE }, caption.partners, measure);
  return { texts: [...line, ...legend.texts], marks: legend.marks, badge };
}

/** Where one row of the strip may write: from `x`, centred on `y`. */
interface Row {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function placeBadge(strip: Rect, text: string, measure: Measure): StripBadge {
  const { size, weight, padding, inset } = BADGE;
  const width = measure(text, size, weight) + 2 * padding;
  const rect = {
    x: strip.x + strip.width - width,
    y: strip.y + inset,
    width,
    height: strip.height - 2 * inset,
  };
  return { rect, text, size, weight };
}

/** The annex in bold, then the details; first smaller, then shortened, the details keep most of their room. */
function layoutLine(
  { x, y, width }: Row,
  { head, details }: Caption,
  measure: Measure,
): readonly StripText[] {
  const tail = SEPARATOR + details.join(SEPARATOR);
  const size = fittingSize(LINE, width, (at) => measure(head, at, BOLD) + measure(tail, at, PLAIN));
  const bold = (text: string): number => measure(text, size, BOLD);
  const plain = (text: string): number => measure(text, size, PLAIN);
  const tailRoom = Math.max(width * DETAILS_SHARE, width - bold(head));
  const shownTail = shortened(tail, tailRoom, plain);
  const shownHead = shortened(head, width - plain(shownTail), bold);
  return [
    { text: shownHead, x, y, size, weight: BOLD },
    { text: shownTail, x: x + bold(shownHead), y, size, weight: PLAIN },
  ];
}

function layoutLegend(
  { x, y, width }: Row,
  partners: readonly Partner[],
  measure: Measure,
): Pick<StripLayout, 'texts' | 'marks'> {
  const mark = 2 * MARK_RADIUS + MARK_TO_NAME;
  const room = width - partners.length * mark - (partners.length - 1) * BETWEEN_PARTNERS;
  const names = partners.map(({ name }) => name);
  const size = fittingSize(NAME, room, (at) => sum(names.map((name) => measure(name, at, PLAIN))));
  const wide = (text: string): number => measure(text, size, PLAIN);
  const most = fairShare(names.map(wide), room);
  const texts: StripText[] = [];
  const marks: StripMark[] = [];
  let at = x;
  for (const partner of partners) {
    const text = shortened(partner.name, most, wide);
    marks.push({ partner, x: at + MARK_RADIUS, y, radius: MARK_RADIUS });
    texts.push({ text, x: at + mark, y, size, weight: PLAIN });
    at += mark + wide(text) + BETWEEN_PARTNERS;
  }
  return { texts, marks };
}

/** The largest whole size in a range at which something fits; the smallest when none does. */
function fittingSize(
  range: { readonly largest: number; readonly smallest: number },
  width: number,
  widthAt: (size: number) => number,
): number {
  let size = range.largest;
  while (size > range.smallest && widthAt(size) > width) size--;
  return size;
}

/**
 * The width at which all that are wider must be cut to fit the room together: those that are narrower leave
 * what they do not need to the others (max-min fairness).
 */
export function fairShare(widths: readonly number[], room: number): number {
  let left = room;
  const ascending = [...widths].sort((a, b) => a - b);
  for (const [i, width] of ascending.entries()) {
    const share = left / (ascending.length - i);
    if (width > share) return Math.max(0, share);
    left -= width;
  }
  return Number.POSITIVE_INFINITY;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
