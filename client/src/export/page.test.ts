import { SHEET } from '@samenbord/shared/layout';
import { describe, expect, it } from 'vitest';
import { fitSheet, PAPERS, pageOf, printedPoints, RESOLUTIONS, smallerPage } from './page.ts';

describe('pageOf', () => {
  it.each([
    ['A3', 300, 4961, 3508, 11811],
    ['A3', 150, 2480, 1754, 5906],
    ['A4', 300, 3508, 2480, 11811],
    ['A4', 150, 1754, 1240, 5906],
  ] as const)('makes %s at %i dpi %i x %i pixels', (paper, resolution, width, height, pixelsPerMetre) => {
    expect(pageOf(paper, resolution)).toEqual({ width, height, pixelsPerMetre });
  });
});

describe('fitSheet', () => {
  it.each(PAPERS.flatMap((paper) => RESOLUTIONS.map((resolution) => [paper, resolution] as const)))(
    'keeps the whole sheet on %s at %i dpi and leaves less than a pixel over',
    (paper, resolution) => {
      const page = pageOf(paper, resolution);
      const { scale, offsetX, offsetY } = fitSheet(page);
      for (const [offset, units, pixels] of [
        [offsetX, SHEET.width, page.width],
        [offsetY, SHEET.height, page.height],
      ] as const) {
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset).toBeLessThan(0.5);
        expect(offset + units * scale).toBeLessThanOrEqual(pixels + 1e-9);
      }
    },
  );

  it('centres the sheet in a raster of another shape', () => {
    expect(fitSheet({ width: 4200, height: 3970 })).toEqual({ scale: 1, offsetX: 0, offsetY: 500 });
    expect(fitSheet({ width: 4400, height: 2970 })).toEqual({ scale: 1, offsetX: 100, offsetY: 0 });
  });
});

describe('printedPoints', () => {
  it('gives the size on paper: 28 units are about 8 points on A3 and 5.6 on A4', () => {
    expect(printedPoints(28, 'A3')).toBe(7.9);
    expect(printedPoints(28, 'A4')).toBe(5.6);
  });
});

describe('smallerPage', () => {
  it('leads from every page to ones with fewer pixels, and ends', () => {
    const pixels = ({ width, height }: { width: number; height: number }): number => width * height;
    for (const paper of PAPERS) {
      for (const resolution of RESOLUTIONS) {
        const smaller = smallerPage(paper, resolution);
        if (smaller === undefined) expect([paper, resolution]).toEqual(['A4', 150]);
        else {
          expect(pixels(pageOf(smaller.paper, smaller.resolution))).toBeLessThan(
            pixels(pageOf(paper, resolution)),
          );
        }
      }
    }
  });
});
