/** Pixels drawn in one go: a few dozen milliseconds of work, and far below what any device takes as a canvas. */
export const BAND_PIXELS = 750_000;

/** A stripe of the picture across its whole width. */
export interface Band {
  /** First row, pixels from the top. */
  readonly top: number;
  /** Rows. */
  readonly height: number;
}

/** Cuts a raster into stripes of at most `BAND_PIXELS`, in order from the top, nearly equal in height. */
export function bandsOf({
  width,
  height,
}: {
  readonly width: number;
  readonly height: number;
}): readonly Band[] {
  const count = Math.max(1, Math.ceil((width * height) / BAND_PIXELS));
  const most = Math.ceil(height / count);
  const bands: Band[] = [];
  for (let top = 0; top < height; top += most) bands.push({ top, height: Math.min(most, height - top) });
  return bands;
}
