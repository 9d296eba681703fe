import { SHEET } from '@samenbord/shared/layout';

/** Paper the picture is meant for, landscape. */
export const PAPERS = ['A3', 'A4'] as const;
export type Paper = (typeof PAPERS)[number];

/** Dots per inch: 150 to send, 300 to print. */
export const RESOLUTIONS = [150, 300] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** Sides in mm (ISO 216). */
const MILLIMETRES: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  A3: { width: 420, height: 297 },
  A4: { width: 297, height: 210 },
};
const MM_PER_INCH = 25.4;
const INCHES_PER_METRE = 1000 / MM_PER_INCH;
/** A typographic point in mm. */
const MM_PER_POINT = MM_PER_INCH / 72;

/** A picture's raster. */
export interface Page {
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** Density as PNG writes it. */
  readonly pixelsPerMetre: number;
}

/** How the sheet lies on a raster: pixel = offset + unit * scale, the same scale both ways. */
export interface Fit {
  readonly scale: number;
  /** Pixels, under half a pixel on a `Page`. */
  readonly offsetX: number;
  readonly offsetY: number;
}

/** The raster of a paper at a resolution, rounded to whole pixels: A3 at 300 is 4961 x 3508. */
export function pageOf(paper: Paper, resolution: Resolution): Page {
  const { width, height } = MILLIMETRES[paper];
  return {
    width: Math.round((width / MM_PER_INCH) * resolution),
    height: Math.round((height / MM_PER_INCH) * resolution),
    pixelsPerMetre: Math.round(resolution * INCHES_PER_METRE),
  };
}

/**
 * Lays the sheet in a raster as large as it fits, centred. Paper sizes are rounded, so their ratio differs a
 * little from the sheet's: one scale for both directions keeps letters in shape, and what remains (under one
 * pixel on a page) is left white.
 */
export function fitSheet(raster: { readonly width: number; readonly height: number }): Fit {
  const scale = Math.min(raster.width / SHEET.width, raster.height / SHEET.height);
  return {
    scale,
    offsetX: (raster.width - SHEET.width * scale) / 2,
    offsetY: (raster.height - SHEET.height * scale) / 2,
  };
}

/** The size in points that a text of this many sheet units has on this paper, in tenths. */
export function printedPoints(units: number, paper: Paper): number {
  const millimetres = (units * MILLIMETRES[paper].width) / SHEET.width;
  return Math.round((millimetres / MM_PER_POINT) * 10) / 10;
}

/** The next picture with fewer pixels, to offer when a device cannot make this one; `undefined` for the smallest. */
export function smallerPage(
  paper: Paper,
  resolution: Resolution,
): { readonly paper: Paper; readonly resolution: Resolution } | undefined {
  if (resolution === 300) return { paper, resolution: 150 };
  return paper === 'A3' ? { paper: 'A4', resolution } : undefined;
}
