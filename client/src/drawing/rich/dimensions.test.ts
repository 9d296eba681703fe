import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensionsOf } from './dimensions.ts';

const four = (n: number): number[] => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const two = (n: number): number[] => [(n >>> 8) & 255, n & 255];
const little = (n: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, i) => (n >>> (8 * i)) & 255);
const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

const png = (width: number, height: number): number[] => [
  ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  ...four(13),
  ...ascii('IHDR'),
  ...four(width),
  ...four(height),
];
/** With an application segment, a table and fill bytes before the frame, as cameras write them. */
const jpeg = (width: number, height: number, frame = 0xc2): number[] => [
  ...[0xff, 0xd8],
  ...[0xff, 0xe1, ...two(10), ...Array<number>(8).fill(0xc0)],
  ...[0xff, 0xff, 0xc4, ...two(4), 0, 0],
  ...[0xff, frame, ...two(17), 8, ...two(height), ...two(width)],
];
const webp = (kind: string, rest: number[]): number[] => [
  ...ascii('RIFF'),
  ...little(100, 4),
  ...ascii('WEBP'),
  ...ascii(kind),
  ...little(90, 4),
  ...rest,
];

const size = fc.integer({ min: 1, max: 16_383 });

describe('what the first bytes of a picture say', () => {
  it('is its kind and size, for each kind', () => {
    fc.assert(
      fc.property(size, size, (width, height) => {
        const all: [string, number[]][] = [
          ['image/png', png(width, height)],
          ['image/jpeg', jpeg(width, height)],
          ['image/webp', webp('VP8X', [0, 0, 0, 0, ...little(width - 1, 3), ...little(height - 1, 3)])],
          ['image/webp', webp('VP8L', [0x2f, ...little((width - 1) | ((height - 1) << 14), 4)])],
          ['image/webp', webp('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, ...little(width, 2), ...little(height, 2)])],
        ];
        for (const [type, bytes] of all)
          expect(dimensionsOf(Uint8Array.from(bytes)), type).toEqual({ type, width, height });
      }),
    );
  });

  it('is nothing for what is no picture, is cut off, or has no size', () => {
    expect(dimensionsOf(new Uint8Array())).toBeUndefined();
    expect(dimensionsOf(Uint8Array.from(ascii('<svg xmlns="http://www.w3.org/2000/svg"/>')))).toBeUndefined();
    expect(dimensionsOf(Uint8Array.from(png(0, 10)))).toBeUndefined();
    for (let end = 0; end < 24; end += 1)
      expect(dimensionsOf(Uint8Array.from(png(5, 5).slice(0, end)))).toBeUndefined();
  });

  it('never throws and always ends, whatever the bytes', () => {
    const begun = fc.constantFrom([], png(1, 1).slice(0, 16), [0xff, 0xd8], webp('VP8X', []));
    fc.assert(
      fc.property(begun, fc.uint8Array({ maxLength: 200 }), (start, rest) => {
        const found = dimensionsOf(Uint8Array.from([...start, ...rest]));
        if (found) expect(Math.min(found.width, found.height)).toBeGreaterThan(0);
      }),
    );
  });
});
