import { describe, expect, it } from 'vitest';
import { BAND_PIXELS, bandsOf } from './bands.ts';
import { PAPERS, pageOf, RESOLUTIONS } from './page.ts';

describe('bandsOf', () => {
  const pages = PAPERS.flatMap((paper) => RESOLUTIONS.map((resolution) => pageOf(paper, resolution)));

  it.each([...pages, { width: 7, height: 1 }])('covers $width x $height once, from the top', (raster) => {
    const bands = bandsOf(raster);
    let next = 0;
    for (const { top, height } of bands) {
      expect(top).toBe(next);
      expect(height).toBeGreaterThan(0);
      expect(height * raster.width).toBeLessThanOrEqual(BAND_PIXELS + raster.width);
      next = top + height;
    }
    expect(next).toBe(raster.height);
  });
});
