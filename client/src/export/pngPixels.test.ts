import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPng } from './pngPixels.ts';
import { readChunks, readRows } from './testing/readPng.ts';

const details = { pixelsPerMetre: 11811, texts: { Title: 'Rietwijk Wekt Op' } };

/** Undoes the filter by the specification: every byte is a difference with the one above. */
function unfilter(rows: Uint8Array, width: number, height: number): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(width * height * 4);
  const stride = width * 3 + 1;
  for (let y = 0; y < height; y++) {
    expect(rows[y * stride]).toBe(2);
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < 3; c++) {
        const above = y === 0 ? 0 : (rgba[((y - 1) * width + x) * 4 + c] ?? 0);
        rgba[(y * width + x) * 4 + c] = ((rows[y * stride + 1 + x * 3 + c] ?? 0) + above) & 0xff;
      }
      rgba[(y * width + x) * 4 + 3] = 255;
    }
  }
  return rgba;
}

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

describe('openPng', () => {
  it('writes a file that starts with header, colour space, density and texts, and ends properly', async () => {
    const png = openPng({ width: 2, height: 1, ...details });
    await png.write(Uint8ClampedArray.of(1, 2, 3, 255, 4, 5, 6, 255));
    const blob = await png.finish();
    expect(blob.type).toBe('image/png');
    const types = readChunks(await bytesOf(blob)).map(({ type }) => type);
    expect(types).toEqual(['IHDR', 'sRGB', 'pHYs', 'iTXt', ...types.slice(4, -1).map(() => 'IDAT'), 'IEND']);
    expect(types).toContain('IDAT');
  });

  it('gives back every pixel, in whatever bands it was written', async () => {
    const pictures = fc
      .record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 9 }) })
      .chain(({ width, height }) =>
        fc.record({
          width: fc.constant(width),
          height: fc.constant(height),
          band: fc.integer({ min: 1, max: height }),
          colours: fc.uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 }),
        }),
      );
    await fc.assert(
      fc.asyncProperty(pictures, async ({ width, height, band, colours }) => {
        const rgba = Uint8ClampedArray.from(colours, (value, i) => (i % 4 === 3 ? 255 : value));
        const png = openPng({ width, height, ...details });
        for (let at = 0; at < rgba.length; at += band * width * 4) {
          await png.write(rgba.subarray(at, at + band * width * 4));
        }
        const rows = await readRows(await bytesOf(await png.finish()));
        expect(unfilter(rows, width, height)).toEqual(rgba);
      }),
      { numRuns: 50 },
    );
  });

  it('refuses rows that do not fit and an end before the last row', async () => {
    const png = openPng({ width: 2, height: 2, ...details });
    await expect(png.write(new Uint8ClampedArray(12))).rejects.toThrow(RangeError);
    await expect(png.write(new Uint8ClampedArray(24))).rejects.toThrow(RangeError);
    await png.write(new Uint8ClampedArray(8));
    await expect(png.finish()).rejects.toThrow('lacks 1 rows');
    png.abandon();
  });
});
