import { describe, expect, it } from 'vitest';
import { chunk, crc32, densityChunk, headerChunk, PNG_SIGNATURE, textChunk } from './png.ts';
import { readChunks } from './testing/readPng.ts';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (...chunks: Uint8Array[]): Uint8Array =>
  Uint8Array.from([PNG_SIGNATURE, ...chunks].flatMap((part) => [...part]));

describe('crc32', () => {
  it('gives the check value of the algorithm', () => {
    expect(crc32(ascii('123456789'))).toBe(0xcbf43926);
  });
  it('gives the well-known last bytes of every PNG', () => {
    expect([...chunk('IEND', new Uint8Array())]).toEqual([
      0, 0, 0, 0, 73, 69, 78, 68, 0xae, 0x42, 0x60, 0x82,
    ]);
  });
});

describe('chunks', () => {
  it('writes the header of an opaque picture of 8 bits a colour', () => {
    const [header] = readChunks(file(headerChunk(4961, 3508)));
    expect(header).toEqual({
      type: 'IHDR',
      data: Uint8Array.of(0, 0, 0x13, 0x61, 0, 0, 0x0d, 0xb4, 8, 2, 0, 0, 0),
    });
  });

  it('writes the density in pixels a metre, both ways', () => {
    const [density] = readChunks(file(densityChunk(11811)));
    expect(density).toEqual({ type: 'pHYs', data: Uint8Array.of(0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1) });
  });

  it('writes a text in UTF-8 behind its keyword, without the zero that would end it', () => {
    const [text] = readChunks(file(textChunk('Title', 'Coöper\0atie')));
    expect(text?.type).toBe('iTXt');
    expect(new TextDecoder().decode(text?.data)).toBe('Title\0\0\0\0\0Coöperatie');
  });
});

describe('readChunks', () => {
  it('refuses what is no PNG, what is cut off and what is damaged', () => {
    const whole = file(headerChunk(1, 1), densityChunk(5906));
    expect(() => readChunks(ascii('<html>'))).toThrow('wrong signature');
    expect(() => readChunks(whole.subarray(0, whole.length - 1))).toThrow('cut off');
    const damaged = whole.slice();
    damaged[20] = 7;
    expect(() => readChunks(damaged)).toThrow('IHDR of the PNG is damaged');
  });
});
